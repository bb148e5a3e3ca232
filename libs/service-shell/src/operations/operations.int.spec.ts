import { Controller, Get, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ContractCatalogue, contractSet, EventContract, Id, sample } from '@bw/contracts-base';
import { Clock, Timers } from '@bw/event-store';
import type { Id as Identity } from '@bw/kernel';
import { type Delivery, OnEvents } from '@bw/messaging';
import { createTestIssuer, idOf, TEST_TENANT } from '@bw/testing';
import { createServiceApp, Positions, Public, Answers, type ServiceConfig } from '../index.ts';
import { type ServiceUnderTest, userOf, withService } from '../testing.ts';

@EventContract({ type: 'bells.BellRung', version: 1, about: 'A bell rang.' })
class BellRung {
  @Id() readonly bellId!: Identity;
}
const contracts = contractSet('bells', [BellRung], [sample(BellRung, { bellId: idOf('bell') })]);

/** What the consumer below heard, and what it cannot bear. */
@Injectable()
class Ear {
  readonly heard: string[] = [];
  deafTo?: string;
}

@Controller()
class EarConsumer {
  constructor(private readonly ear: Ear) {}

  @OnEvents('bells')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery) {
    return delivery.take<{ type: 'bells.BellRung'; data: BellRung }>(message, {
      'bells.BellRung': async ({ bellId }) => {
        if (bellId === this.ear.deafTo) throw new TypeError('cannot read the bell');
        this.ear.heard.push(bellId);
      },
    });
  }
}

@Controller('bells')
class BellController {
  @Get()
  @Public()
  @Answers({})
  ring() {
    return {};
  }
}

@Injectable()
class Alarm implements OnModuleInit {
  readonly fired: string[] = [];

  constructor(
    private readonly timers: Timers,
    private readonly clock: Clock,
    private readonly positions: Positions,
  ) {}

  onModuleInit() {
    this.timers.on('alarm', async ({ key }) => {
      this.fired.push(`${key} at ${this.clock.now()}`);
    });
    this.positions.alsoPending(() => 2);
  }
}

@Module({ controllers: [EarConsumer, BellController], providers: [Ear, Alarm] })
class BellModule {}

const createService = (config: ServiceConfig) =>
  createServiceApp({ module: BellModule, contracts: ContractCatalogue.join(contracts), consumes: ['bells'] }, config);

