import { Controller, Get, HttpCode, Module, Param, Post } from '@nestjs/common';
import { ContractCatalogue } from '@bw/contracts-base';
import { idOf, TEST_TENANT } from '@bw/testing';
import {
  Access,
  type Action,
  Allows,
  Answers,
  Caller,
  createServiceApp,
  DirectoryConsumer,
  IdParam,
  type Principal,
} from '../index.ts';
import { type ServiceUnderTest, userOf, withService } from '../testing.ts';

@Controller('works')
class WorkController {
  constructor(private readonly access: Access) {}

  @Get()
  @Allows('anyone')
  @Answers({})
  async scope(@Caller() principal: Principal) {
    return { scope: await this.access.scope(principal), cost: this.access.seesProviderCost(principal) };
  }

  @Post(':engagement/:action')
  @HttpCode(200)
  @Allows('anyone')
  @Answers({})
  act(@Caller() principal: Principal, @IdParam('engagement') engagement: string, @Param('action') action: Action) {
    return this.access.require(principal, action, { engagement });
  }
}

@Module({ controllers: [WorkController, DirectoryConsumer] })
class WorkModule {}

const [ACME, OTHER] = [idOf('client', 'acme'), idOf('client', 'other')];
const [ROLLOUT, UPGRADE, FOREIGN] = [
  idOf('engagement', 'rollout'),
  idOf('engagement', 'upgrade'),
  idOf('engagement', 'foreign'),
];
const OTHER_TENANT = idOf('tenant', 'other');

describe('access', () => {
  let works: ServiceUnderTest;

  beforeAll(async () => {
    const parts = { module: WorkModule, contracts: ContractCatalogue.join(), consumes: ['engagement'] };
    const createService = (config: Parameters<typeof createServiceApp>[1]) => createServiceApp(parts, config);
    works = await withService({ service: 'works', createService, consumes: ['engagement'] });
    await works.knows({ client: ACME, engagement: ROLLOUT });
    await works.knows({ client: ACME, engagement: UPGRADE });
    await works.knows({ client: OTHER, engagement: FOREIGN });
    await works.grant('director');
    await works.grant('project-manager', { engagement: ROLLOUT });
    await works.grant('sponsor', { client: ACME });
    await works.grant('other-sponsor', { party: 'client', roles: ['sponsor'], client: OTHER });
    await works.grant('vendor-lead', { engagement: UPGRADE });
    await works.grant('former-manager', { roles: ['project-manager'], to: '2020-12-31' });
    await works.grant('lost-sponsor', { party: 'client', roles: ['sponsor'] });
    await works.grant('director', { tenant: OTHER_TENANT });
  });
  afterAll(() => works.stop());

  const act = async (who: string, engagement: string, action: Action, of = {}) =>
    (await works.as(who, of).post(`/api/v1/works/${engagement}/${action}`)).status;

  it.each<[string, string, Action, number]>([
    ['director', FOREIGN, 'manage', 200],
    ['project-manager', ROLLOUT, 'manage', 200],
    ['project-manager', UPGRADE, 'read', 404],
    ['project-manager', ROLLOUT, 'approve', 403],
    ['sponsor', ROLLOUT, 'approve', 200],
    ['sponsor', UPGRADE, 'read', 200],
    ['sponsor', UPGRADE, 'manage', 403],
    ['sponsor', FOREIGN, 'read', 404],
    ['sponsor', ROLLOUT, 'read-provider-cost', 403],
    ['other-sponsor', ROLLOUT, 'read', 404],
    ['vendor-lead', UPGRADE, 'record', 200],
    ['vendor-lead', ROLLOUT, 'record', 404],
    ['former-manager', ROLLOUT, 'read', 404],
    ['lost-sponsor', ROLLOUT, 'read', 404],
    ['nobody', ROLLOUT, 'read', 404],
    ['director', idOf('engagement', 'none'), 'read', 404],
  ])('%s, %s, %s: %i', async (who, engagement, action, status) => {
    expect(await act(who, engagement, action)).toBe(status);
  });

  it("hides another tenant's things as if they were not there", async () => {
    expect(await act('director', ROLLOUT, 'read', { tenant: OTHER_TENANT })).toBe(404);
  });

  it('narrows reading to what somebody may see', async () => {
    const scope = async (who: string) => (await works.as(who).get('/api/v1/works')).body;
    expect(await scope('director')).toEqual({ scope: 'all', cost: true });
    expect(await scope('project-manager')).toEqual({ scope: [ROLLOUT], cost: true });
    const { scope: seen, cost } = await scope('sponsor');
    expect(new Set(seen as string[])).toEqual(new Set([ROLLOUT, UPGRADE]));
    expect(cost).toBe(false);
    expect(await scope('lost-sponsor')).toEqual({ scope: [], cost: false });
  });

  it('takes memberships and engagements from the events of engagement', async () => {
    const engagement = idOf('engagement', 'new');
    const named = { code: 'NEW', title: 'New', zone: 'UTC', currency: 'EUR' };
    await works.happens('engagement', {
      type: 'engagement.EnquiryOpened',
      data: { engagementId: engagement, clientId: ACME, ...named },
    });
    const membershipId = idOf('membership', 'new');
    const granted = {
      membershipId,
      user: userOf('newcomer'),
      party: 'client',
      roles: ['sponsor'],
      clientId: ACME,
      from: '2020-01-01',
    };
    await works.happens('engagement', { type: 'engagement.MembershipGranted', data: granted });
    expect(await act('newcomer', engagement, 'approve')).toBe(200);

    await works.happens('engagement', {
      type: 'engagement.MembershipEnded',
      data: { membershipId, user: userOf('newcomer'), endedOn: '2021-01-01' },
    });
    expect(await act('newcomer', engagement, 'read')).toBe(404);
  });

  it('waits for what the caller has just done elsewhere, and says when it is not there', async () => {
    const answer = await works.as('director').get('/api/v1/works?minPosition=engagement:4711');
    expect([answer.status, answer.headers['retry-after']]).toEqual([409, '1']);
    expect(answer.body).toMatchObject({ code: 'NOT_YET', missing: { engagement: 4711 } });
    expect((await works.as('director').get('/api/v1/works?minPosition=engagement:1,works:99')).status).toBe(200);
    expect(works.tenant).toBe(TEST_TENANT);
  });
});
