import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { type Baseline, type BaselineLine, PlannedValue } from '@bw/performance-engine';
import { lineageHash, lineageOf, type Reading, type SeenDecision, type SeenLevel } from '@bw/projections';
import { compileCalendar, type WorkingCalendar } from '@bw/working-time';
import { detailOf, lastOf, valueOf } from '../reading/values.ts';
import type { BaselineDecision, BaselineLineValue, BaselineValue, CalendarValue } from './plan-values.ts';

/** One activity of a baseline, as people know it, and the event that put it there. */
export interface KnownLine extends BaselineLineValue {
  readonly activityId: Id;
  readonly event: Id;
}

/** A captured baseline, made ready for figures. Its content never changes. */
export interface KnownBaseline {
  readonly baselineId: Id;
  readonly captured: BaselineValue;
  readonly lines: readonly KnownLine[];
  readonly forFigures: Baseline;
  readonly plannedValue: PlannedValue;
  /** Set hash of the facts that it is made of. */
  readonly lineage: string;
}

const KEPT = 50;

/** Reads baselines; those read last are kept ready, for they cannot change. */
@Injectable()
export class Baselines {
  readonly #ready = new Map<string, KnownBaseline>();

  /** The approved baseline that rules where the reading stands; none before the first approval is known there. */
  async ruling(reading: Reading, house: Reading, tenant: Id, plan: Id): Promise<KnownBaseline | undefined> {
    const decision = rulingDecision(await reading.decisions({ subject: plan, kinds: ['baseline'] }));
    return decision && this.#content(reading, house, tenant, detailOf<BaselineDecision>(decision).baselineId);
  }

  async #content(reading: Reading, house: Reading, tenant: Id, baseline: Id): Promise<KnownBaseline | undefined> {
    const key = `${tenant}/${baseline}`;
    const ready = this.#ready.get(key);
    const known = ready ?? (await readBaseline(reading, house, baseline));
    if (!known) return undefined;
    this.#ready.delete(key);
    this.#ready.set(key, known);
    const [oldest] = this.#ready.keys();
    if (this.#ready.size > KEPT && oldest !== undefined) this.#ready.delete(oldest);
    return known;
  }
}

/** Decisions in recorded order: the last approval rules; a baseline that is superseded rules nothing. */
export function rulingDecision(decisions: readonly SeenDecision[]): SeenDecision | undefined {
  return decisions.reduce<SeenDecision | undefined>((ruling, decision) => {
    if (decision.outcome === 'approved') return decision;
    const isAboutRuling =
      ruling && detailOf<BaselineDecision>(ruling).baselineId === detailOf<BaselineDecision>(decision).baselineId;
    return isAboutRuling && decision.outcome === 'superseded' ? undefined : ruling;
  }, undefined);
}

async function readBaseline(reading: Reading, house: Reading, baselineId: Id): Promise<KnownBaseline | undefined> {
  const [captured] = await reading.levels({ subject: baselineId, measures: ['baseline'] });
  if (!captured) return undefined;
  const content = valueOf<BaselineValue>(captured);
  const captures = await reading.levels({ within: baselineId, measures: ['baseline.line'] });
  // Summaries only group: they have neither budget nor progress.
  const levels = captures.filter((level) => valueOf<BaselineLineValue>(level).type !== 'summary');
  const lines = levels.map((level) => ({
    ...valueOf<BaselineLineValue>(level),
    activityId: lastOf(level.subject),
    event: level.event,
  }));
  const used = [...new Set([content.calendarId, ...lines.map(({ calendarId }) => calendarId)])];
  const calendars = calendarsAt(
    await house.levelHistory({ subjects: used, measures: ['calendar'] }),
    captured.position,
  );
  const project = calendars.get(content.calendarId);
  if (!project)
    throw new Error(`Baseline ${baselineId} follows calendar ${content.calendarId}, which was never published.`);
  const forFigures = {
    calendar: project,
    projectStart: content.projectStart,
    lines: lines.map((line) => lineFor(line, calendars)),
  };
  return {
    baselineId,
    captured: content,
    lines,
    forFigures,
    plannedValue: new PlannedValue(forFigures),
    lineage: lineageOf([captured, ...levels].map(({ event, n }) => lineageHash(event, n))),
  };
}

/** Each calendar in the version that was known when the baseline was captured: later ones do not move what was approved. */
function calendarsAt(history: readonly SeenLevel[], captured: number): ReadonlyMap<Id, WorkingCalendar> {
  const versions = Map.groupBy(history, ({ subject }) => subject);
  return new Map(
    [...versions].flatMap(([calendarId, levels]) => {
      const version = levels.findLast(({ position }) => position <= captured) ?? levels[0];
      return version ? [[calendarId, compileCalendar(valueOf<CalendarValue>(version))] as const] : [];
    }),
  );
}

function lineFor(line: KnownLine, calendars: ReadonlyMap<Id, WorkingCalendar>): BaselineLine {
  const { activityId, start, finish, fixed, variable, earningRule } = line;
  const calendar = calendars.get(line.calendarId);
  return {
    activityId,
    start,
    finish,
    fixed,
    variable,
    earningRule: { kind: earningRule },
    ...(calendar && { calendar }),
  };
}
