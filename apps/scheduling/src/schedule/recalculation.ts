import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Commands, type CommandResult, derivedId, type Timer, Timers } from '@bw/event-store';
import { type Id, isId, type Issued, toInstant } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database } from '@bw/service-shell';
import { Places } from '../plans/places.ts';
import { SchedulingSettings } from '../settings.ts';
import { streams } from '../streams.ts';
import { ScheduleDesk } from './schedule.desk.ts';
import { calculate, sourceHash } from './schedule-result.ts';

const TIMER = 'recalculate';
const ACTOR = 'system:scheduling';

interface LastRun {
  readonly run: Id;
  readonly input_hash: string;
  readonly finish: Date;
  readonly critical: readonly Id[];
}

/** Calculates a plan's schedule again when it has been quiet for a while after a change, and when somebody asks. */
@Injectable()
export class Recalculation implements OnModuleInit {
  /** When each plan's timer was last moved, so that a burst of a thousand events does not move it a thousand times. */
  readonly #moved = new Map<string, number>();

  constructor(
    private readonly timers: Timers,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly desk: ScheduleDesk,
    private readonly database: Database,
    private readonly places: Places,
    private readonly settings: SchedulingSettings,
  ) {}

  onModuleInit(): void {
    this.timers.on(TIMER, (timer) => this.#request(timer));
  }

  /** Something changed that the plan's dates may depend on. */
  async touch(tenant: Id, planId: Id): Promise<void> {
    const { quietMilliseconds: quiet } = this.settings;
    const now = Date.parse(this.clock.now());
    const moved = this.#moved.get(planId);
    if (moved !== undefined && now >= moved && now < moved + quiet / 4) return;
    await this.timers.set({ tenant, name: TIMER, key: planId, due: toInstant(now + quiet), payload: { planId } });
    this.#moved.set(planId, now);
  }

  /** Answers a `ScheduleRequested`; `tx` keeps what the next run is compared with. */
  async run(runId: Id, planId: Id, issued: Issued, tx: Transaction): Promise<CommandResult | undefined> {
    const { tenant } = issued;
    const gathered = await this.desk.gather(tenant, planId, tx);
    if (!gathered) return undefined;
    const { source, planVersion } = gathered;
    const target = { id: runId, ...(await this.places.of(tenant, source.plan.engagementId)) };
    const calculation = calculate(source);
    if (!calculation.done) {
      const { cause, detail } = calculation;
      return this.commands.run(streams.scheduleRun, target, { type: 'FailRun', data: { cause, detail } }, issued);
    }
    const last = await lastRun(planId, tx);
    const previous = last && { finish: last.finish.toISOString(), critical: last.critical };
    const data = { ...calculation.result, planVersion, calculatedAt: issued.at, ...(previous && { previous }) };
    const done = await this.commands.run(streams.scheduleRun, target, { type: 'CompleteRun', data }, issued);
    const { inputHash, finish, lines } = calculation.result;
    const critical = lines.filter((line) => line.critical).map(({ activityId }) => activityId);
    await tx.query(KEEP, [tenant, planId, runId, inputHash, finish, critical]);
    return done;
  }

  /** Asks for a run, unless the last one had the very same input. */
  async #request({ tenant, due, payload }: Timer): Promise<void> {
    const { planId } = payload;
    if (!isId(planId)) throw new Error(`The timer ${TIMER} names no plan: ${JSON.stringify(payload)}`);
    this.#moved.delete(planId);
    const { gathered, last } = await this.database.withTenant(tenant, async (tx) => ({
      gathered: await this.desk.gather(tenant, planId, tx),
      last: await lastRun(planId, tx),
    }));
    if (!gathered || gathered.source.plan.activities.size === 0) return;
    if (last?.input_hash === sourceHash(gathered.source)) return;

    const { engagementId } = gathered.source.plan;
    const runId = derivedId(planId, 'run', due);
    const at = this.clock.now();
    const command = derivedId(runId, 'request');
    const issued = { at, effective: { at }, tenant, actor: ACTOR, command, correlation: command, causation: command };
    const data = { runId, planId, engagementId, cause: 'change' as const };
    const target = { id: runId, ...(await this.places.of(tenant, engagementId)) };
    await this.commands.run(streams.scheduleRun, target, { type: 'RequestSchedule', data }, issued);
  }
}

async function lastRun(planId: Id, tx: Transaction): Promise<LastRun | undefined> {
  const { rows } = await tx.query<LastRun>(
    'select run, input_hash, finish, critical from scheduling.schedule where plan = $1',
    [planId],
  );
  return rows[0];
}

const KEEP = `
  insert into scheduling.schedule (tenant, plan, run, input_hash, finish, critical) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, plan) do update set run = excluded.run, input_hash = excluded.input_hash,
    finish = excluded.finish, critical = excluded.critical`;
