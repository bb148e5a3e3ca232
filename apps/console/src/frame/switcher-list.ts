import type { EngagementLine } from '../api/views.ts';

type Named = Pick<EngagementLine, 'title' | 'code' | 'clientName'>;

/** Whether each word that somebody typed is in the title, the code or the client's name. */
export function fits(text: string): (line: Named) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title, code, clientName = '' }) => {
    const all = `${title} ${code} ${clientName}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
}

/** Clients by name, each with its engagements by title. */
export function byClient<T extends Named>(lines: readonly T[]): readonly (readonly [client: string, lines: T[]])[] {
  const clients = Map.groupBy(lines, ({ clientName = '' }) => clientName);
  return [...clients]
    .map(([client, own]) => [client, own.toSorted((a, b) => a.title.localeCompare(b.title))] as const)
    .toSorted(([a], [b]) => a.localeCompare(b));
}
