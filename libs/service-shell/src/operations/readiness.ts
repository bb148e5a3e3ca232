import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly problem?: string;
}

/** Whether the service can do its work: what its parts say when asked. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  readonly #checks = new Map<string, () => Promise<void>>();
  #started = false;
  #stopping = false;

  get isStarted(): boolean {
    return this.#started;
  }

  /** `attempt` throws what is wrong. */
  check(name: string, attempt: () => Promise<void>): void {
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
      : { name: 'running', ok: true };
    const checks = [...this.#checks].map(([name, attempt]) => look(name, attempt));
    return [running, ...(await Promise.all(checks))];
  }
}

async function look(name: string, attempt: () => Promise<void>): Promise<Check> {
  try {
    await attempt();
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
