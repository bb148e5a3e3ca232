import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '@bw/contracts-base';
import { EventStore } from '@bw/event-store';
import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { createService } from '../src/service.ts';

export const CLIENT = idOf('client');
export const ENGAGEMENT = idOf('engagement');
export const place = { client: CLIENT, engagement: ENGAGEMENT };

/** A risk service of its own under the replay clock, with one engagement and its people. */
export class RiskService {
  private constructor(readonly under: ServiceUnderTest) {}

  static async start(at: string): Promise<RiskService> {
    const under = await withService({
      service: 'risk',
      createService,
      consumes: ['engagement', 'scheduling', 'reporting', 'risk'],
      clock: 'replay',
    });
    const service = new RiskService(under);
    await service.advance(at);
    await under.knows(place);
    for (const role of ['director', 'project-manager'] as const) await under.grant(role);
    await under.grant('sponsor', { client: CLIENT });
    return service;
  }

  as(who: string) {
    return this.under.as(who);
  }

  /** Something happens elsewhere, and all that follows here. */
  async happens(type: string, data: object): Promise<void> {
    await this.under.happens(type.split('.')[0] ?? '', { type, data }, place);
    await this.quiet();
  }

  /** Moves the clock, and lets all that is due happen. */
  async advance(to: string): Promise<void> {
    const { status, body } = await this.under.anonymous.post('/ops/risk/clock', { to });
    if (status !== 200) throw new Error(`The clock was not set to ${to}: ${JSON.stringify(body)}`);
    await this.quiet();
  }

  /** From timer to timer, as the platform's coordinator does it, so that each fires at its own time. */
  async advanceStepwise(to: string): Promise<void> {
    for (;;) {
      const { body } = await this.under.anonymous.get<{ nextTimer?: string }>('/ops/risk/clock');
      const { nextTimer } = body;
      if (!nextTimer || nextTimer > to) break;
      await this.advance(nextTimer);
    }
    await this.advance(to);
  }

  /** Until the service has answered all of its own events, and those answers. */
  async quiet(): Promise<void> {
    for (let looks = 0, calm = 0; calm < 3; looks += 1) {
      const { body } = await this.under.anonymous.get<Standing>('/ops/risk/positions');
      const { log, consumed, pending } = body;
      calm = (consumed['risk'] ?? 0) >= log && pending === 0 ? calm + 1 : 0;
      if (looks > 2_000) throw new Error(`The service does not come to rest: ${JSON.stringify(body)}`);
      await pause(5);
    }
  }

  /** What the service's log holds, of these types where some are named. */
  async log(...types: readonly string[]): Promise<readonly Event[]> {
    const events = await this.under.app.get(EventStore).readLog(0, 10_000);
    return events.filter(({ type }) => types.length === 0 || types.includes(type.replace('risk.', '')));
  }
}

interface Standing {
  readonly log: number;
  readonly consumed: Readonly<Record<string, number>>;
  readonly pending: number;
}
