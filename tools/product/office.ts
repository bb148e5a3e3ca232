import { ApiClient, ApiProblem, devToken } from '../../libs/client/src/index.ts';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

/** Everybody of the sample tenant at one running Bridgework. */
export class Office {
  readonly #clients = new Map<string, Promise<ApiClient>>();

  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  as(persona: string): Promise<ApiClient> {
    const known =
      this.#clients.get(persona) ?? devToken(this.url, persona).then((token) => new ApiClient(this.url, token));
    this.#clients.set(persona, known);
    return known;
  }

  /** Moves the replay clock; timers fire on the way. */
  async advance(to: string): Promise<void> {
    await this.#operate('clock', { to });
  }

  /** Waits until all services have taken in everything. */
  async rest(): Promise<void> {
    await this.#operate('rest', {});
  }

  async #operate(what: string, body: object): Promise<void> {
    const { token } = await this.as('tenant-admin');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}/ops/platform/${what}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`/ops/platform/${what} answered ${answer.status}: ${await answer.text()}`);
  }
}

/** Asks until the answer satisfies; what is not yet taken in (`NOT_YET`, 404 of something just made) is asked again. */
export async function until<T>(what: string, ask: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = 'nothing';
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (satisfied(answer)) return answer;
      last = JSON.stringify(answer)?.slice(0, 500) ?? 'nothing';
    } catch (error) {
      if (!(error instanceof ApiProblem && ['NOT_YET', 'NOT_FOUND'].includes(error.problem.code))) throw error;
      last = error.message;
    }
    await pause(100);
  }
  throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}; the last answer was ${last}.`);
}
