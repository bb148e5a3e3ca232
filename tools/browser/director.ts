import type { EngagementLine, PlanActivities } from '../../apps/console/src/api/views.ts';
import { formulaText } from '../../apps/console/src/explain/formula-text.ts';
import { formatDay } from '../../apps/console/src/figures/figure.ts';
import { familiesOf } from '../../apps/console/src/health/families.ts';
import { reasonText } from '../../apps/console/src/health/reason-text.ts';
import { t } from '../../apps/console/src/texts/t.ts';
import { daysBefore, explanationOf, headlinesOf, onlyPlanOf, portfolioOf } from './readings.ts';
import { LOCALE, type Walk, Visit } from './visit.ts';

/** The slipping engagement of the sample: it has something on every tab. */
export const SLIPPING = 'NORD-WMS';
const KNOWN_DAYS_AGO = 28;
const EVENT_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

export async function directorWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const client = await office.as('director');
  const lines = await portfolioOf(client);
  const line = lines.find(({ code }) => code === SLIPPING);
  if (!line) throw new Error(`The sample has no engagement ${SLIPPING}.`);
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'director');
  await seePortfolio(walk, visit, lines);
  await openEngagement(walk, visit, line);
  await seePlan(walk, visit, line);
  await seePerformance(walk, visit, line);
  await askWhy(walk, visit, line);
  await seeMatters(walk, visit, line);
  await travel(walk, visit, line);
  await visit.end(checks, 'The director’s walk');
}

async function seePortfolio({ checks }: Walk, visit: Visit, lines: readonly EngagementLine[]): Promise<void> {
  const table = visit.table(t('portfolio.title'));
  await checks.shows('The portfolio is a table', table);
  const rows = table.getByRole('row');
  checks.equals('It has a row for each engagement, and one for the headings', await rows.count(), lines.length + 1);
  for (const { title, health } of lines) {
    const row = rows.filter({ hasText: title });
    for (const { family, colour, reasons } of familiesOf(health)) {
      const named = { family: t(`family.${family}`), colour: t(`colour.${colour}`) };
      const [grave] = reasons;
      const name = grave ? t('family.labelWhy', { ...named, reason: reasonText(grave) }) : t('family.label', named);
      await checks.shows(`${title}: ${name}`, row.getByLabel(name, { exact: true }));
    }
  }
}

async function openEngagement({ checks }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { title, engagementId } = line;
  const { page } = visit;
  await visit.table(t('portfolio.title')).getByRole('link', { name: title, exact: true }).click();
  await checks.shows('A click on an engagement opens it', page.getByRole('heading', { name: title, level: 1 }));
  checks.equals('Its address names it', new URL(page.url()).pathname, `/engagements/${engagementId}`);
}

async function openTab(visit: Visit, name: string): Promise<void> {
  await visit.page.getByRole('tab', { name, exact: true }).click();
  await visit.settled();
}

async function seePlan({ checks, office }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { planId } = onlyPlanOf(line);
  const client = await office.as('director');
  const { title, items } = await client.get<PlanActivities>('/api/v1/plan-activities', { plan: planId, limit: 200 });
  await openTab(visit, t('tab.plan'));
  const caption = t('plan.caption', { title });
  const chart = visit.page.getByRole('treegrid', { name: caption });
  await checks.shows('The plan is a chart', chart);
  const first = chart.getByRole('row', { name: items[0]?.name ?? '' });
  await checks.shows('Its rows are named', first);
  await visit.page.getByText(t('plan.view.table'), { exact: true }).click();
  const table = visit.table(caption);
  await checks.shows('The plan is a table', table);
  const names = await table.getByRole('rowheader').allInnerTexts();
  checks.equals(
    'It has every activity, in the order of the API',
    names,
    items.map(({ name }) => name),
  );
}

async function seePerformance({ checks, office }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { page } = visit;
  await openTab(visit, t('tab.performance'));
  for (const name of [t('performance.values'), t('performance.indices')]) {
    const chart = page.getByRole('region', { name, exact: true }).locator('svg');
    await checks.shows(`${name}: there is a chart`, chart);
    checks.holds('Lines are drawn in it', (await chart.locator('path[fill=none]').count()) > 2);
  }
  await seeHeadlines({ checks, visit, names: await headlinesOf(await office.as('director'), onlyPlanOf(line).planId) });
}

interface Headlines extends Pick<Walk, 'checks'> {
  readonly visit: Visit;
  readonly names: readonly string[];
  readonly when?: string;
}

