import { WAITING_REASONS, type SlaClockEvent } from '@bw/contracts-risk';
import type { Instant } from '@bw/kernel';
import type { SeenDecision } from '@bw/projections';
import type { ClockEvent, ClockHistory, ClockPolicy } from '@bw/sla-engine';
import { detailOf } from '../reading/values.ts';

type Data<Type extends SlaClockEvent['type']> = Extract<SlaClockEvent, { type: Type }>['data'];

/** Name of the calendar of clocks that count every minute. */
export const ALWAYS = 'always';

export const calendarKey = (id: string | undefined, version: number | undefined): string =>
  id === undefined ? ALWAYS : `${id}/${version ?? 0}`;

/** Stops may have been backdated as far as risk allowed; here they are history. */
const ANY_TIME = 100_000_000;

/**
 * What happened to a clock, as the engine of clocks reads it. Risk has decided what counts; this only counts it again,
 * so that elapsed and remaining time are right at any point, not just where an event happens to stand.
 */
export function clockHistory(history: readonly SeenDecision[]): ClockHistory | undefined {
  const [started] = history;
  if (!started || started.outcome !== 'started') return undefined;
  const { warnAtBp, reopen } = detailOf<Data<'risk.SlaClockStarted'>>(started);
  return {
    terms: { warnBp: warnAtBp, pauseReasons: [...WAITING_REASONS], reopen, backdateMinutes: ANY_TIME },
    policies: history.flatMap(policyOf),
    events: history.flatMap((decision, index) => eventOf(decision, `${index}`)),
  };
}

function policyOf(decision: SeenDecision): readonly ClockPolicy[] {
  if (decision.outcome === 'started') {
    const { targetMinutes, calendarId, calendarVersion, at } = detailOf<Data<'risk.SlaClockStarted'>>(decision);
    return [{ kind: 'policy', recorded: at, targetMinutes, calendar: calendarKey(calendarId, calendarVersion) }];
  }
  if (decision.outcome !== 'recalculated') return [];
  const { because, targetMinutes, calendarId, calendarVersion, at } =
    detailOf<Data<'risk.SlaClockRecalculated'>>(decision);
  const kind = because === 'calendar' ? 'calendar-correction' : 'policy';
  return [{ kind, recorded: at, targetMinutes, calendar: calendarKey(calendarId, calendarVersion) }];
}

function eventOf(decision: SeenDecision, id: string): readonly ClockEvent[] {
  const at = (type: ClockEvent['type'], more: Partial<ClockEvent> = {}): readonly ClockEvent[] => {
    const when = detailOf<{ readonly at: Instant }>(decision).at;
    return [{ id, type, at: when, recorded: when, ...more }];
  };
  switch (decision.outcome) {
    case 'started':
      return at('start');
    case 'paused':
      return at('pause', { reason: detailOf<Data<'risk.SlaClockPaused'>>(decision).reason, clientNotified: true });
    case 'resumed':
      return at('resume', { reason: detailOf<Data<'risk.SlaClockResumed'>>(decision).reason });
    case 'met':
      return at('stop', { recorded: detailOf<Data<'risk.SlaMet'>>(decision).noted, reason: 'noted later' });
    case 'reopened':
      return at('reopen');
    case 'cancelled':
      return at('cancel');
    default:
      return [];
  }
}
