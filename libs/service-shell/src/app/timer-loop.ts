import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Timers } from '@bw/event-store';

/** Lets timers fire once every handler is registered, and no more once the service stops. */
@Injectable()
export class TimerLoop implements BeforeApplicationShutdown {
  constructor(private readonly timers: Timers) {}

  start(): void {
    this.timers.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.timers.stop();
  }
}
