import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, from, type Observable } from 'rxjs';
import { IdempotencyKeys, type KeyedRequest, type StoredReply } from './idempotency-keys.ts';
import { idempotencyKeyOf } from './issued.ts';
import { Problem } from './problem.ts';
import { findContext } from './request-context.ts';

/** Larger answers are made again: the command's id makes that harmless. */
const LARGEST_KEPT = 256 * 1024;
const SWEEP_EVERY_MS = 60 * 60_000;

/** `Idempotency-Key`: the same key for the same request is answered with the same answer, and nothing happens twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  readonly #swept = new Map<string, number>();

  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const keyed = keyedRequestOf(http.getRequest<FastifyRequest>());
    if (!keyed) return next.handle();
    return from(this.#answer(keyed, next, http.getResponse<FastifyReply>()));
  }

  async #answer(keyed: KeyedRequest, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    await this.#sweepNowAndThen(keyed.tenant);
    const begun = await this.keys.begin(keyed);
    switch (begun.state) {
      case 'answered':
        return replay(begun.reply, reply);
      case 'in-flight': {
        const headers = { 'retry-after': '1' };
        throw new Problem({
          code: 'IN_FLIGHT',
          detail: 'The first request with this key is not answered yet.',
          headers,
        });
      }
      case 'other-request':
        throw new Problem({
          code: 'KEY_REUSED',
          detail: 'This Idempotency-Key was used for another request within the last day.',
          hint: 'Make a new key for each command; repeat it only to repeat that very request.',
        });
      case 'ours':
        return this.#run(keyed, next, reply);
    }
  }

  async #run(keyed: KeyedRequest, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const stored = storable(answer, reply);
      await (stored ? this.keys.finish(keyed, stored) : this.keys.release(keyed));
      return answer;
    } catch (error) {
      await this.keys.release(keyed);
      throw error;
    }
  }

  async #sweepNowAndThen(tenant: string): Promise<void> {
    const now = Date.now();
    if (now - (this.#swept.get(tenant) ?? 0) < SWEEP_EVERY_MS) return;
    this.#swept.set(tenant, now);
    await this.keys.sweep(tenant);
  }
}

/** Batches bring a key per line instead. */
function keyedRequestOf(request: FastifyRequest): KeyedRequest | undefined {
  const principal = findContext(request)?.principal;
  const { method, url, body } = request;
  if (!principal || method !== 'POST' || typeof body === 'string') return undefined;
  const key = idempotencyKeyOf(request);
  if (!key) return undefined;
  const content = body === undefined ? (request.headers['content-length'] ?? '') : JSON.stringify(body);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([method, url, content]))
    .digest();
  return { tenant: principal.tenant, user: principal.user, key, fingerprint };
}

function storable(answer: unknown, reply: FastifyReply): StoredReply | undefined {
  const body = answer === undefined ? '' : JSON.stringify(answer);
  if (reply.statusCode >= 300 || body.length > LARGEST_KEPT) return undefined;
  const etag = reply.getHeader('etag');
  return { status: reply.statusCode, headers: typeof etag === 'string' ? { etag } : {}, body };
}

function replay({ status, headers, body }: StoredReply, reply: FastifyReply): unknown {
  reply.status(status).headers({ ...headers, 'idempotency-replayed': 'true' });
  return body === '' ? undefined : (JSON.parse(body) as unknown);
}
