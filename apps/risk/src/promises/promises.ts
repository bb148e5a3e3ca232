import type { EscalationLevel, EscalationPolicyAgreed, ServiceLevelAgreed } from '@bw/contracts-engagement';
import type { ReopenMode, Severity } from '@bw/contracts-risk';
import type { CalendarPublished } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
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

/** What engagement and scheduling promised about issues: this service's own copy of their facts. */
@Injectable()
export class Promises {
  /** A published version never changes, so neither does what was compiled of it. */
  readonly #compiled = new Map<string, WorkingCalendar>();

  async agreeServiceLevel(tx: Transaction, tenant: Id, level: ServiceLevelAgreed, since: Instant): Promise<void> {
    const { engagementId, severity, acknowledgeMinutes, resolveMinutes, calendarId, warnAtBp, reopen } = level;
    await tx.query(
      `insert into risk.service_level
         (tenant, engagement, severity, acknowledge_minutes, resolve_minutes, calendar, warn_at_bp, reopen, since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (tenant, engagement, severity) do update set acknowledge_minutes = excluded.acknowledge_minutes,
         resolve_minutes = excluded.resolve_minutes, calendar = excluded.calendar, warn_at_bp = excluded.warn_at_bp,
         reopen = excluded.reopen`,
      [
        tenant,
        engagementId,
        severity,
        acknowledgeMinutes,
        resolveMinutes,
        calendarId ?? null,
        [...warnAtBp].sort((a, b) => a - b),
        reopen,
        since,
      ],
    );
  }

  async agreeEscalationPolicy(tx: Transaction, tenant: Id, policy: EscalationPolicyAgreed): Promise<void> {
    const levels = [...policy.levels].sort((a, b) => a.level - b.level);
    await tx.query(
      `insert into risk.escalation_policy (tenant, engagement, severity, levels)
       select $1, $2, severity, $4 from unnest($3::smallint[]) severity
       on conflict (tenant, engagement, severity) do update set levels = excluded.levels`,
      [tenant, policy.engagementId, [...policy.severities], JSON.stringify(levels)],
    );
  }

  async publishCalendar(tx: Transaction, tenant: Id, calendar: CalendarPublished): Promise<void> {
    const { calendarId, calendarVersion, zone, shifts, exceptions, holidays } = calendar;
    const definition: CalendarDefinition = { zone, shifts, exceptions, holidays };
    await tx.query(
      `insert into risk.calendar (tenant, calendar, version, definition) values ($1, $2, $3, $4)
       on conflict (tenant, calendar, version) do nothing`,
      [tenant, calendarId, calendarVersion, JSON.stringify(definition)],
    );
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
