import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database, invalid, type Page, type PageOf } from '@bw/service-shell';
import type { Line, LineKind } from './line.ts';

export interface Listed<Content> {
  readonly version: number;
  readonly content: Content;
}

/** Which lines of a list; what is left out does not matter. */
export interface Which {
  readonly kind: LineKind;
  readonly status?: string;
  readonly engagement?: Id;
  readonly client?: Id;
  /** Only things of these engagements. */
  readonly engagements?: readonly Id[];
  /** Only things of these clients. */
  readonly clients?: readonly Id[];
}

interface Row<Content> extends Listed<Content> {
  readonly id: Id;
  readonly sort: string;
}

/** The lists as the service's own consumer keeps them. Current state only: readings in two times are reporting's. */
@Injectable()
export class Listing {
  constructor(private readonly database: Database) {}

  /** Keeps the newer of two lines, so that repetition and reordering do no harm. */
  async put(line: Line, tenant: Id, tx: Transaction): Promise<void> {
    const { kind, id, client, engagement, status, sort, version, content } = line;
    await tx.query(PUT, [tenant, kind, id, client, engagement, status, sort, version, JSON.stringify(content)]);
  }

  async page<Content>(tenant: Id, which: Which, { cursor, limit }: Page): Promise<PageOf<Listed<Content>>> {
    const { kind, status, engagement, client, engagements, clients } = which;
    const after = cursor === undefined ? { sort: null, id: null } : readCursor(cursor);
    const values = [kind, status, engagement, client, engagements, clients, after.sort, after.id, limit + 1];
    const { rows } = await this.database.withTenant(tenant, (tx) => tx.query<Row<Content>>(PAGE, values));
    const items = rows.slice(0, limit).map(({ version, content }) => ({ version, content }));
    const last = rows[limit - 1];
    return { items, ...(rows.length > limit && last && { next: cursorOf(last) }) };
  }
}

const PUT = `
  insert into listing.line (tenant, kind, id, client, engagement, status, sort, version, content)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (tenant, kind, id) do update set client = excluded.client, engagement = excluded.engagement,
    status = excluded.status, sort = excluded.sort, version = excluded.version, content = excluded.content
  where line.version <= excluded.version`;

const PAGE = `
  select id, sort, version, content
  from listing.line
  where kind = $1
    and ($2::text is null or status = $2)
    and ($3::uuid is null or engagement = $3)
    and ($4::uuid is null or client = $4)
    and ($5::uuid[] is null or engagement = any ($5))
    and ($6::uuid[] is null or client = any ($6))
    and ($7::text is null or (sort, id) > ($7, $8::uuid))
  order by sort, id
  limit $9`;

interface After {
  readonly sort: string;
  readonly id: string;
}

function cursorOf({ sort, id }: After): string {
  return Buffer.from(`${id}${sort}`).toString('base64url');
}

const ID_LENGTH = 36;

function readCursor(cursor: string): After {
  const text = Buffer.from(cursor, 'base64url').toString();
  const after = { id: text.slice(0, ID_LENGTH), sort: text.slice(ID_LENGTH) };
  if (!/^[0-9a-f-]{36}$/.test(after.id)) throw invalid('/cursor', 'must be the next of an earlier answer');
  return after;
}
