import { type Minute, minuteOf } from '@bw/working-time';
import type { ClockEvent, ClockRefusal, ClockTerms, RefusedEvent } from './clock.ts';

/** One pause as reported; it may end earlier by itself (CL8). */
export interface Pause {
  readonly reason: string;
  readonly from: Minute;
  readonly to?: Minute;
}

/** A stretch in which the clock was open: from the start or a reopening to the stop. */
export interface OpenSpan {
  readonly from: Minute;
  readonly to?: Minute;
}

/** One run of the clock from nothing; a reopening that restarts begins the next (CL12). */
export interface Cycle {
  readonly spans: readonly OpenSpan[];
  readonly pauses: readonly Pause[];
  readonly closed?: { readonly by: 'stop' | 'cancel'; readonly at: Minute; readonly recorded: Minute };
}

export interface Cycles {
  readonly cycles: readonly Cycle[];
  readonly refused: readonly RefusedEvent[];
}

/** Events, in the order they were recorded, as segments; what may not be is refused and changes nothing (CL14). */
export function cyclesOf(events: readonly ClockEvent[], terms: ClockTerms): Cycles {
  const cycles: Cycle[] = [];
  const refused: RefusedEvent[] = [];
  for (const event of events) {
    const current = cycles.at(-1);
    const code = refusalOf(event, current, terms);
    if (code) refused.push({ event: event.id, code });
    else apply(event, cycles, terms);
  }
  return { cycles, refused };
}

function refusalOf(event: ClockEvent, current: Cycle | undefined, terms: ClockTerms): ClockRefusal | undefined {
  const open = current !== undefined && !current.closed;
  switch (event.type) {
    case 'start':
      return undefined;
    case 'reopen':
      return current?.closed?.by === 'stop' ? undefined : 'NOT_STOPPED';
    case 'pause':
      if (!open) return 'NOT_OPEN';
      if (!event.reason || !terms.pauseReasons.includes(event.reason)) return 'PAUSE_REASON_NOT_ALLOWED';
      return event.clientNotified ? undefined : 'CLIENT_NOT_NOTIFIED';
    case 'resume':
    case 'cancel':
      return open ? undefined : 'NOT_OPEN';
    case 'stop':
      return open ? backdating(event, terms) : 'NOT_OPEN';
  }
}

/** A stop may be dated back so many plain minutes, with a reason (CL13). */
function backdating({ at, recorded, reason }: ClockEvent, terms: ClockTerms): ClockRefusal | undefined {
  const back = minuteOf(recorded) - minuteOf(at);
  if (back <= 0) return undefined;
  if (back > terms.backdateMinutes) return 'BACKDATE_TOO_FAR';
  return reason ? undefined : 'BACKDATE_REASON_MISSING';
}

function apply(event: ClockEvent, cycles: Cycle[], terms: ClockTerms): void {
  const at = minuteOf(event.at);
  const current = cycles.at(-1);
  const replace = (cycle: Cycle) => cycles.splice(-1, 1, cycle);
  const begin = () => cycles.push({ spans: [{ from: at }], pauses: [] });
  if (!current || event.type === 'start') {
    // A clock starts once: the same start told again changes nothing.
    if (!current) begin();
    return;
  }
  switch (event.type) {
    case 'pause':
      replace({ ...current, pauses: [...current.pauses, { reason: event.reason ?? '', from: at }] });
      return;
    case 'resume':
      replace({
        ...current,
        pauses: current.pauses.map((pause) => (pause.reason === event.reason ? ended(pause, at) : pause)),
      });
      return;
    case 'stop':
    case 'cancel':
      replace({
        spans: current.spans.map((span) => (span.to === undefined ? { ...span, to: at } : span)),
        pauses: current.pauses.filter(({ from }) => from < at).map((pause) => ended(pause, at)),
        closed: { by: event.type, at, recorded: minuteOf(event.recorded) },
      });
      return;
    case 'reopen':
      if (terms.reopen === 'restart') begin();
      else replace({ spans: [...current.spans, { from: at }], pauses: current.pauses });
  }
}

/** A stop dated back before the end of a pause ends it earlier. */
function ended(pause: Pause, at: Minute): Pause {
  return pause.to === undefined || pause.to > at ? { ...pause, to: at } : pause;
}
