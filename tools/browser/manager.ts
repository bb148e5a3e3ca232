import type { EngagementLine, Page, PlanActivities } from '../../apps/console/src/api/views.ts';
import { t } from '../../apps/console/src/texts/t.ts';
import { until } from '../product/office.ts';
import { onlyPlanOf, portfolioOf } from './readings.ts';
import { SLIPPING } from './director.ts';
import { type Walk, Visit } from './visit.ts';

interface RiskLine {
  readonly riskId: string;
  readonly title: string;
  readonly state: string;
}

interface Report {
  readonly statusDate: string;
  readonly remainingDuration: number;
}

const RISK = 'Scanner firmware is not released in time';

/** The project manager's day: a risk, a report of progress, an issue; what was wrong is undone. */
export async function managerWalk(walk: Walk): Promise<void> {
  const { checks, office } = walk;
  const line = (await portfolioOf(await office.as('project-manager'))).find(({ code }) => code === SLIPPING);
  if (!line) throw new Error(`The project manager sees no engagement ${SLIPPING}.`);
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'project-manager');
  await identifyRisk(walk, visit, line);
  await reportProgress(walk, visit, line);
  await raiseIssue(walk, visit, line);
  await visit.end(checks, 'The project manager’s walk');
}

async function identifyRisk({ checks, office }: Walk, visit: Visit, { engagementId }: EngagementLine): Promise<void> {
  const { page } = visit;
  const client = await office.as('project-manager');
  const registered = async () => {
    const { items } = await client.get<Page<RiskLine>>('/api/v1/register', { engagement: engagementId, limit: 200 });
    return items.find(({ title }) => title === RISK);
  };
  await visit.open(`/engagements/${engagementId}?tab=risks`);
  await page
    .getByRole('button', { name: t('risks.identify') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('risks.identify') });
  await dialog.getByLabel(t('risks.title')).fill(RISK);
  await dialog.getByLabel(t('risks.cause')).fill('The maker tests for another region first.');

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('button', { name: t('risks.identify') })
    .first()
    .click();
  const kept = await dialog.getByLabel(t('risks.title')).inputValue();
  checks.equals('A form that was closed keeps what was typed', kept, RISK);

  await dialog.getByLabel(t('risks.event')).fill('The pilot starts with the old firmware.');
  await dialog.getByLabel(t('risks.effect')).fill('Each scan takes a second longer.');
  await dialog.getByRole('button', { name: t('risks.identifySubmit') }).click();
  await checks.shows('The register shows the risk', visit.table(t('risks.caption')).getByText(RISK));
  // At once: the offer goes after a while.
  await page
    .getByRole('button', { name: t('actions.undo') })
    .first()
    .click();
  await checks.shows('Undo says what it did', page.getByText(t('risks.takenBack')));
  const closed = await until('the risk to be closed', registered, (risk) => risk?.state === 'closed');
  checks.equals('Undone, it is closed; the log keeps both', closed?.state, 'closed');
}

async function reportProgress({ checks, office }: Walk, visit: Visit, line: EngagementLine): Promise<void> {
  const { page } = visit;
  const { planId } = onlyPlanOf(line);
  const client = await office.as('project-manager');
  const { items } = await client.get<PlanActivities>('/api/v1/plan-activities', { plan: planId, limit: 200 });
  const begun = items.find(({ actualStart, actualFinish, type }) => actualStart && !actualFinish && type === 'task');
  if (!begun) throw new Error(`No activity of ${SLIPPING} is under way.`);
  const reports = async () =>
    (
      await client.get<{ readonly reports: readonly Report[] }>(`/api/v1/activities/${begun.activityId}/progress`, {
        plan: planId,
      })
    ).reports;
  const before = (await reports()).length;

  await visit.open(`/engagements/${line.engagementId}?tab=plan&activity=${begun.activityId}`);
  await checks.shows('The address opens the activity', page.getByRole('dialog').getByText(begun.name));
  await page.getByRole('button', { name: t('plan.act.progress') }).click();
  const form = page.getByRole('dialog', { name: t('plan.act.progress') });
  await form.getByLabel(t('plan.progress.remaining')).fill('2.5');
  await form.getByRole('button', { name: t('plan.act.progress') }).click();
  const said = page.getByText(t('plan.progress.recorded', { name: begun.name }));
  await checks.shows('A report of progress is acknowledged', said);
  const after = await until('the report of progress', reports, (all) => all.length > before);
  checks.equals('The API has it, with the work left in minutes', after.at(-1)?.remainingDuration, 1200);
}

async function raiseIssue({ checks, office }: Walk, visit: Visit, { engagementId }: EngagementLine): Promise<void> {
  const { page } = visit;
  const title = 'Label printers stand still in the night shift';
  await visit.open(`/engagements/${engagementId}?tab=issues`);
  await page
    .getByRole('button', { name: t('issues.raise') })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: t('issues.raise') });
  await form.getByLabel(t('issues.title')).fill(title);
  await page.keyboard.press('Control+Enter');
  const row = visit.table(t('issues.caption')).getByRole('row').filter({ hasText: title });
  await checks.shows('The issue stands in the list', row);
  await office.rest();
  await visit.open(`/engagements/${engagementId}?tab=issues`);
  await checks.shows('Its clocks run', row.getByText(t('issues.left', { span: '' }).trim()));
}
