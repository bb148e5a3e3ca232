import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { ContractCatalogue, Count, Id, ListOf, Optional, Text } from '@bw/contracts-base';
import { idOf } from '@bw/testing';
import { Allows, Answers, createServiceApp, IdParam, Page, Wanted } from '../index.ts';
import { type Client, type ServiceUnderTest, withService } from '../testing.ts';

class Hinge {
  @Text(10) readonly metal!: string;
}

class DoorBody {
  @Text(20) readonly colour!: string;
  @Optional() @Id() readonly frame?: string;
  @Count({ min: 1, max: 9, optional: true }) readonly panes?: number;
  @ListOf(() => Hinge, { max: 3, optional: true }) readonly hinges?: readonly Hinge[];
}

class DoorQuery {
  @Count({ optional: true }) readonly wider?: number;
  @ListOf(Text(10), { max: 2, optional: true }) readonly colours?: readonly string[];
}

@Controller('doors')
class DoorController {
  @Post(':doorId')
  @HttpCode(200)
  @Allows('anyone')
  @Answers({})
  take(@IdParam('doorId') _: string, @Body() body: DoorBody) {
    return body;
  }

  @Get()
  @Allows('anyone')
  @Answers({})
  list(@Query() query: DoorQuery, @Wanted() wanted: Wanted, @Page() page: Page) {
    return { query, wanted, page };
  }
}

@Module({ controllers: [DoorController] })
class DoorModule {}

const DOOR = `/api/v1/doors/${idOf('door')}`;

describe('bad input', () => {
  let doors: ServiceUnderTest;
  let caller: Client;

  beforeAll(async () => {
    const parts = { module: DoorModule, contracts: ContractCatalogue.join() };
    doors = await withService({
      service: 'doors',
      createService: (config) => createServiceApp(parts, config),
      variables: { REQUESTS_PER_MINUTE: '60' },
    });
    caller = doors.as('somebody');
  });
  afterAll(() => doors.stop());

  interface ProblemBody {
    readonly status: number;
    readonly code: string;
    readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  }
  /** The problem in short: status, code, and what is wrong where. */
  const short = ({ status, code, errors = [] }: ProblemBody) => [
    status,
    code,
    ...errors.map(({ pointer, code: what }) => `${pointer} ${what}`),
  ];
  const raw = async (payload: string, type = 'application/json') =>
    short((await caller.raw<ProblemBody>(DOOR, payload, { 'content-type': type })).body);
  const post = async (body: unknown) => raw(JSON.stringify(body));
  const get = async (query: string) => short((await caller.get<ProblemBody>(`/api/v1/doors?${query}`)).body);

  it('that is no JSON', async () => {
    expect(await raw('{')).toEqual([400, 'VALIDATION', ' malformed']);
    expect(await raw('{"colour": "red",}')).toEqual([400, 'VALIDATION', ' malformed']);
    expect(await raw('')).toEqual([400, 'VALIDATION', '/colour required']);
    expect(await raw('null')).toEqual([400, 'VALIDATION', ' object']);
    expect(await raw('[]')).toEqual([400, 'VALIDATION', ' object']);
  });

  it('of wrong types, named by place', async () => {
    expect(await post({ colour: 7 })).toEqual([400, 'VALIDATION', '/colour text']);
    expect(await post({ colour: 'red', frame: null })).toEqual([400, 'VALIDATION', '/frame id']);
    expect(await post({ colour: 'red', panes: '3' })).toEqual([400, 'VALIDATION', '/panes count']);
    expect(await post({ colour: 'red', hinges: [{ metal: 'iron' }, { metal: '' }] })).toEqual([
      400,
      'VALIDATION',
      '/hinges/1/metal text',
    ]);
    expect(await post({ hinges: [7] })).toEqual([400, 'VALIDATION', '/colour required', '/hinges list']);
  });

  it('with fields that nobody knows', async () => {
    expect(await post({ colour: 'red', tenant: idOf('other') })).toEqual([400, 'VALIDATION', '/tenant unknown-field']);
    expect(await post({ colour: 'red', hinges: [{ metal: 'iron', gold: 1 }] })).toEqual([
      400,
      'VALIDATION',
      '/hinges/0/gold unknown-field',
    ]);
    expect(await raw('{"colour":"red","__proto__":{"isTenantAdmin":true}}')).toEqual([400, 'VALIDATION', ' malformed']);
    expect(await raw('{"colour":"red","constructor":{}}')).toEqual([400, 'VALIDATION', '/constructor unknown-field']);
  });

  it('that is too large or too deep', async () => {
    expect(await post({ colour: 'x'.repeat(2 * 1024 * 1024) })).toEqual([413, 'TOO_LARGE']);
    expect(await raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([400, 'VALIDATION', ' malformed']);
  });

  it('in a form that is not read here', async () => {
    expect(await raw('colour=red', 'application/x-www-form-urlencoded')).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await raw('<door/>', 'application/xml')).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await raw('{}', 'text/plain')).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('in the path', async () => {
    const { body } = await caller.post<ProblemBody>('/api/v1/doors/1%20or%201=1', { colour: 'red' });
    expect(short(body)).toEqual([400, 'VALIDATION', '/doorId id']);
  });

  it('in the query', async () => {
    expect(await get('asOf=yesterday')).toEqual([400, 'VALIDATION', '/asOf invalid']);
    expect(await get('asOf=2026-02-30T00:00:00.000Z')).toEqual([400, 'VALIDATION', '/asOf invalid']);
    expect(await get('asOf=2026-01-01T00:00:00.000Z&asOf=2026-01-02T00:00:00.000Z')).toEqual([
      400,
      'VALIDATION',
      '/asOf invalid',
    ]);
    expect(await get('cut=abc&knownAt=2026-01-01T00:00:00.000Z')).toEqual([400, 'VALIDATION', '/cut invalid']);
    expect(await get('minPosition=doors')).toEqual([400, 'VALIDATION', '/minPosition invalid']);
    expect(await get('limit=201')).toEqual([400, 'VALIDATION', '/limit invalid']);
    expect(await get('limit=0')).toEqual([400, 'VALIDATION', '/limit invalid']);
    expect(await get('wider=1e3')).toEqual([400, 'VALIDATION', '/wider count']);
    expect(await get('higher=1')).toEqual([400, 'VALIDATION', '/higher unknown-field']);
    expect(await get('colours=red,blue,green')).toEqual([400, 'VALIDATION', '/colours list']);
  });

  it('is told from good input', async () => {
    const { body } = await caller.get('/api/v1/doors?wider=80&colours=red,blue&asOf=2026-01-01T00:00:00.000Z&limit=7');
    expect(body).toEqual({
      query: { wider: 80, colours: ['red', 'blue'] },
      wanted: { asOf: '2026-01-01T00:00:00.000Z' },
      page: { limit: 7 },
    });
    expect((await caller.post(DOOR, { colour: 'red', hinges: [{ metal: 'iron' }] })).body).toEqual({
      colour: 'red',
      hinges: [{ metal: 'iron' }],
    });
  });

  it('is limited per caller', async () => {
    const hasty = doors.as('hasty');
    const answers = await Promise.all(Array.from({ length: 70 }, () => hasty.get('/api/v1/doors')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(9);
    expect(refused[0]).toMatchObject({ body: { code: 'TOO_MANY_REQUESTS' }, headers: { 'retry-after': '1' } });
    expect((await doors.as('patient').get('/api/v1/doors')).status).toBe(200);
  });

  it('meets headers that keep browsers from guessing', async () => {
    const { headers } = await caller.get('/api/v1/doors');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
