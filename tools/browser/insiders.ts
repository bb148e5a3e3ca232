import { t } from '../../apps/console/src/texts/t.ts';
import { portfolioOf } from './readings.ts';
import { SLIPPING } from './director.ts';
import { type Walk, Visit } from './visit.ts';

interface Dictionary {
  readonly views: readonly { readonly name: string }[];
}

/** The analyst finds what there is to query, and a query that works. */
export async function analystWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const { views } = await (await office.as('analyst')).get<Dictionary>('/api/v1/data-dictionary');
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'analyst');
  const { page } = visit;
  await page.getByRole('link', { name: t('frame.sql') }).click();
  await visit.settled();
  const missing: string[] = [];
  for (const { name } of views) if ((await page.getByText(name, { exact: true }).count()) === 0) missing.push(name);
  checks.equals(`The dictionary shows each of ${views.length} views of the database`, missing, []);
  await page.getByLabel(t('sql.search')).fill('baseline');
  const [first] = views.filter(({ name }) => !name.includes('baseline'));
  checks.holds('There are views to find', views.length > 5 && first !== undefined);
  await page.getByRole('tab', { name: t('sql.part.samples') }).click();
  const sample = page.getByText(t('sql.sample.figure-of-the-console'));
  await checks.shows('Sample queries stand there to copy', sample);
  await page.getByRole('tab', { name: t('sql.part.connect') }).click();
  await checks.shows('How to get a role is told as a command', page.getByText(/bw analyst create/));
  await visit.end(checks, 'The analyst’s walk');
}

/** The integrator watches an event come in while somebody else works, and reads its schema. */
export async function integratorWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'integrator');
  const { page } = visit;
  await page.getByRole('link', { name: t('frame.events') }).click();
  await visit.settled();
  const table = visit.table(t('events.caption'));
  await checks.shows('The feed is a table', table);

  const manager = await office.as('project-manager');
  const line = (await portfolioOf(manager)).find(({ code }) => code === SLIPPING);
  const riskId = crypto.randomUUID();
  await manager.put(`/api/v1/risks/${riskId}`, {
    engagementId: line?.engagementId,
    title: 'Seen from the feed',
    kind: 'threat',
    category: 'technical',
    cause: 'Somebody works elsewhere.',
    event: 'Its event comes in.',
    effect: 'The page shows it.',
    likelihood: 2,
    impact: 2,
  });
  await checks.shows('What somebody else does comes in by itself', table.getByText(`risk-${riskId}`).first());
  const types = await (await office.as('integrator')).get<readonly unknown[]>('/api/v1/event-types');
  await page.getByRole('tab', { name: t('events.part.types') }).click();
  await checks.shows('The catalogue has every type', page.getByText(t('events.typesFound', { count: types.length })));
  await visit.end(checks, 'The integrator’s walk');
}
