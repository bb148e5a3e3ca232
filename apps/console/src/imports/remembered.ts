import type { Remembered } from './mapping.ts';

const KEY = 'bw.import.';

/** What the columns of a client's files mean, kept in this browser. */
export function lastMeaning(client: string): Remembered | undefined {
  const text = localStorage.getItem(KEY + client);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isOurs = typeof value === 'object' && value !== null && 'headers' in value;
    return isOurs ? (value as Remembered) : undefined; // only rememberMeaning writes it
  } catch {
    return undefined; // of another release, or touched by hand: nothing is lost but a convenience
  }
}

export function rememberMeaning(client: string, meaning: Remembered): void {
  localStorage.setItem(KEY + client, JSON.stringify(meaning));
}
