import {
  calendars,
  type Case,
  cases,
  type ClockCase,
  type EscalationCase,
  historyOf,
  type KpiCase,
  readingOf,
  stateOf,
  toInstant,
} from './cases.fixture.ts';
import {
  clockAt,
  type CountedClock,
  ladderAt,
  meanTimeToResolve,
  percentile90,
  reopenRate,
  shareInTarget,
} from './index.ts';

function clock(given: ClockCase): unknown {
  const history = historyOf(given);
  const known = calendars(given.calendars);
  const read = given.read_at.map((at) => ({ at, reading: clockAt(history, known, { at: toInstant(at) }) }));
  return {
    readings: read.map(({ at, reading }) => readingOf(at, reading)),
    rejected: read.at(-1)?.reading.refused,
  };
}

function escalation(given: EscalationCase): unknown {
  const { fired } = ladderAt(
    {
      raisedAt: toInstant(given.raised_at),
      severity: given.severity,
      levels: given.levels.map(({ level, after_min, receivers }) => ({ level, afterMinutes: after_min, receivers })),
      dutyManager: given.duty_manager,
      ...(given.acknowledged_at ? { acknowledgedAt: toInstant(given.acknowledged_at) } : {}),
    },
    calendars(given.calendars),
    toInstant(given.until),
  );
  return { fired: fired.map((step) => ({ ...step, at: step.at.replace('.000Z', 'Z') })) };
}

function kpi(given: KpiCase): unknown {
  const counted = (given.clocks ?? []).map(
    ({ state, severity, due_at, elapsed_min }): CountedClock & { severity: number } => ({
      severity,
      state: stateOf(state),
      elapsedMinutes: elapsed_min,
      ...(due_at ? { due: toInstant(due_at) } : {}),
    }),
  );
  switch (given.kpi) {
    case 'K14':
    case 'K15': {
      const { value, undefinedReason, met, due } = shareInTarget(counted, toInstant(given.window_end ?? ''));
      return { value_bp: value, met, due, undefined: undefinedReason ?? null };
    }
    case 'K16': {
      const bySeverity = Object.entries(Object.groupBy(counted, ({ severity }) => severity));
      return {
        mean_min_by_severity: Object.fromEntries(
          bySeverity.map(([severity, list]) => [severity, meanTimeToResolve(list ?? []).value]),
        ),
        undefined: null,
      };
    }
    case 'K17': {
      const of = (type: string) =>
        (given.events ?? []).filter((event) => event.type === type).map(({ issue }) => issue);
      const { value, undefinedReason, reopened, resolved } = reopenRate(of('RESOLVED'), of('REOPENED'));
      return { value_bp: value, reopened, resolved, undefined: undefinedReason ?? null };
    }
    default: {
      const { value, undefinedReason } = percentile90(given.minutes ?? []);
      return { p90_min: value, undefined: undefinedReason ?? null };
    }
  }
}

function answer({ given }: Case): unknown {
  switch (given.kind) {
    case 'clock':
      return clock(given);
    case 'escalation':
      return escalation(given);
    case 'kpi':
      return kpi(given);
  }
}

describe('the worked cases of service-level clocks', () => {
  it.each(cases.map((each) => [each.id, each.title, each] as const))('%s %s', (_id, _title, each) => {
    expect(answer(each)).toEqual(each.expect);
  });

  it('are all there', () => {
    expect(cases).toHaveLength(119);
  });
});
