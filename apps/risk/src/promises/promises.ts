import type { EscalationLevel, EscalationPolicyAgreed, ServiceLevelAgreed } from '@bw/contracts-engagement';
import type { ReopenMode, Severity } from '@bw/contracts-risk';
import type { CalendarPublished } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import type { Taken, Transaction } from '@bw/messaging';
import type { Calendars } from '@bw/sla-engine';
import { type CalendarDefinition, compileCalendar, elapsedTime, type WorkingCalendar } from '@bw/working-time';
import { Injectable } from '@nestjs/common';
import { type CalendarVersion, calendarKey, calendarOf } from '../clocks/clock.ts';

export interface ServiceLevel {
  readonly acknowledgeMinutes: number;
  readonly resolveMinutes: number;
  readonly calendarId?: Id;
  readonly warnAtBp: readonly number[];
  readonly reopen: ReopenMode;
  readonly since: Instant;
}

interface ServiceLevelRow {
  readonly acknowledge_minutes: number;
  readonly resolve_minutes: number;
  readonly calendar: Id | null;
  readonly warn_at_bp: readonly number[];
  readonly reopen: ReopenMode;
  readonly since: Date;
}

type Told = Pick<Taken, 'tx' | 'event'>;

/** What engagement and scheduling promised about issues: this service's own copy of their facts. */
@Injectable()
export class Promises {
  /** A published version never changes, so neither does what was compiled of it. */
  readonly #compiled = new Map<string, WorkingCalendar>();

  /** This and the next two answer false where the event came again and there is nothing new in it. */
  async agreeServiceLevel({ tx, event }: Told, level: ServiceLevelAgreed): Promise<boolean> {
    const { engagementId, severity, acknowledgeMinutes, resolveMinutes, calendarId, warnAtBp, reopen } = level;
    const { tenant, position, effective, recorded } = event;
    const values = [
      tenant,
      engagementId,
      severity,
      acknowledgeMinutes,
      resolveMinutes,
      calendarId ?? null,
      [...warnAtBp].sort((a, b) => a - b),
      reopen,
      effective < recorded ? effective : recorded,
      position,
    ];
    const { rowCount } = await tx.query(UPSERT_SERVICE_LEVEL, values);
    return rowCount !== 0;
  }

  async agreeEscalationPolicy({ tx, event }: Told, policy: EscalationPolicyAgreed): Promise<boolean> {
    const levels = [...policy.levels].sort((a, b) => a.level - b.level);
    const { engagementId, severities } = policy;
    const values = [event.tenant, engagementId, [...severities], JSON.stringify(levels), event.position];
    const { rowCount } = await tx.query(UPSERT_ESCALATION_POLICY, values);
    return rowCount !== 0;
  }

  async publishCalendar({ tx, event }: Told, calendar: CalendarPublished): Promise<boolean> {
    const { calendarId, calendarVersion, zone, shifts, exceptions, holidays } = calendar;
    const definition: CalendarDefinition = { zone, shifts, exceptions, holidays };
    const { rowCount } = await tx.query(
      `insert into risk.calendar (tenant, calendar, version, definition) values ($1, $2, $3, $4)
       on conflict (tenant, calendar, version) do nothing`,
      [event.tenant, calendarId, calendarVersion, JSON.stringify(definition)],
    );
    return rowCount !== 0;
  }

  async serviceLevel(tx: Transaction, engagement: Id, severity: Severity): Promise<ServiceLevel | undefined> {
    const { rows } = await tx.query<ServiceLevelRow>(
      `select acknowledge_minutes, resolve_minutes, calendar, warn_at_bp, reopen, since
       from risk.service_level where engagement = $1 and severity = $2`,
      [engagement, severity],
    );
    const [row] = rows;
    return (
      row && {
        acknowledgeMinutes: row.acknowledge_minutes,
        resolveMinutes: row.resolve_minutes,
        ...(row.calendar && { calendarId: row.calendar }),
        warnAtBp: row.warn_at_bp,
        reopen: row.reopen,
        since: row.since.toISOString(),
      }
    );
  }

  /** Lowest level first; none where the engagement agreed no ladder for that severity. */
  async escalationLevels(tx: Transaction, engagement: Id, severity: Severity): Promise<readonly EscalationLevel[]> {
    const { rows } = await tx.query<{ readonly levels: readonly EscalationLevel[] }>(
      'select levels from risk.escalation_policy where engagement = $1 and severity = $2',
      [engagement, severity],
    );
    return rows[0]?.levels ?? [];
  }

  /** Engagements whose clocks or ladders count by that calendar. */
  async engagementsUnder(tx: Transaction, calendarId: Id): Promise<readonly Id[]> {
    const { rows } = await tx.query<{ readonly engagement: Id }>(
      `select engagement from risk.service_level where calendar = $1
       union select engagement from risk.escalation_policy where levels @> $2`,
      [calendarId, JSON.stringify([{ calendarId }])],
    );
    return rows.map(({ engagement }) => engagement).sort();
  }

  /** The version in force; undefined while none was published, or none has reached us. */
  async calendarInForce(tx: Transaction, calendarId: Id): Promise<CalendarVersion | undefined> {
    const { rows } = await tx.query<{ readonly version: number }>(
      'select version from risk.calendar where calendar = $1 order by version desc limit 1',
      [calendarId],
    );
    return rows[0] && { calendarId, version: rows[0].version };
  }

  /** The calendars of these keys, ready for the engine. */
  async calendars(tx: Transaction, tenant: Id, keys: Iterable<string>): Promise<Calendars> {
    const found = new Map<string, WorkingCalendar>();
    for (const key of new Set(keys)) found.set(key, await this.#calendar(tx, tenant, key));
    return found;
  }

  async #calendar(tx: Transaction, tenant: Id, key: string): Promise<WorkingCalendar> {
    const version = calendarOf(key);
    if (!version) return elapsedTime;
    const name = `${tenant} ${calendarKey(version)}`;
    const compiled = this.#compiled.get(name) ?? compileCalendar(await definitionOf(tx, version));
    this.#compiled.set(name, compiled);
    return compiled;
  }
}

async function definitionOf(tx: Transaction, { calendarId, version }: CalendarVersion): Promise<CalendarDefinition> {
  const { rows } = await tx.query<{ readonly definition: CalendarDefinition }>(
    'select definition from risk.calendar where calendar = $1 and version = $2',
    [calendarId, version],
  );
  if (rows[0]) return rows[0].definition;
  throw new Error(`Version ${version} of calendar ${calendarId} is not in risk.calendar, though a clock counts by it.`);
}

const UPSERT_SERVICE_LEVEL = `
  insert into risk.service_level as old
    (tenant, engagement, severity, acknowledge_minutes, resolve_minutes, calendar, warn_at_bp, reopen, since, position)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant, engagement, severity) do update set acknowledge_minutes = excluded.acknowledge_minutes,
    resolve_minutes = excluded.resolve_minutes, calendar = excluded.calendar, warn_at_bp = excluded.warn_at_bp,
    reopen = excluded.reopen, position = excluded.position
  where old.position < excluded.position`;

const UPSERT_ESCALATION_POLICY = `
  insert into risk.escalation_policy as old (tenant, engagement, severity, levels, position)
  select $1, $2, severity, $4, $5 from unnest($3::smallint[]) severity
  on conflict (tenant, engagement, severity) do update set levels = excluded.levels, position = excluded.position
  where old.position < excluded.position`;
