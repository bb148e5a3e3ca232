import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found in order, with its version: "PostgreSQL 18.4". */
  readonly detail?: string;
  readonly problem?: string;
}

/** Whether the service can do its work: what its parts say when asked. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  readonly #checks = new Map<string, () => Promise<string>>();
  #started = false;
  #stopping = false;

  get isStarted(): boolean {
    return this.#started;
  }

  /** `attempt` says what it found in order, or throws what is wrong. */
  check(name: string, attempt: () => Promise<string>): void {
    this.#checks.set(name, attempt);
  }

  started(): void {
    this.#started = true;
  }

  /** No new requests while it stops: whoever balances the load looks here. */
  beforeApplicationShutdown(): void {
    this.#stopping = true;
  }

  async look(): Promise<readonly Check[]> {
    const running: Check = this.#stopping
      ? { name: 'running', ok: false, problem: 'It stops.' }
      : { name: 'running', ok: true, detail: `Node ${process.versions.node}` };
    const checks = [...this.#checks].map(([name, attempt]) => look(name, attempt));
    return [running, ...(await Promise.all(checks))];
  }
}

async function look(name: string, attempt: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await attempt() };
  } catch (error) {
    return { name, ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
