import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { Database } from '../database/database.ts';

export interface StoredReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface KeyedRequest {
  readonly tenant: Id;
  readonly user: Id;
  readonly key: string;
  /** Hash of method, address and body: the same key for something else is a mistake of the client's. */
  readonly fingerprint: Buffer;
}

export type Begun =
  | { readonly state: 'ours' }
  | { readonly state: 'in-flight' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly reply: StoredReply };

interface KeyRow {
  readonly fingerprint: Buffer;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
}

const KEPT_HOURS = 24;
/** Whoever died in the middle of a request holds its key no longer than this. */
const IN_FLIGHT_SECONDS = 60;

/**
 * The answers of the last day by idempotency key. Losing one in a crash does no harm: the command's id, made from the
 * same key, keeps its effect from happening twice. So their commits need not wait for the disk.
 */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  async begin({ tenant, user, key, fingerprint }: KeyedRequest): Promise<Begun> {
    const taken = await this.database.ask(tenant)`
      insert into shell.idempotency_key as k (tenant, user_id, key, fingerprint, begun_at)
      select ${tenant}, ${user}, ${key}, ${fingerprint}, now()
      from (select set_config('synchronous_commit', 'off', true)) as hasty
      on conflict (tenant, user_id, key) do update
        set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at, status = null, headers = null, body = null
        where k.begun_at < now() - make_interval(hours => ${KEPT_HOURS})
          or (k.status is null and k.fingerprint = excluded.fingerprint
            and k.begun_at < now() - make_interval(secs => ${IN_FLIGHT_SECONDS}))
      returning true as taken`;
    if (taken.length === 1) return { state: 'ours' };
    const [known] = await this.database.ask<KeyRow>(tenant)`
      select fingerprint, status, headers, body from shell.idempotency_key where user_id = ${user} and key = ${key}`;
    return judge(known, fingerprint);
  }

  async finish({ tenant, user, key }: KeyedRequest, { status, headers, body }: StoredReply): Promise<void> {
    await this.database.ask(tenant)`
      update shell.idempotency_key set status = ${status}, headers = ${JSON.stringify(headers)}, body = ${body}
      from (select set_config('synchronous_commit', 'off', true)) as hasty
      where user_id = ${user} and key = ${key}`;
  }

  /** What was refused or failed may be tried again with the same key. */
  async release({ tenant, user, key }: KeyedRequest): Promise<void> {
    await this.database.ask(tenant)`
      delete from shell.idempotency_key where user_id = ${user} and key = ${key} and status is null`;
  }

  /** Forgets the tenant's keys of more than a day ago. */
  async sweep(tenant: Id): Promise<void> {
    await this.database.ask(tenant)`
      delete from shell.idempotency_key where begun_at < now() - make_interval(hours => ${KEPT_HOURS})`;
  }
}

function judge(row: KeyRow | undefined, fingerprint: Buffer): Begun {
  if (!row) return { state: 'in-flight' }; // released between our two looks: the client's next try finds it free
  if (!row.fingerprint.equals(fingerprint)) return { state: 'other-request' };
  if (row.status === null) return { state: 'in-flight' };
  return { state: 'answered', reply: { status: row.status, headers: row.headers ?? {}, body: row.body ?? '' } };
}
