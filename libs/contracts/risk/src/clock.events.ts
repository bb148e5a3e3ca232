import {
  BasisPoints,
  Count,
  EventContract,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  Optional,
  Text,
  type FactsOf,
} from '@bw/contracts-base';
import { type Severity, WAITING_REASONS, type WaitingReason } from './issue.events.ts';

export const CLOCK_KINDS = ['acknowledge', 'resolve'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const REOPEN_MODES = ['continue', 'restart'] as const;
export type ReopenMode = (typeof REOPEN_MODES)[number];

/** What every event of a clock says, so that nobody has to look up whose clock it is. */
class OfClock {
  @Id() readonly clockId!: string;
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...CLOCK_KINDS) readonly clock!: ClockKind;
}

@EventContract({
  type: 'risk.SlaClockStarted',
  version: 1,
  about: 'A clock runs against a service level. Its state is a function of its events and of the calendar.',
})
export class SlaClockStarted extends OfClock {
  @OneOf(1, 2, 3, 4) readonly severity!: Severity;
  @Count({ min: 1, max: 10_000_000 }) readonly targetMinutes!: number;
  /** Without one every minute counts. */
  @Optional() @Id() readonly calendarId?: string;
  @Optional() @Count({ min: 1 }) readonly calendarVersion?: number;
  @ListOf(BasisPoints({ min: 1 }), { max: 20, unique: true }) readonly warnAtBp!: readonly number[];
  @OneOf(...REOPEN_MODES) readonly reopen!: ReopenMode;
  @Instant() readonly at!: string;
  /** When we learned of it: later than `at` where the service level came later than the issue. */
  @Instant() readonly noted!: string;
  @Instant() readonly due!: string;
}

@EventContract({
  type: 'risk.SlaClockPaused',
  version: 1,
  about: 'From here the minutes do not count.',
})
export class SlaClockPaused extends OfClock {
  @OneOf(...WAITING_REASONS) readonly reason!: WaitingReason;
  @Instant() readonly at!: string;
}

@EventContract({
  type: 'risk.SlaClockResumed',
  version: 1,
  about: 'From here the minutes count again, and the clock is due at a later time.',
})
export class SlaClockResumed extends OfClock {
  @OneOf(...WAITING_REASONS) readonly reason!: WaitingReason;
  @Instant() readonly at!: string;
  @Instant() readonly due!: string;
}

@EventContract({
  type: 'risk.SlaWarningReached',
  version: 1,
  about: 'A clock has used up a named share of its target. What was warned of stays on record whatever follows.',
})
export class SlaWarningReached extends OfClock {
  @BasisPoints() readonly pointBp!: number;
  @Count({ min: 1, max: 1_000_000 }) readonly cycle!: number;
  @Instant() readonly at!: string;
}

@EventContract({
  type: 'risk.SlaBreached',
  version: 1,
  about: 'A clock has used up its target and still runs.',
})
export class SlaBreached extends OfClock {
  @Count({ min: 1, max: 1_000_000 }) readonly cycle!: number;
  @Instant() readonly at!: string;
}

@EventContract({
  type: 'risk.SlaMet',
  version: 1,
  about: 'What the clock waited for has happened, in time or late.',
})
export class SlaMet extends OfClock {
  @Flag() readonly late!: boolean;
  @Count({ min: 1, max: 1_000_000 }) readonly cycle!: number;
  @Count({ min: 0, max: 100_000_000 }) readonly elapsedMinutes!: number;
  @Count({ min: 0, max: 100_000_000 }) readonly pausedMinutes!: number;
  @Count({ min: 1, max: 10_000_000 }) readonly targetMinutes!: number;
  @Instant() readonly at!: string;
  /** When we learned of it: later than `at` where it was backdated. */
  @Instant() readonly noted!: string;
}

@EventContract({
  type: 'risk.SlaClockReopened',
  version: 1,
  about: 'The issue is back: the clock goes on from where it stood, or begins a new cycle.',
})
export class SlaClockReopened extends OfClock {
  @OneOf(...REOPEN_MODES) readonly mode!: ReopenMode;
  @Count({ min: 1, max: 1_000_000 }) readonly cycle!: number;
  @Instant() readonly at!: string;
  @Instant() readonly due!: string;
}

@EventContract({
  type: 'risk.SlaClockRecalculated',
  version: 1,
  about: 'A service level or a calendar was set right: the same stretches of time, counted anew from the start.',
})
export class SlaClockRecalculated extends OfClock {
  @OneOf('service-level', 'calendar') readonly because!: 'service-level' | 'calendar';
  @Count({ min: 1, max: 10_000_000 }) readonly targetMinutes!: number;
  @Optional() @Id() readonly calendarId?: string;
  @Optional() @Count({ min: 1 }) readonly calendarVersion?: number;
  @ListOf(BasisPoints({ min: 1 }), { max: 20, unique: true }) readonly warnAtBp!: readonly number[];
  @OneOf(...REOPEN_MODES) readonly reopen!: ReopenMode;
  @Instant() readonly at!: string;
  /** Absent while the clock is paused with minutes left: then nobody knows. */
  @Optional() @Instant() readonly due?: string;
  /** For a clock that had stopped: whether it stopped late, as counted now. */
  @Optional() @Flag() readonly late?: boolean;
}

@EventContract({
  type: 'risk.SlaClockCancelled',
  version: 1,
  about: 'The clock counts nowhere: its issue was none.',
})
export class SlaClockCancelled extends OfClock {
  @Optional() @Text(1000) readonly why?: string;
  @Instant() readonly at!: string;
}

export type SlaClockEvent = FactsOf<{
  'risk.SlaClockStarted': SlaClockStarted;
  'risk.SlaClockPaused': SlaClockPaused;
  'risk.SlaClockResumed': SlaClockResumed;
  'risk.SlaWarningReached': SlaWarningReached;
  'risk.SlaBreached': SlaBreached;
  'risk.SlaMet': SlaMet;
  'risk.SlaClockReopened': SlaClockReopened;
  'risk.SlaClockRecalculated': SlaClockRecalculated;
  'risk.SlaClockCancelled': SlaClockCancelled;
}>;