async function seeHeadlines({ checks, visit, names, when = 'now' }: Headlines): Promise<void> {
  for (const name of names) {
    await checks.shows(`${when}, as the API says: ${name}`, visit.page.getByRole('button', { name, exact: true }));
  }
}

async function askWhy({ checks, office }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { planId } = onlyPlanOf(line);
  const { page } = visit;
  const client = await office.as('director');
  const { figure, operands } = await explanationOf(client, 'CPI', planId);
  const [name = ''] = await headlinesOf(client, planId);
  await page.getByRole('button', { name, exact: true }).first().click();
  const drawer = page.getByRole('dialog', { name: t('why.title') });
  await checks.shows('A click on a figure opens why it is so', drawer);
  await checks.shows('Its formula stands there', drawer.getByText(`${figure.id} = ${formulaText(figure)}`));
  await visit.settled();

  const cost = operands.find(({ id }) => id === 'AC');
  if (!cost) throw new Error('The CPI is not made from the actual cost.');
  await drawer.getByRole('button', { name: new RegExp(`^${cost.title}: `) }).click();
  await checks.shows(
    'Its operand explains itself, too',
    drawer.getByRole('heading', { name: cost.title, exact: true }),
  );
  await visit.settled();
  const { facts } = await explanationOf(client, 'AC', planId);
  const shown = await drawer.getByRole('article').allInnerTexts();
  checks.holds('Down there are facts', shown.length > 0);
  const ids = shown.map((text) => EVENT_ID.exec(text)?.[0]);
  checks.equals(
    'Each fact names its event, those of the API',
    ids,
    facts.map(({ event }) => event),
  );
  checks.equals('The address carries the question', new URL(page.url()).searchParams.get('why'), 'AC');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  checks.holds('Esc closes it', !new URL(page.url()).searchParams.has('why'));
}

async function seeMatters({ checks, office }: Walk, visit: Visit, { engagementId }: EngagementLine): Promise<void> {
  const client = await office.as('director');
  const of = { engagement: engagementId, limit: 200 };
  type Items = { readonly items: readonly { readonly title: string }[] };
  const issues = await client.get<Items>('/api/v1/issue-clocks', of);
  await openTab(visit, t('tab.issues'));
  await visit.page.getByText(t('issues.showAll'), { exact: true }).click(); // at first only what is open
  const rows = visit.table(t('issues.caption')).getByRole('row');
  await checks.shows('Issues are a table', rows);
  checks.equals('It has every issue of the API', await rows.count(), issues.items.length + 1);
  for (const { title } of issues.items) {
    const clocks = rows.filter({ hasText: title }).getByText(/\bused\b/);
    await checks.shows(`${title}: its clocks tell how much is used`, clocks);
  }

  const decisions = await client.get<Items>('/api/v1/decision-inbox', { ...of, state: 'all' });
  await openTab(visit, t('tab.decisions'));
  const cards = visit.page.getByRole('article', { name: t('decisions.kind.baseline') });
  await checks.shows('The approved baseline is among the decisions', cards.getByText(t('approval.granted')));
  checks.equals('It has every decision of the API', await cards.count(), decisions.items.length);
}

/** What was known four weeks before the status date, and back. */
async function travel({ checks, office }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { planId, dataDate = '' } = onlyPlanOf(line);
  const { page } = visit;
  const client = await office.as('director');
  const knownAt = daysBefore(dataDate, KNOWN_DAYS_AGO);
  const [now, then] = [await headlinesOf(client, planId), await headlinesOf(client, planId, { knownAt })];
  checks.holds('Four weeks ago other figures were known', now.join() !== then.join());

  await openTab(visit, t('tab.performance'));
  await page.getByLabel(t('point.knownAt'), { exact: true }).fill(knownAt);
  const day = formatDay(knownAt, { locale: LOCALE });
  const mark = page.getByRole('region', { name: t('point.region') }).getByText(t('point.known', { knownAt: day }));
  await checks.shows('A page of the past says so', mark);
  checks.equals('The address carries what was known', new URL(page.url()).searchParams.get('knownAt'), knownAt);
  await seeHeadlines({ checks, visit, names: then, when: 'As known four weeks ago' });
  await page.reload();
  await seeHeadlines({ checks, visit, names: then, when: 'Loaded again from its address' });

  await page.getByRole('button', { name: t('point.toNow') }).click();
  await mark.waitFor({ state: 'hidden' });
  checks.holds('Back to now, the address says nothing of the past', !new URL(page.url()).searchParams.has('knownAt'));
  await seeHeadlines({ checks, visit, names: now, when: 'Back to now' });
}
