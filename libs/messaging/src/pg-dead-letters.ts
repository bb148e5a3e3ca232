import type { Event } from '@bw/contracts-base';
import type { DeadLetter, DeadLetterQuery, LetterOutcome, Parking } from './consumer-store.ts';
import type { Transaction } from './delivery.ts';

interface LetterRow {
  readonly id: string;
  readonly grp: string;
  readonly source: string;
  readonly partition: number;
  readonly position: string;
  readonly key: string;
  readonly reason: string;
  readonly stack: string | null;
  readonly attempts: number;
  readonly behind: boolean;
  readonly state: DeadLetter['state'];
  readonly first_at: Date;
  readonly last_at: Date;
  readonly note: string | null;
  readonly by: string | null;
  readonly event: Event;
}

/** A pool, or a transaction. */
type Database = { query: Transaction['query'] };

const COLUMNS = `id, grp, source, partition, position, key, reason, stack, attempts, behind, state, first_at, last_at, note,
  by, event`;
const LIMIT = 100;

export async function insertLetter(
  db: Database,
  { group, source, partition, event, reason, stack, attempts, behind }: Parking & { group: string; source: string },
): Promise<void> {
  await db.query(
    `insert into bus.dead_letter (grp, source, partition, position, key, event_id, reason, stack, attempts, behind, event)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      group,
      source,
      partition,
      event.position,
      event.key,
      event.id,
      reason,
      stack,
      attempts,
      behind,
      JSON.stringify(event),
    ],
  );
}

export async function parkedLetters(
  db: Database,
  { group, source, key, limit }: { group: string; source: string; key: string; limit: number },
): Promise<readonly DeadLetter[]> {
  const { rows } = await db.query<LetterRow>(
    `select ${COLUMNS} from bus.dead_letter
     where grp = $1 and source = $2 and key = $3 and state = 'parked' order by position limit $4`,
    [group, source, key, limit],
  );
  return rows.map(letterOf);
}

export async function countParked(
  db: Database,
  { group, source, key }: { group: string; source: string; key: string },
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from bus.dead_letter where grp = $1 and source = $2 and key = $3 and state = 'parked'`,
    [group, source, key],
  );
  return rows[0]?.n ?? 0;
}

export async function settleLetter(db: Database, id: number, outcome: LetterOutcome): Promise<boolean> {
  const again = outcome.state === 'parked';
  const { rowCount } = await db.query(
    `update bus.dead_letter
     set state = $2, last_at = now(), attempts = attempts + $3, behind = behind and $2 <> 'parked',
       reason = coalesce($4, reason), stack = coalesce($5, stack), note = $6, by = $7
     where id = $1 and state = 'parked'`,
    [
      id,
      outcome.state,
      outcome.state === 'skipped' ? 0 : 1,
      again ? outcome.reason : undefined,
      again ? outcome.stack : undefined,
      outcome.state === 'skipped' ? outcome.note : undefined,
      outcome.state === 'skipped' ? outcome.by : undefined,
    ],
  );
  return rowCount === 1;
}

export async function findLetters(
  db: Database,
  group: string,
  { source, key, state = 'parked', after = 0, limit = LIMIT }: DeadLetterQuery,
): Promise<readonly DeadLetter[]> {
  const { rows } = await db.query<LetterRow>(
    `select ${COLUMNS} from bus.dead_letter
     where grp = $1 and state = $2 and id > $3 and ($4::text is null or source = $4) and ($5::text is null or key = $5)
     order by id limit $6`,
    [group, state, after, source, key, limit],
  );
  return rows.map(letterOf);
}

export async function findLetter(db: Database, group: string, id: number): Promise<DeadLetter | undefined> {
  const { rows } = await db.query<LetterRow>(`select ${COLUMNS} from bus.dead_letter where grp = $1 and id = $2`, [
    group,
    id,
  ]);
  return rows[0] && letterOf(rows[0]);
}

function letterOf(row: LetterRow): DeadLetter {
  const { id, grp, position, first_at, last_at, stack, note, by, ...same } = row;
  return {
    ...same,
    id: Number(id),
    group: grp,
    position: Number(position),
    firstAt: first_at.toISOString(),
    lastAt: last_at.toISOString(),
    ...(stack !== null && { stack }),
    ...(note !== null && { note }),
    ...(by !== null && { by }),
  };
}
