import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { ContractCatalogue, contractSet, Count, EventContract, Id, sample } from '@bw/contracts-base';
import { Commands, type StreamKind } from '@bw/event-store';
import { accept, type Decider, type Id as Identity, type Issued, refuse } from '@bw/kernel';
import { idOf, TEST_TENANT } from '@bw/testing';
import {
  Allows,
  AnswersCommand,
  AnswersLines,
  type Batch,
  createServiceApp,
  Database,
  IdParam,
  IssuedNow,
  Lines,
  refusals,
  reply,
} from '../index.ts';
import { type Client, type ServiceUnderTest, withService } from '../testing.ts';

@EventContract({ type: 'tills.MoneyPutIn', version: 1, about: 'Money was put in.' })
class MoneyPutIn {
  @Id() readonly tillId!: string;
  @Count() readonly amount!: number;
}

type Put = { type: 'PutIn'; data: MoneyPutIn };
type PutIn = { type: 'tills.MoneyPutIn'; data: MoneyPutIn };
const decider: Decider<number, Put, PutIn, 'till-is-full'> = {
  initial: 0,
  decide: ({ data }, sum) =>
    sum + data.amount > 1_000 ? refuse('till-is-full', { sum }) : accept({ type: 'tills.MoneyPutIn', data }),
  evolve: (sum, { data }) => sum + data.amount,
};
const till: StreamKind<number, Put, PutIn, 'till-is-full'> = { prefix: 'till-', decider };

class AmountBody {
  @Count() readonly amount!: number;
}

class AmountLine extends AmountBody {
  @Id() readonly tillId!: string;
}

@Controller('tills')
class TillController {
  constructor(private readonly commands: Commands) {}

  @Post('batch')
  @HttpCode(200)
  @Allows('anyone')
  @AnswersLines({})
  many(@Lines(AmountLine) lines: Batch<AmountLine>) {
    return lines.run((data, issued) => this.#put(data.tillId, data.amount, issued), { order: ({ tillId }) => tillId });
  }

  @Post(':tillId/payments')
  @HttpCode(200)
  @Allows('anyone')
  @AnswersCommand()
  async pay(@IdParam('tillId') tillId: string, @Body() { amount }: AmountBody, @IssuedNow() issued: Issued) {
    if (amount === 500) await pause(300);
    return reply(await this.#put(tillId, amount, issued));
  }

  #put(tillId: Identity, amount: number, issued: Issued) {
    return this.commands.run(till, { id: tillId }, { type: 'PutIn', data: { tillId, amount } }, issued);
  }
}

@Module({ controllers: [TillController] })
class TillModule {}

describe('commands that come twice', () => {
  let tills: ServiceUnderTest;
  let caller: Client;

  beforeAll(async () => {
    const contracts = contractSet('tills', [MoneyPutIn], [sample(MoneyPutIn, { tillId: idOf('till'), amount: 1 })]);
    const full = refusals<'till-is-full'>({ 'till-is-full': { code: 'LIMIT_EXCEEDED', detail: 'The till is full.' } });
    const parts = { module: TillModule, contracts: ContractCatalogue.join(contracts), refusals: [full] };
    tills = await withService({ service: 'tills', createService: (config) => createServiceApp(parts, config) });
    caller = tills.as('somebody');
  });
  afterAll(() => tills.stop());

  const sumOf = async (id: Identity) => (await tills.app.get(Commands).load(till, TEST_TENANT, id)).state;
  const url = (id: Identity) => `/api/v1/tills/${id}/payments`;

  it('are one command; the second answer is the first one again', async () => {
    const id = idOf('till', 1);
    const first = await caller.post(url(id), { amount: 10 }, { key: 'one' });
    const second = await caller.post(url(id), { amount: 10 }, { key: 'one' });
    expect(second.body).toEqual(first.body);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(second.headers['etag']).toBe('"1"');
    expect(await sumOf(id)).toBe(10);
  });

  it('are one command even where the kept answer was lost', async () => {
    const id = idOf('till', 2);
    const first = await caller.post(url(id), { amount: 10 }, { key: 'two' });
    await tills.app.get(Database).withTenant(TEST_TENANT, (tx) => tx.query('delete from shell.idempotency_key'));
    expect((await caller.post(url(id), { amount: 10 }, { key: 'two' })).body).toEqual(first.body);
    expect(await sumOf(id)).toBe(10);
  });

  it('must be the same request', async () => {
    const id = idOf('till', 3);
    await caller.post(url(id), { amount: 10 }, { key: 'three' });
    const other = await caller.post(url(id), { amount: 11 }, { key: 'three' });
    expect(other.body).toMatchObject({ status: 422, code: 'KEY_REUSED' });
    expect((await tills.as('another').post(url(id), { amount: 11 }, { key: 'three' })).status).toBe(200);
    expect(await sumOf(id)).toBe(21);
  });

  it('have to wait for the first one', async () => {
    const id = idOf('till', 4);
    const first = caller.post(url(id), { amount: 500 }, { key: 'four' });
    await pause(100);
    expect((await caller.post(url(id), { amount: 500 }, { key: 'four' })).body).toMatchObject({
      status: 409,
      code: 'IN_FLIGHT',
    });
    expect((await first).status).toBe(200);
    expect(await sumOf(id)).toBe(500);
  });

  it('may be tried again with the same key where they were refused', async () => {
    const id = idOf('till', 5);
    await caller.post(url(id), { amount: 995 });
    expect((await caller.post(url(id), { amount: 10 }, { key: 'five' })).body).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      sum: 995,
    });
    expect((await caller.post(url(id), { amount: 5 }, { key: 'five' })).status).toBe(200);
  });

