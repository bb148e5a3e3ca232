import * as agreement from '../demo/agreement.ts';
import { type Course, StatusTeller } from '../demo/execution.ts';
import * as planning from '../demo/planning.ts';
import { warehouse as outline } from '../demo/plans/warehouse.ts';
import { clients } from '../demo/people.ts';
import { promisesWith } from '../demo/promises.ts';
import { warehouseFrom } from '../demo/stories/nordwind.ts';
import { DAY_MINUTES, instantIn, plusDays, WorkTime } from '../demo/work-time.ts';
import type { Office } from '../product/office.ts';
import { grant, staffProvider } from '../product/people.ts';
import { type Case, withProduct } from './run.ts';
import { Checks } from './checks.ts';
import { issueOf, keyFigureOf, stateOf, typesInFeed } from './story-reads.ts';

const FIRST_MONDAY = '2025-03-03';
const MOST_WEEKS = 12;
/** From the fourth week on everything takes much longer. */
const slipping: Course = { effort: (start) => (start < 14 * DAY_MINUTES ? 1 : 2), cost: () => 1 };

const about = warehouseFrom(FIRST_MONDAY);
/** Until an issue of severity 2 is to be acknowledged. */
const GRAVE_MINUTES = 120;
const at = (offset: number, time = '10:00') => instantIn(about.zone, plusDays(FIRST_MONDAY, offset), time);

/**
 * The loop that the product is for, each step read back over the API: from an enquiry to active work, to a status date
 * that takes SPI(t) past its threshold, to an issue whose clock warns and breaches, to a ladder that climbs until
 * somebody answers.
 */
export const s1: Case = async (run) => {
  await withProduct(run, { clock: 'replay' }, async (office) => {
    const checks = new Checks();
    const project = planning.projectOf(about, outline, new WorkTime(about.zone, FIRST_MONDAY));
    await reachActive(office, project, checks);
    const friday = await slip(office, project, checks);
    await neglect(office, friday, checks);
    run.report.told('S1 from an enquiry to an escalation', checks.made, checks.wrong);
  });
};

async function reachActive(office: Office, project: planning.Project, checks: Checks): Promise<void> {
  const reach = async (state: string, offset: number, act: () => Promise<void>) => {
    await office.advance(at(offset));
    await act();
    await office.rest();
    checks.same(`state of the engagement`, await stateOf(office, about.id), state);
  };
  await office.advance(at(-60));
  await staffProvider(office);
  const { id, ...client } = clients.nordwind;
  await (await office.as('director')).put(`/api/v1/clients/${id}`, client);
  await grant(office, 'sponsor', 'client', { clientId: id });

  await reach('enquiry', -45, () => agreement.openEnquiry(office, about));
  await planning.createPlan(office, project);
  await reach('intake', -38, () => agreement.takeIntake(office, about));
  await reach('proposed', -24, async () => {
    await agreement.agreeGovernance(office, about, promisesWith(project.calendarId, GRAVE_MINUTES));
    await agreement.draftTerms(office, about, { from: '2025-01-01', rates: outline.rates });
    await agreement.propose(office, about);
  });
  await reach('transition', -20, () => agreement.sign(office, about));
  await reach('transition', -12, async () => {
    await planning.importPlan(office, project);
    await planning.submitBaseline(office, project);
  });
  await reach('transition', -5, () => planning.approveBaseline(office, project));
  await reach('active', -3, () => agreement.completeTransition(office, about));
}

/** Tells weeks until SPI(t) is past its threshold; returns that Friday. */
async function slip(office: Office, project: planning.Project, checks: Checks): Promise<number> {
  const teller = new StatusTeller(project, slipping);
  for (let week = 0; week < MOST_WEEKS; week++) {
    const friday = week * 7 + 4;
    await office.advance(at(friday, '17:10'));
    await teller.tell(office, plusDays(FIRST_MONDAY, friday));
    await office.advance(at(friday, '17:20'));
    const { status, value = '' } = await keyFigureOf(office, about.id, 'K02');
    const issue = await issueOf(office, about.id, 'K02');
    checks.same(`week ${week + 1}, an issue because of K02`, issue !== undefined, status === 'breached');
    checks.same(`week ${week + 1}, K02 of ${value} is below 0.90`, status === 'breached', Number(value) < 0.9);
    if (!issue) continue;
    checks.same('the issue is', issue.state, 'open');
    checks.same('its clocks', issue.clocks.map(({ clock, state }) => `${clock} ${state}`).toSorted(), [
      'acknowledge running',
      'resolve running',
    ]);
    const crossed = await typesInFeed(office, 'reporting.KpiThresholdCrossed', 'K02');
    checks.same('crossings of K02 in the feed', crossed, 1);
    return friday;
  }
  throw new Error(`SPI(t) did not cross its threshold in ${MOST_WEEKS} weeks.`);
}

/** Nobody looks at the issue: 120 minutes of office time from Monday, 08:00 on. */
async function neglect(office: Office, friday: number, checks: Checks): Promise<void> {
  const monday = friday + 3;
  const look = async (time: string, offset = monday) => {
    await office.advance(at(offset, time));
    const issue = await issueOf(office, about.id, 'K02');
    const clock = issue?.clocks.find((each) => each.clock === 'acknowledge');
    const [ladder] = issue?.escalations ?? [];
    return { clock, ladder, state: issue?.state };
  };
  const early = await look('08:59');
  checks.same('the clock at 08:59', [early.clock?.state, early.clock?.elapsedMinutes], ['running', 59]);
  checks.same('a warning at 08:59', early.clock?.warnedBp, undefined);
  checks.same('a warning at 09:01', (await look('09:01')).clock?.warnedBp, 5_000);
  checks.same('a warning at 09:37', (await look('09:37')).clock?.warnedBp, 8_000);
  const over = await look('10:01');
  checks.same('the clock at 10:01', over.clock?.state, 'breached');
  checks.same('the ladder at 10:01', [over.ladder?.role, over.ladder?.state], ['project-manager', 'raised']);
  checks.same('the ladder at 14:01', (await look('14:01')).ladder?.role, 'director');

  await acknowledgeAll(office);
  await office.rest();
  const answered = await look('14:02');
  checks.same('the issue once answered', answered.state, 'acknowledged');
  checks.same('its clock', answered.clock?.state, 'met-late');
  const later = await look('17:00', monday + 2);
  checks.same('the ladder two days later', later.ladder?.role, 'director');
  checks.same('is not raised any more', later.ladder?.state === 'raised', false);
}

interface RaisedIssue {
  readonly issueId: string;
  readonly status: string;
  readonly version: number;
}

async function acknowledgeAll(office: Office): Promise<void> {
  const manager = await office.as('project-manager');
  const issues = await manager.all<RaisedIssue>('/api/v1/issues', { engagement: about.id });
  for (const { issueId, version } of issues.filter(({ status }) => status === 'open'))
    await manager.post(`/api/v1/issues/${issueId}/acknowledge`, {}, { ifMatch: version });
}
