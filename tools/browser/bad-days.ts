import { t } from '../../apps/console/src/texts/t.ts';
import { portfolioOf } from './readings.ts';
import { SLIPPING } from './director.ts';
import { type Walk, Visit } from './visit.ts';

const TYPED = 'Nobody knows who may open the customs gate';

/** A session that ends, a service that is away, an address that leads nowhere: said plainly, and nothing typed is lost. */
export async function badDaysWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const line = (await portfolioOf(await office.as('project-manager'))).find(({ code }) => code === SLIPPING);
  if (!line) throw new Error(`The project manager sees no engagement ${SLIPPING}.`);
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'project-manager');
  await serviceAway(walk, visit, line.engagementId);
  await nowhere(walk, visit);
  await sessionEnds(walk, visit, line.engagementId);
  await visit.end(checks, 'Bad days');
}

async function serviceAway({ checks }: Walk, visit: Visit, engagementId: string): Promise<void> {
  const { page } = visit;
  await visit.open(`/engagements/${engagementId}?tab=risks`);
  const rows = await visit.table(t('risks.caption')).getByRole('row').count();
  checks.holds('There are risks to see', rows > 1);
  visit.expectAnswer(502, '/api/v1/');
  await page.route('**/api/v1/register**', (route) =>
    route.fulfill({
      status: 502,
      contentType: 'application/problem+json',
      body: '{"code":"BAD_GATEWAY","status":502}',
    }),
  );
  await page.reload();
  await checks.shows('A service that is away is told as such', page.getByRole('alert').or(page.getByRole('status')));
  await checks.shows('It can be asked again', page.getByRole('button', { name: t('page.retry') }));
  await page.unroute('**/api/v1/register**');
  await page.getByRole('button', { name: t('page.retry') }).click();
  await checks.shows('Asked again, it shows what there is', visit.table(t('risks.caption')));
}

async function nowhere({ checks }: Walk, visit: Visit): Promise<void> {
  const { page } = visit;
  const unknown = crypto.randomUUID();
  visit.expectAnswer(404, unknown);
  await visit.open(`/engagements/${unknown}`);
  await checks.shows('A link to what is not there says so', page.getByRole('heading', { name: t('notFound.title') }));
  await visit.open('/no/such/page');
  await checks.shows('So does an address that never was', page.getByRole('heading', { name: t('notFound.title') }));
}

/** The token is refused while somebody types. */
async function sessionEnds({ checks }: Walk, visit: Visit, engagementId: string): Promise<void> {
  const { page } = visit;
  await visit.open(`/engagements/${engagementId}?tab=issues`);
  await page
    .getByRole('button', { name: t('issues.raise') })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: t('issues.raise') });
  await form.getByLabel(t('issues.title')).fill(TYPED);
  visit.expectAnswer(401, '/api/v1/');
  await page.route('**/api/v1/issues/**', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: '{"code":"UNAUTHENTICATED","status":401}',
    }),
  );
  await page.keyboard.press('Control+Enter');
  await checks.shows(
    'A session that ends asks to sign in again',
    page.getByRole('dialog', { name: t('session.ended') }),
  );
  await page.unroute('**/api/v1/issues/**');
  const [again] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: t('session.again') }).click(),
  ]);
  await again.getByRole('button', { name: 'Project manager' }).first().click();
  await page.getByRole('dialog', { name: t('session.ended') }).waitFor({ state: 'hidden' });
  const row = visit.table(t('issues.caption')).getByRole('row').filter({ hasText: TYPED });
  const typed = form.getByLabel(t('issues.title'));
  await row.or(typed).first().waitFor({ state: 'visible' });
  if (await typed.isVisible()) {
    checks.equals('Signed in again, what was typed is still there', await typed.inputValue(), TYPED);
    await page.keyboard.press('Control+Enter');
  }
  await checks.shows('It is recorded', row);
}
