import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '@bw/contracts-base';
import { type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { createService } from '../service.ts';
import { CLIENT, ENGAGEMENT, PLAN, planBegins, SAMPLE_LINES } from '../testing/plan-story.ts';

/** Two years back to the same weekday: what is measured lies in the past. */
const BACK_MS = 104 * 7 * 86_400_000;
const past = (instant: string) => new Date(Date.parse(instant) - BACK_MS).toISOString();
const LINES = SAMPLE_LINES.map((line) => ({ ...line, start: past(line.start), finish: past(line.finish) }));
const [FIRST] = LINES;
const FRIDAY = past('2027-03-05T17:00:00.000Z');
const PATIENCE_MS = 20_000;

interface Measured {
  readonly items: readonly { readonly kpi: string; readonly value?: string; readonly undefinedReason?: string }[];
}

describe('measuring against a target', () => {
  let service: ServiceUnderTest;

  const happens = (source: string, fact: Fact, effective?: string) =>
    service.happens(
      source,
      { ...fact, ...(effective !== undefined && { effective: { at: effective } }) },
      { engagement: ENGAGEMENT, client: CLIENT },
    );

  beforeAll(async () => {
    service = await withService({
      service: 'reporting',
      createService,
      consumes: ['engagement', 'scheduling', 'risk', 'reporting'],
    });
    await service.grant('director');
    await service.knows({ client: CLIENT, engagement: ENGAGEMENT });
    for (const { fact, effective } of planBegins({ lines: LINES })) {
      await happens(fact.type.split('.')[0] ?? '', fact, effective);
    }
    const target = { kpi: 'K01', formulaVersion: 1, target: '1.00', threshold: '0.90', direction: 'up', severity: 2 };
    await happens('engagement', { type: 'engagement.KpiTargetAgreed', data: { engagementId: ENGAGEMENT, ...target } });
  }, 60_000);
  afterAll(() => service.stop());

  const measured = async (satisfied: (item: Measured['items'][number]) => boolean) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const { body } = await service.as('director').get<Measured>(`/api/v1/kpis?engagement=${ENGAGEMENT}`);
      const item = body.items.find(({ kpi }) => kpi === 'K01');
      if (item && satisfied(item)) return item;
      if (Date.now() > deadline) throw new Error(`K01 is still ${JSON.stringify(item)}.`);
      await pause(100);
    }
  };

  it('happens again when cost comes after the update, without another schedule', async () => {
    const of = { planId: PLAN, engagementId: ENGAGEMENT, activityId: FIRST?.activityId };
    const work = { statusDate: FRIDAY, actualStart: FIRST?.start, actualDuration: 480, remainingDuration: 480 };
    await happens(
      'scheduling',
      { type: 'scheduling.DataDateAdvanced', data: { planId: PLAN, engagementId: ENGAGEMENT, dataDate: FRIDAY } },
      FRIDAY,
    );
    await happens(
      'scheduling',
      { type: 'scheduling.ProgressRecorded', data: { ...of, ...work, warnings: [] } },
      FRIDAY,
    );

    const cost = { costId: idOf('cost'), amount: 50_000, currency: 'EUR', basis: 'project', warnings: [] };
    await happens('scheduling', { type: 'scheduling.ActualCostRecorded', data: { ...of, ...cost } }, FRIDAY);
    expect((await measured(({ value }) => value !== undefined)).undefinedReason).toBeUndefined();
  }, 30_000);
});
