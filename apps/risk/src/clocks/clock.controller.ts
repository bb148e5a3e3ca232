import { BasisPoints, Count, Id, Instant, ListOf, Minutes, OneOf, SignedMinutes } from '@bw/contracts-base';
import { CLOCK_KINDS, type ClockKind } from '@bw/contracts-risk';
import { Allows, Answers, Caller, IdParam, type Principal, versioned } from '@bw/service-shell';
import type { ClockState as ReadState } from '@bw/sla-engine';
import { Controller, Get } from '@nestjs/common';
import { Doors, unknownThing } from '../access/doors.ts';
import { type ClockNow, ClockProcess } from './clock.process.ts';

const CLOCK_STATES = [
  'none',
  'running',
  'paused',
  'breached',
  'breached-paused',
  'met',
  'met-late',
  'cancelled',
] as const satisfies readonly ReadState[];

export class FiredView {
  /** A warning point; absent for the breach. */
  @BasisPoints({ optional: true }) readonly pointBp?: number;
  @OneOf('warning', 'breach') readonly kind!: 'warning' | 'breach';
  @Instant() readonly at!: string;
}

/** A clock as it stands now, counted from its history. */
export class ClockView {
  @Id() readonly clockId!: string;
  @Id() readonly issueId!: string;
  @Id() readonly engagementId!: string;
  @OneOf(...CLOCK_KINDS) readonly clock!: ClockKind;
  @OneOf(...CLOCK_STATES) readonly state!: ReadState;
  @Instant() readonly at!: string;
  @Count({ min: 1 }) readonly cycle!: number;
  @Minutes() readonly targetMinutes!: number;
  @Minutes() readonly elapsedMinutes!: number;
  @Minutes() readonly pausedMinutes!: number;
  /** Below zero once over the target. */
  @SignedMinutes() readonly remainingMinutes!: number;
  @Instant({ optional: true }) readonly due?: string;
  /** The version of the calendar that it counts by now. */
  @Id({ optional: true }) readonly calendarId?: string;
  @Count({ min: 1, optional: true }) readonly calendarVersion?: number;
  /** What was told in this cycle, and when. */
  @ListOf(() => FiredView, { max: 1000 }) readonly fired!: readonly FiredView[];
}

/** How much of a promised time is used up. */
@Controller('clocks')
export class ClockController {
  constructor(
    private readonly clocks: ClockProcess,
    private readonly doors: Doors,
  ) {}

  @Get(':clockId')
  @Allows('member')
  @Answers(ClockView, { etag: true })
  async read(@IdParam('clockId') clockId: string, @Caller() caller: Principal) {
    const found = await this.clocks.read(caller.tenant, clockId);
    if (!found) throw unknownThing('clock', clockId);
    await this.doors.open(caller, 'read', { what: 'clock', id: clockId, engagement: found.clock.engagementId });
    return versioned(viewOf(found), found.version);
  }
}

function viewOf({ clock, reading, at }: ClockNow): ClockView {
  const { clockId, issueId, engagementId, clock: kind, promise, fired } = clock;
  const { state, cycle, targetMinutes, elapsedMinutes, pausedMinutes, remainingMinutes, due } = reading;
  const { calendar } = promise;
  return {
    clockId,
    issueId,
    engagementId,
    clock: kind,
    state,
    at,
    cycle,
    targetMinutes,
    elapsedMinutes,
    pausedMinutes,
    remainingMinutes,
    ...(due && { due }),
    ...(calendar && { calendarId: calendar.calendarId, calendarVersion: calendar.version }),
    fired: fired.map(({ timer, at: when }) =>
      timer.kind === 'WARN' ? { kind: 'warning', pointBp: timer.pointBp, at: when } : { kind: 'breach', at: when },
    ),
  };
}
