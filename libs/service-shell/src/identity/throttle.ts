import { Injectable } from '@nestjs/common';
import { ServiceConfig } from '../config/service-config.ts';
import { Problem } from '../http/problem.ts';
import { Metrics } from '../operations/metrics.ts';

interface Allowance {
  left: number;
  at: number;
}

const MINUTE_MS = 60_000;
/** Principals remembered at once; whoever is forgotten starts with a full allowance. */
const MOST = 10_000;

/**
 * So many requests per principal and minute; what is not used comes back evenly. Each instance counts for itself: with
 * three instances behind a door, a principal may have up to three times as many.
 */
@Injectable()
export class Throttle {
  readonly #allowances = new Map<string, Allowance>();
  readonly #perMinute: number;

  constructor(
    { requestsPerMinute }: ServiceConfig,
    private readonly metrics: Metrics,
  ) {
    this.#perMinute = requestsPerMinute;
  }

  /** Throws where the principal has used up its allowance. */
  count(principal: string, now = Date.now()): void {
    const { left, at } = this.#allowances.get(principal) ?? { left: this.#perMinute, at: now };
    const available = Math.min(this.#perMinute, left + ((now - at) / MINUTE_MS) * this.#perMinute);
    if (available < 1) throw this.#tooMany(available);
    this.#allowances.delete(principal); // so that the order of the map is that of the last use
    this.#allowances.set(principal, { left: available - 1, at: now });
    if (this.#allowances.size > MOST) this.#forgetOldest();
  }

  #tooMany(available: number): Problem {
    this.metrics.rateLimited.inc();
    const seconds = Math.ceil(((1 - available) / this.#perMinute) * (MINUTE_MS / 1000));
    return new Problem({
      code: 'TOO_MANY_REQUESTS',
      detail: `More than ${this.#perMinute} requests in a minute.`,
      hint: 'Send many commands in one batch.',
      headers: { 'retry-after': String(Math.max(1, seconds)) },
    });
  }

  #forgetOldest(): void {
    for (const principal of this.#allowances.keys()) {
      this.#allowances.delete(principal);
      return;
    }
  }
}
