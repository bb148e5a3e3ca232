import { Clock, Commands, type Timer, Timers } from '@bw/event-store';
import { type Id, type Instant, isInstant } from '@bw/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { issuedByTimer, placeOfTimer } from '../clocks/timer-command.ts';
import type { Place } from '../promises/turn.ts';
import { risks } from '../streams.ts';

const TIMER = 'risk-acceptance';

/** Ends the acceptance of a risk at its time. A renewed acceptance moves the timer; a void one lets it fire in vain. */
@Injectable()
export class AcceptanceTimer implements OnModuleInit {
  constructor(
    private readonly commands: Commands,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timers.on(TIMER, (timer) => this.#fire(timer));
  }

  async set(riskId: Id, expires: Instant, { place, tenant, correlation }: AcceptanceOf): Promise<void> {
    const payload = { ...place, expires, correlation };
    await this.timers.set({ tenant, name: TIMER, key: riskId, due: expires, payload });
  }

  async #fire(timer: Timer): Promise<void> {
    const { expires } = timer.payload;
    if (!isInstant(expires)) throw new Error(`The timer ${timer.name} of ${timer.key} names no end of an acceptance.`);
    const issued = issuedByTimer(timer, this.clock.now());
    const target = { id: timer.key, ...placeOfTimer(timer) };
    await this.commands.run(risks, target, { type: 'ExpireAcceptance', data: { expires }, issued }, issued);
  }
}

export interface AcceptanceOf {
  readonly tenant: Id;
  readonly place: Place;
  readonly correlation: Id;
}
