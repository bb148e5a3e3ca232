import { type ServiceUnderTest, userOf } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import {
  eventually,
  placeOf,
  propose,
  registerClient,
  sponsorOf,
  startEngagementService,
} from '../test/engagement-service.ts';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startEngagementService();
  await registerClient(service, 'NORD');
  await registerClient(service, 'SUED');
  await propose(service, 'NORD', placeOf('NORD'));
});
afterAll(() => service.stop());

const nord = placeOf('NORD');
const sued = placeOf('SUED');
const profile = { name: 'Client OST', zone: 'Europe/Berlin', currency: 'EUR' };
const admin = () => service.as('tenant-admin');

describe('clients', () => {
  it('are registered once: the same again gives the same answer, something else is refused', async () => {
    const url = `/api/v1/clients/${idOf('OST')}`;
    const first = await admin().put(url, { ...profile, code: 'OST' });
    expect([first.status, first.headers['etag']]).toEqual([201, '"1"']);
    const again = await admin().put(url, { ...profile, code: 'OST' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await admin().put(url, { ...profile, code: 'OST-2' });
    expect(other.body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'client-already-registered' });
  });

  it('never share a code, in whatever case it is written', async () => {
    const { status, body } = await admin().put(`/api/v1/clients/${idOf('nord 2')}`, { ...profile, code: 'nord' });
    expect([status, body['refusal']]).toEqual([409, 'client-code-taken']);
    const racing = await Promise.all(
      ['a', 'b', 'c'].map((name) => admin().put(`/api/v1/clients/${idOf(name)}`, { ...profile, code: 'RACE' })),
    );
    expect(racing.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it('are edited only by whoever says which version they saw', async () => {
    const url = `/api/v1/clients/${nord.client}/profile`;
    const missing = await admin().post(url, profile);
    expect([missing.status, missing.body['code']]).toEqual([428, 'PRECONDITION_REQUIRED']);
    const stale = await admin().post(url, profile, { version: 7 });
    expect([stale.status, stale.body['code']]).toEqual([412, 'VERSION_CONFLICT']);
    const changed = await admin().post(url, profile, { version: 1 });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    const { body } = await admin().get(`/api/v1/clients/${nord.client}`);
    expect(body).toMatchObject({ name: 'Client OST', code: 'NORD', version: 2 });
  });

  it('take nothing new once they are closed', async () => {
    const url = `/api/v1/clients/${idOf('OST')}`;
    expect((await admin().post(`${url}/close`, { reason: 'Merged.' }, { version: 1 })).status).toBe(200);
    const enquiry = { clientId: idOf('OST'), code: 'OST-1', title: 'Portal', zone: 'UTC', currency: 'EUR' };
    const { body } = await service.as('director').put(`/api/v1/engagements/${idOf('late')}`, enquiry);
    expect(body).toMatchObject({ code: 'STATE_CONFLICT', refusal: 'client-is-not-active' });
  });

  it('are listed by code, page by page', async () => {
    type Listed = { items: { code: string }[]; next?: string };
    const list = (query: string) => admin().get<Listed>(`/api/v1/clients?${query}`);
    await eventually(
      () => list('limit=10'),
      ({ body }) => body.items.length === 4,
    );
    const { body: first } = await list('limit=2');
    const { body: second } = await list(`limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['NORD', 'OST', 'RACE', 'SUED']);
    expect(second.next).toBeUndefined();
    expect((await list('cursor=bm9uZQ')).body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('memberships', () => {
  const membership = { user: userOf('viewer'), party: 'client', roles: ['client-viewer'], from: '2020-01-01' };
  const url = `/api/v1/memberships/${idOf('membership', 'viewer')}`;

  it('let somebody in with the next request, and out again', async () => {
    const clientId = nord.client;
    const engagement = `/api/v1/engagements/${nord.engagement}`;
    expect((await service.as('viewer').get(engagement)).status).toBe(403);
    expect((await admin().put(url, { ...membership, clientId })).status).toBe(201);
    expect((await service.as('viewer').get(engagement)).status).toBe(200);
    const changes = { roles: ['client-viewer', 'analyst'], from: '2020-01-01' };
    expect((await admin().post(`${url}/changes`, changes, { version: 1 })).status).toBe(200);
    expect((await admin().get(url)).body).toMatchObject({ roles: ['client-viewer', 'analyst'], status: 'active' });
    expect((await admin().post(`${url}/end`, { endedOn: '2020-12-31' }, { version: 2 })).status).toBe(200);
    expect((await service.as('viewer').get(engagement)).status).toBe(403);
  });

  it('are granted by nobody who is not an administrator of the place', async () => {
    const granted = { ...membership, clientId: nord.client };
    const id = `/api/v1/memberships/${idOf('membership', 'friend')}`;
    expect((await service.as(sponsorOf('NORD')).put(id, granted)).status).toBe(403);
    expect((await service.as('project-manager').put(id, granted)).status).toBe(403);
    expect((await service.as('director').put(id, granted)).status).toBe(201);
  });

  it('make nobody an administrator of the tenant who was not made one by another', async () => {
    const own = { user: userOf('director'), party: 'provider', roles: ['tenant-admin'], from: '2020-01-01' };
    const id = `/api/v1/memberships/${idOf('membership', 'raised')}`;
    expect((await service.as('director').put(id, own)).body).toMatchObject({ code: 'FORBIDDEN' });
    const placed = await admin().put(id, { ...own, clientId: nord.client });
    expect(placed.body).toMatchObject({ code: 'VALIDATION', refusal: 'tenant-admin-is-tenant-wide' });
    expect((await admin().put(id, { ...own, user: userOf('second') })).status).toBe(201);
    const ending = { endedOn: '2020-12-31' };
    expect((await service.as('director').post(`${id}/end`, ending, { version: 1 })).status).toBe(403);
    expect((await service.as('second').post(`${id}/end`, ending, { version: 1 })).status).toBe(200);
  });

  it('are listed for the place that is asked for', async () => {
    const list = () => admin().get<{ items: { roles: string[] }[] }>(`/api/v1/memberships?client=${sued.client}`);
    const { body } = await eventually(list, (answer) => answer.body.items.length === 1);
    expect(body.items).toMatchObject([{ roles: ['sponsor'], clientId: sued.client }]);
  });

  it('give no role that does not suit the party', async () => {
    const wrong = { ...membership, clientId: nord.client, roles: ['director'] };
    const { status, body } = await admin().put(`/api/v1/memberships/${idOf('membership', 'x')}`, wrong);
    expect([status, body['refusal'], body['roles']]).toEqual([400, 'role-does-not-suit-party', ['director']]);
  });
});

describe('what one may not know of', () => {
  it('is not there: engagements, gates, governance, terms and clients of another client', async () => {
    const stranger = service.as(sponsorOf('SUED'));
    const paths = [
      `engagements/${nord.engagement}`,
      `engagements/${nord.engagement}/alignment`,
      `governance/${nord.engagement}`,
      `terms/${idOf('NORD', 'terms')}`,
      `terms?engagement=${nord.engagement}`,
      `funding/${nord.engagement}`,
      `clients/${nord.client}`,
    ];
    for (const path of paths) {
      const { status, body } = await stranger.get(`/api/v1/${path}`);
      expect([path, status, body['code']]).toEqual([path, 404, 'NOT_FOUND']);
    }
    const signing = { party: 'client', contentHash: 'ab'.repeat(32) };
    expect((await stranger.post(`/api/v1/engagements/${nord.engagement}/signatures`, signing)).status).toBe(404);
  });

  it('is for vendors all that is promised and paid', async () => {
    const vendor = { user: userOf('vendor'), party: 'vendor', roles: ['vendor-lead'], from: '2020-01-01' };
    const granted = { ...vendor, engagementId: nord.engagement };
    expect((await admin().put(`/api/v1/memberships/${idOf('vendor')}`, granted)).status).toBe(201);
    const { engagement } = nord;
    for (const path of [
      `engagements/${engagement}`,
      `governance/${engagement}`,
      `terms?engagement=${engagement}`,
      'approvals',
    ]) {
      expect([path, (await service.as('vendor').get(`/api/v1/${path}`)).status]).toEqual([path, 403]);
    }
  });

  it('is left out of lists', async () => {
    type Listed = { items: { clientId: string }[] };
    const stranger = service.as(sponsorOf('SUED'));
    const own = await eventually(
      () => stranger.get<Listed>('/api/v1/clients'),
      ({ body }) => body.items.length > 0,
    );
    expect(own.body.items.map(({ clientId }) => clientId)).toEqual([sued.client]);
    expect((await stranger.get<Listed>('/api/v1/engagements')).body.items).toEqual([]);
  });

  it('stays unknown to another tenant, whose codes are its own', async () => {
    const tenant = idOf('other tenant');
    const other = service.as('tenant-admin', { tenant });
    expect((await other.get(`/api/v1/clients/${nord.client}`)).status).toBe(404);
    expect((await other.get(`/api/v1/engagements/${nord.engagement}`)).status).toBe(404);
    expect((await other.get<{ items: unknown[] }>('/api/v1/clients')).body.items).toEqual([]);
    expect((await other.put(`/api/v1/clients/${idOf('their nord')}`, { ...profile, code: 'NORD' })).status).toBe(201);
  });
});

describe('bad input', () => {
  const engagement = `/api/v1/engagements/${nord.engagement}`;

  it('is named field by field', async () => {
    const wrong = { code: 'has spaces', zone: 'Mars/Olympus', currency: 'EUR', colour: 'red' };
    const { status, body } = await admin().put(`/api/v1/clients/${idOf('bad')}`, wrong);
    expect([status, body['code']]).toEqual([400, 'VALIDATION']);
    const errors = (body['errors'] as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
    expect(errors.toSorted()).toEqual(['/code code', '/colour unknown-field', '/name required', '/zone zone']);
  });

  it('is named in ids, in queries and in nested fields', async () => {
    const director = service.as('director');
    expect((await director.get('/api/v1/engagements/not-an-id')).body).toMatchObject({ code: 'VALIDATION' });
    expect((await director.get('/api/v1/engagements?status=sleeping')).body).toMatchObject({ code: 'VALIDATION' });
    expect((await director.get('/api/v1/approvals?colour=red')).body).toMatchObject({ code: 'VALIDATION' });
    const goal = { measure: 'Days', baseline: '21', target: 'ten', date: '2026-02-30' };
    const statement = { kind: 'goal', title: 'Fast', origin: 'Workshop', priority: 'must', goal };
    const { body } = await director.put(`${engagement}/intake-items/${idOf('bad')}`, statement);
    const pointers = (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual(['/goal/date', '/goal/target']);
    const kpi = { formulaVersion: 1, target: '1', threshold: '0.9', direction: 'up', severity: 2 };
    const unknown = await director.put(`/api/v1/governance/${nord.engagement}/kpi-targets/cpi`, kpi, { version: 6 });
    expect(unknown.body).toMatchObject({ code: 'VALIDATION' });
    const level = { acknowledgeMinutes: 1, resolveMinutes: 2, warnAtBp: [], reopen: 'continue' };
    const five = await director.put(`/api/v1/governance/${nord.engagement}/service-levels/5`, level, { version: 6 });
    expect(five.body).toMatchObject({ code: 'VALIDATION' });
  });

  it('is the same key for something else; the same key for the same is the same answer', async () => {
    const manager = service.as('project-manager');
    const { body } = await manager.get<{ version: number }>(engagement);
    const send = (reason: string) =>
      manager.post(`${engagement}/withdraw`, { reason }, { version: body.version, key: 'one key' });
    const first = await send('The project was stopped.');
    expect(first.status).toBe(200);
    const again = await send('The project was stopped.');
    expect([again.status, again.body, again.headers['etag']]).toEqual([200, first.body, first.headers['etag']]);
    const other = await send('Another reason.');
    expect([other.status, other.body['code']]).toEqual([422, 'KEY_REUSED']);
  });

  it('is no token, and a token of somebody without a membership', async () => {
    expect((await service.anonymous.get('/api/v1/clients')).status).toBe(401);
    expect((await service.as('nobody').get('/api/v1/clients')).status).toBe(403);
  });
});

describe('people', () => {
  it('are listed as what they are at an engagement, for its members only', async () => {
    const url = `/api/v1/people?engagement=${nord.engagement}`;
    const { body } = await service.as('project-manager').get<readonly { user: string }[]>(url);
    expect(body).toEqual(
      expect.arrayContaining([
        { user: userOf('director'), party: 'provider', roles: ['director'] },
        { user: userOf(sponsorOf('NORD')), party: 'client', roles: ['sponsor'] },
      ]),
    );
    expect(body.map(({ user }) => user)).not.toContain(userOf(sponsorOf('SUED')));
    expect((await service.as(sponsorOf('SUED')).get(url)).status).toBe(404);
  });

  it('learn what their roles let them do there', async () => {
    const url = `/api/v1/people/me?engagement=${nord.engagement}`;
    expect((await service.as(sponsorOf('NORD')).get(url)).body).toEqual({
      user: userOf(sponsorOf('NORD')),
      roles: ['sponsor'],
      actions: ['read', 'approve', 'sign'],
    });
    expect((await service.as('project-manager').get(url)).body).toMatchObject({ roles: ['project-manager'] });
    expect((await service.as(sponsorOf('SUED')).get(url)).status).toBe(404);
  });
});
