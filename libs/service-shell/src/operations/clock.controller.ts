import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Instant, OneOf, Optional } from '@bw/contracts-base';
import { Clock, ClockRefused, ReplayClock, Timers } from '@bw/event-store';
import { EventBus } from '../app/event-bus.ts';
import { Problem } from '../http/problem.ts';
import { Answers, Operations } from '../http/routes.ts';

class ServiceClock {
  @OneOf('wall', 'replay') readonly mode!: 'wall' | 'replay';
  @Instant() readonly now!: string;
  /** When the next timer of this service is due. */
  @Optional() @Instant() readonly nextTimer?: string;
}

class SetServiceClock {
  @Instant() readonly to!: string;
}

/** The service's clock; under a replay clock also the way to set it. */
@Operations()
@Controller('clock')
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly timers: Timers,
    private readonly bus: EventBus,
  ) {}

  @Get()
  @Answers(ServiceClock)
  async read(): Promise<ServiceClock> {
    const nextTimer = await this.timers.next();
    return { mode: this.clock.mode, now: this.clock.now(), ...(nextTimer && { nextTimer }) };
  }

  /** Forward only, and never beyond the real time; answers when the timers that are due by then have fired. */
  @Post()
  @HttpCode(200)
  @Answers(ServiceClock)
  async advance(@Body() { to }: SetServiceClock): Promise<ServiceClock> {
    if (!(this.clock instanceof ReplayClock)) {
      const hint = 'Start an empty installation with BW_CLOCK=replay.';
      throw new Problem({ code: 'STATE_CONFLICT', detail: 'This clock follows the wall; nobody sets it.', hint });
    }
    try {
      await this.clock.advance(to);
    } catch (error) {
      if (error instanceof ClockRefused) throw new Problem({ code: 'STATE_CONFLICT', detail: error.message });
      throw error;
    }
    await this.timers.fireDue();
    await this.bus.seal(); // so that readers need not wait for the next seal to know the log up to here
    return this.read();
  }
}
