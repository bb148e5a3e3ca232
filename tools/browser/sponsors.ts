import type { Approval, Page } from '../../apps/console/src/api/views.ts';
import { t } from '../../apps/console/src/texts/t.ts';
import { portfolioOf } from './readings.ts';
import { SLIPPING } from './director.ts';
import { type Walk, Visit } from './visit.ts';

export async function sponsorWalk(walk: Walk): Promise<void> {
  const { checks } = walk;
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'sponsor');
  await seeOnlyOwn(walk, visit, 'sponsor');
  await openDecisions(visit);
  await seeInbox(walk, visit, 'sponsor');
  await visit.end(checks, 'The sponsor’s walk');
}

export async function otherSponsorWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'other-sponsor');
  await seeOnlyOwn(walk, visit, 'other-sponsor');
  const foreign = (await portfolioOf(await office.as('director'))).find(({ code }) => code === SLIPPING);
  if (!foreign) throw new Error(`The sample has no engagement ${SLIPPING}.`);
  visit.expectAnswer(404, foreign.engagementId);
  await visit.open(`/engagements/${foreign.engagementId}`);
  const { page } = visit;
  await checks.shows(
    'The address of the first client’s engagement: there is no such thing',
    page.getByRole('heading', { name: t('notFound.title') }),
  );
  checks.equals('It tells nothing about it', await page.getByText(foreign.title).count(), 0);

  await openDecisions(visit);
  const waiting = await seeInbox(walk, visit, 'other-sponsor');
  checks.equals('One decision waits', waiting, 1);
  await grant(walk, visit);
  await visit.end(checks, 'The other sponsor’s walk');
}

async function seeOnlyOwn({ checks, office }: Walk, visit: Visit, persona: string): Promise<void> {
  const own = await portfolioOf(await office.as(persona));
  const others = (await portfolioOf(await office.as('director'))).filter(
    ({ engagementId }) => !own.some((each) => each.engagementId === engagementId),
  );
  const table = visit.table(t('portfolio.title'));
  for (const { title } of own) await checks.shows(`The list has the own ${title}`, table.getByText(title));
  checks.holds('There are engagements of another client', others.length > 0);
  for (const { title } of others) {
    checks.equals(`Nothing is seen of the other client’s ${title}`, await visit.page.getByText(title).count(), 0);
  }
}

async function openDecisions(visit: Visit): Promise<void> {
  const { page } = visit;
  const link = page
    .getByRole('navigation', { name: t('frame.pages') })
    .getByRole('link', { name: t('frame.decisions') });
  if (!(await link.isVisible())) await visit.open('/');
  await link.click();
  await page.getByRole('heading', { name: t('decisions.title'), level: 1 }).waitFor();
  await visit.settled();
}

const cardsOn = ({ page }: Visit) => page.getByRole('article', { name: t('decisions.kind.baseline') });

/** The inbox has what the API says; answers how many decisions wait. */
async function seeInbox({ checks, office }: Walk, visit: Visit, persona: string): Promise<number> {
  const client = await office.as(persona);
  const { items } = await client.get<Page<Approval>>('/api/v1/decision-inbox', { limit: 100 });
  const none = visit.page.getByText(t('decisions.empty'));
  await checks.shows('The inbox has loaded', items.length > 0 ? cardsOn(visit) : none);
  checks.equals('It has every waiting decision of the API', await cardsOn(visit).count(), items.length);
  return items.length;
}

async function grant({ checks, office }: Walk, visit: Visit): Promise<void> {
  const { page } = visit;
  await cardsOn(visit)
    .getByRole('button', { name: t('decisions.grant') })
    .click();
  const dialog = page.getByRole('dialog');
  await checks.shows('Before a yes, what follows from it is told once more', dialog.getByText(/activities/));
  await dialog.getByRole('button', { name: t('decisions.grant') }).click();
  await checks.shows('A yes is acknowledged', page.getByText(t('decisions.granted'), { exact: true }));
  await office.rest();
  await visit.open('/decisions');
  await checks.shows('Then nothing waits any more', page.getByText(t('decisions.empty')));
}