  it('need a key, and not too long a one', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': '' };
    expect((await caller.raw(url(idOf('till', 6)), '{"amount":1}', headers)).body).toMatchObject({
      status: 400,
      code: 'VALIDATION',
    });
    const long = await caller.post(url(idOf('till', 6)), { amount: 1 }, { key: 'x'.repeat(201) });
    expect(long.body).toMatchObject({ status: 400, code: 'VALIDATION' });
  });

  it('carry reason, effective day and correlation into the log', async () => {
    const id = idOf('till', 7);
    const correlation = idOf('correlation');
    const headers = {
      'bw-effective': '2026-03-29[Europe/Warsaw]',
      'bw-reason': encodeURIComponent('zu spät gemeldet'),
      'x-correlation-id': correlation,
    };
    await caller.post(url(id), { amount: 1 }, { headers });
    const { rows } = await tills.app.get(Database).withTenant(TEST_TENANT, (tx) =>
      tx.query(
        `select e.reason, e.correlation, e.effective, e.effective_day::text, e.effective_zone
         from log.event e join log.stream s using (stream_no) where s.name = $1`,
        [`till-${id}`],
      ),
    );
    expect(rows).toEqual([
      {
        reason: 'zu spät gemeldet',
        correlation,
        effective: new Date('2026-03-28T23:00:00.000Z'),
        effective_day: '2026-03-29',
        effective_zone: 'Europe/Warsaw',
      },
    ]);
  });

  it('may come in batches, each line for itself', async () => {
    const [a, b] = [idOf('till', 'a'), idOf('till', 'b')];
    const lines = [
      { command: 'a1', tillId: a, amount: 600 },
      { command: 'b1', tillId: b, amount: 1 },
      { command: 'a2', tillId: a, amount: 600 },
      { command: 'a3', tillId: a, amount: 400 },
      { command: 'x', tillId: a },
      { tillId: a, amount: 1 },
      { command: 'a1', tillId: a, amount: 600 },
    ];
    const { status, body } = await caller.batch('/api/v1/tills/batch', lines);
    expect(status).toBe(200);
    expect(body.map((line) => [line.line, line.command, line.status, line.version ?? line.problem?.code])).toEqual([
      [1, 'a1', 200, 1],
      [2, 'b1', 200, 1],
      [3, 'a2', 409, 'LIMIT_EXCEEDED'],
      [4, 'a3', 200, 2],
      [5, 'x', 400, 'VALIDATION'],
      [6, undefined, 400, 'VALIDATION'],
      [7, 'a1', 200, 1],
    ]);
    expect((await caller.batch('/api/v1/tills/batch', lines)).body.map(({ status: each }) => each)).toEqual(
      body.map(({ status: each }) => each),
    );
    expect([await sumOf(a), await sumOf(b)]).toEqual([1_000, 1]);
  });

  it('come in batches of a limited size, a JSON object per line', async () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ command: `${index}` }));
    expect((await caller.batch('/api/v1/tills/batch', many)).body).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    expect((await caller.batch('/api/v1/tills/batch', [])).body).toMatchObject({ status: 400 });
    const odd = await caller.raw<readonly { status: number }[]>('/api/v1/tills/batch', 'nonsense\n[]\n', {
      'content-type': 'application/x-ndjson',
    });
    expect(odd.body.map(({ status }) => status)).toEqual([400, 400]);
    expect((await caller.post('/api/v1/tills/batch', { amount: 1 })).body).toMatchObject({ status: 415 });
  });
});
