import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

const LOOK_EVERY_MS = 1_000;
/** One that did not answer is left out until its name has had time to lose it. */
const LEFT_OUT_MS = 5_000;

export interface InstancesOptions {
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly now?: () => number;
}

/**
 * The instances of one service. Where its name stands for several addresses, as with `docker compose up --scale`, requests
 * go to them in turn: a name alone would lead each connection to the same one. Instances come and go; the name is looked
 * up once a second.
 */
export class Instances {
  readonly #upstream: URL;
  readonly #resolve: (host: string) => Promise<readonly string[]>;
  readonly #now: () => number;
  readonly #leftOut = new Map<string, number>();
  #all: readonly string[] = [];
  #turn = 0;
  #timer?: NodeJS.Timeout;

  constructor(upstream: string, { resolve = addressesOf, now = Date.now }: InstancesOptions = {}) {
    this.#upstream = new URL(upstream);
    this.#resolve = resolve;
    this.#now = now;
  }

  async start(): Promise<void> {
    if (isIP(this.#upstream.hostname)) return;
    await this.look();
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks up who is there now. */
  async look(): Promise<void> {
    try {
      this.#all = [...(await this.#resolve(this.#upstream.hostname))].sort();
    } catch {
      // Whoever asks for an instance gets the name then, and with it an error that says what is wrong.
      this.#all = [];
    }
  }

  /** The address of the one whose turn it is. */
  next(): string {
    const there = this.#all.filter((address) => (this.#leftOut.get(address) ?? 0) <= this.#now());
    const [first] = there;
    if (first === undefined || this.#all.length === 1) return this.#upstream.origin;
    this.#turn = (this.#turn + 1) % there.length;
    return this.#originOf(there[this.#turn] ?? first);
  }

  /** It did not answer: the others have its turns for a while. Says whether there are others. */
  leaveOut(origin: string): boolean {
    const address = this.#all.find((each) => this.#originOf(each) === origin);
    if (address === undefined) return false;
    this.#leftOut.set(address, this.#now() + LEFT_OUT_MS);
    return this.#all.some((each) => (this.#leftOut.get(each) ?? 0) <= this.#now());
  }

  #originOf(address: string): string {
    const host = isIP(address) === 6 ? `[${address}]` : address;
    return `${this.#upstream.protocol}//${host}${this.#upstream.port && `:${this.#upstream.port}`}`;
  }
}

async function addressesOf(host: string): Promise<readonly string[]> {
  const found: readonly LookupAddress[] = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