describe('operations', () => {
  let ears: ServiceUnderTest;

  beforeAll(async () => {
    ears = await withService({ service: 'ears', createService, consumes: ['bells'], clock: 'replay' });
  });
  afterAll(() => ears.stop());

  const ops = async (path: string) => (await ears.anonymous.get(`/ops/ears/${path}`)).body;
  const ring = (bellId: Identity, engagement: Identity) =>
    ears.happens('bells', { type: 'bells.BellRung', data: { bellId } }, { engagement });

  it('say how far the service is', async () => {
    expect(await ops('positions')).toEqual({ log: 0, consumed: { bells: 0 }, pending: 2 });
    await ring(idOf('bell', 1), idOf('engagement', 1));
    expect(await ops('positions')).toEqual({ log: 0, consumed: { bells: 1 }, pending: 2 });
    expect(ears.app.get(Ear).heard).toEqual([idOf('bell', 1)]);
  });

  it('set a replay clock, forward only, and fire what is due by then', async () => {
    const set = async (to: string) => (await ears.anonymous.post('/ops/ears/clock', { to })).body;
    const due = '2026-03-02T09:00:00.000Z';
    await ears.app.get(Timers).set({ tenant: TEST_TENANT, name: 'alarm', key: 'tea', due, payload: {} });
    expect(await ops('clock')).toEqual({ mode: 'replay', now: '2000-01-01T00:00:00.000Z', nextTimer: due });

    expect(await set(due)).toEqual({ mode: 'replay', now: due });
    expect(ears.app.get(Alarm).fired).toEqual([`tea at ${due}`]);
    expect(await set('2025-01-01T00:00:00.000Z')).toMatchObject({
      code: 'STATE_CONFLICT',
      detail: expect.stringContaining('go back'),
    });
    expect(await set('2999-01-01T00:00:00.000Z')).toMatchObject({ code: 'STATE_CONFLICT' });
    expect(await set('tomorrow')).toMatchObject({ code: 'VALIDATION' });
  });

  it('show parked events, apply them again, or set them aside', async () => {
    const [bad, good] = [idOf('bell', 'bad'), idOf('bell', 'good')];
    const engagement = idOf('engagement', 2);
    const ear = ears.app.get(Ear);
    ear.deafTo = bad;
    await ring(bad, engagement);
    await ring(good, engagement);
    await ring(idOf('bell', 'other'), idOf('engagement', 3));
    expect(ear.heard).not.toContain(good);
    expect(ear.heard).toContain(idOf('bell', 'other'));

    const key = `${TEST_TENANT}/${engagement}`;
    const parked = await ears.anonymous.get<{ id: number }[]>('/ops/ears/parked-events');
    expect(parked.body).toMatchObject([
      {
        source: 'bells',
        key,
        type: 'bells.BellRung',
        behind: false,
        state: 'parked',
        reason: expect.stringContaining('cannot read the bell'),
      },
      { key, behind: true, state: 'parked' },
    ]);
    const retry = async () =>
      (await ears.anonymous.post('/ops/ears/parked-events/retry', { source: 'bells', key })).body;
    expect(await retry()).toMatchObject({ applied: 0, left: 2 });

    const skip = async (id: unknown) =>
      ears.anonymous.post(`/ops/ears/parked-events/${String(id)}/skip`, { note: 'broken bell' });
    expect((await skip(parked.body[0]?.id)).body).toEqual({ id: parked.body[0]?.id, state: 'skipped' });
    expect((await skip(4711)).status).toBe(404);
    expect((await skip('x')).status).toBe(404);
    expect(await retry()).toEqual({ applied: 1, left: 0 });
    expect(ear.heard).toContain(good);
    expect((await ears.anonymous.get('/ops/ears/parked-events?state=skipped')).body).toMatchObject([
      { note: 'broken bell' },
    ]);
  });

  it('measure consumers, commands and connections by the names of the house', async () => {
    const { body } = await ears.anonymous.get<string>('/ops/ears/metrics');
    for (const name of ['consumer_lag_records', 'projection_lag_seconds', 'dead_letters_total']) {
      expect(body).toMatch(new RegExp(`bridgework_${name}\\{[^}]*topic="bw.bells.events.v1"`));
    }
    for (const name of [
      'outbox_pending',
      'outbox_oldest_age_seconds',
      'db_pool_connections',
      'authz_denied_total',
      'ratelimited_total',
    ]) {
      expect(body).toMatch(new RegExp(`bridgework_${name}\\{`));
    }
    expect(body).not.toMatch(/nodejs_active_\w+_total/);
  });

  it('describe the service', async () => {
    expect(await ops('openapi.json')).toMatchObject({ openapi: '3.1.0', paths: { '/api/v1/bells': { get: {} } } });
  });

  it('refuse to start without the log of a service that is listened to', async () => {
    await expect(withService({ service: 'ears', createService })).rejects.toThrow(/BELLS_LOG_URL is missing/);
  });
});

describe('operations in production', () => {
  let ears: ServiceUnderTest;

  beforeAll(async () => {
    const variables = { NODE_ENV: 'production', OPERATIONS_TOKEN: 'let-me-operate' };
    ears = await withService({ service: 'ears', createService, consumes: ['bells'], variables });
    await ears.grant('director');
  });
  afterAll(() => ears.stop());

  const statusFor = async (headers: Record<string, string>) =>
    (await ears.anonymous.get('/ops/ears/positions', { headers })).status;

  it('are for administrators and for holders of the operations token', async () => {
    expect(await statusFor({})).toBe(401);
    expect(await statusFor({ authorization: 'Bearer let-me-operate' })).toBe(200);
    expect(await statusFor({ authorization: 'Bearer let-me-operats' })).toBe(401);
    expect((await ears.as('tenant-admin').get('/ops/ears/positions')).status).toBe(200);
    expect((await ears.as('director').get('/ops/ears/positions')).status).toBe(403);
    const forger = await createTestIssuer();
    expect(
      await statusFor(await forger.headers({ user: userOf('director'), tenant: TEST_TENANT, roles: ['tenant-admin'] })),
    ).toBe(401);
  });

  it('leave health and metrics open, and the clock to the wall', async () => {
    expect((await ears.anonymous.get('/ops/ears/health/ready')).status).toBe(200);
    expect((await ears.anonymous.get('/ops/ears/metrics')).status).toBe(200);
    const to = '2026-01-01T00:00:00.000Z';
    expect((await ears.as('tenant-admin').post('/ops/ears/clock', { to })).body).toMatchObject({
      code: 'STATE_CONFLICT',
    });
  });
});
