import type { Office } from '../product/office.ts';
import { grant, staffProvider } from '../product/people.ts';
import * as agreement from './agreement.ts';
import * as assurance from './assurance.ts';
import { type Course, StatusTeller } from './execution.ts';
import * as planning from './planning.ts';
import { claimsPortal } from './plans/claims-portal.ts';
import { serviceDesk } from './plans/service-desk.ts';
import { warehouse as warehousePlan } from './plans/warehouse.ts';
import { deskRisks, warehouseRisks } from './risks.ts';
import { Timeline } from './timeline.ts';
import { clients, promisesWith, undertakingsFrom } from './undertakings.ts';
import { DAY_MINUTES, dayOf, instantIn, plusDays, weekdayOf, WorkTime } from './work-time.ts';

const WEEKS = 10;
/** Before the first morning of the work. */
const ENQUIRY_DAYS = -45;

/** The days by which the sample goes, so that its last status date is always the Friday before `now`. */
interface Calendar {
  readonly firstMonday: string;
  readonly fridays: readonly string[];
  readonly freeDay: string;
  readonly lateCorrection: string;
}

/** Two clients and three engagements: one healthy, one that slips, one in intake with a decision to take. */
export function samplePortfolio(now: string): Timeline {
  const calendar = calendarOf(now);
  const timeline = new Timeline();
  const { desk, warehouse, claims } = undertakingsFrom(calendar.firstMonday);
  const day = (offset: number, time = '10:00') =>
    instantIn('Europe/Berlin', plusDays(calendar.firstMonday, offset), time);
  timeline.at(day(ENQUIRY_DAYS - 5), 'People come in', openHouse);

  const plan = (about: agreement.Undertaking, outline: typeof serviceDesk) =>
    planning.projectOf(about, outline, new WorkTime(about.zone, calendar.firstMonday, [calendar.freeDay]), [
      calendar.freeDay,
    ]);
  const deskPlan = plan(desk, serviceDesk);
  const wmsPlan = plan(warehouse, warehousePlan);
  for (const project of [deskPlan, wmsPlan]) agree(timeline, project, day);
  work(timeline, deskPlan, { course: steady, calendar });
  work(timeline, wmsPlan, { course: slipping, calendar });
  watchDesk(timeline, deskPlan, calendar);
  watchWarehouse(timeline, wmsPlan, day);

  const nextMonday = plusDays(calendar.firstMonday, (WEEKS + 3) * 7);
  talk(timeline, planning.projectOf(claims, claimsPortal, new WorkTime(claims.zone, nextMonday), []), day);
  return timeline;
}

function calendarOf(now: string): Calendar {
  const evening = (day: string) => instantIn('Europe/Berlin', day, '17:30');
  let friday = dayOf(Date.parse(now));
  while (weekdayOf(friday) !== 5 || evening(friday) > now) friday = plusDays(friday, -1);
  const firstMonday = plusDays(friday, -(WEEKS - 1) * 7 - 4);
  const fridays = Array.from({ length: WEEKS }, (_, week) => plusDays(firstMonday, week * 7 + 4));
  const monday = instantIn('Europe/Berlin', plusDays(friday, 3), '11:00');
  return { firstMonday, fridays, freeDay: plusDays(firstMonday, 16), lateCorrection: monday < now ? monday : now };
}

/** As planned, but for a little scatter. */
const steady: Course = { effort: () => 1, cost: () => 0.97 };
/** After four good weeks everything takes longer and costs more. */
const slipping: Course = {
  effort: (start) => (start < 14 * DAY_MINUTES ? 1.05 : 1.55),
  cost: (start) => (start < 14 * DAY_MINUTES ? 1.02 : 1.55),
};

async function openHouse(office: Office): Promise<void> {
  await staffProvider(office);
  const director = await office.as('director');
  for (const { id, ...client } of Object.values(clients)) await director.put(`/api/v1/clients/${id}`, client);
  await grant(office, 'sponsor', 'client', { clientId: clients.nordwind.id });
  await grant(office, 'client-viewer', 'client', { clientId: clients.nordwind.id });
  await grant(office, 'other-sponsor', 'client', { clientId: clients.harbour.id });
  await office.rest();
}

type DayOf = (offset: number, time?: string) => string;

/** From the enquiry to the approved baseline. */
function agree(timeline: Timeline, project: planning.Project, day: DayOf): void {
  const { about } = project;
  const step = (offset: number, what: string, act: (office: Office) => Promise<void>) =>
    timeline.at(day(offset), `${about.code}: ${what}`, act);
  step(ENQUIRY_DAYS, 'enquiry', async (office) => {
    await agreement.openEnquiry(office, about);
    await office.rest();
    await planning.createPlan(office, project);
  });
  step(-38, 'intake', (office) => agreement.takeIntake(office, about));
  step(-24, 'governance and terms', async (office) => {
    await agreement.agreeGovernance(office, about, promisesWith(project.calendarId));
    await agreement.draftTerms(office, about, day(-20).slice(0, 10));
    await agreement.propose(office, about);
  });
  step(-20, 'both parties sign', (office) => agreement.sign(office, about));
  step(-12, 'plan', (office) =>
    about.code === 'NORD-WMS' ? planning.importPlan(office, project) : planning.enterPlan(office, project),
  );
  step(-7, 'baseline submitted', (office) => planning.submitBaseline(office, project));
  step(-5, 'baseline approved', (office) => planning.approveBaseline(office, project));
  step(-3, 'kick-off', (office) => agreement.completeTransition(office, about));
}

/** Ten weeks of work, told every Friday evening. */
function work(
  timeline: Timeline,
  project: planning.Project,
  { course, calendar }: { readonly course: Course; readonly calendar: Calendar },
): void {
  const teller = new StatusTeller(project, course);
  for (const [week, friday] of calendar.fridays.entries()) {
    const at = instantIn(project.about.zone, friday, '17:10');
    timeline.at(at, `${project.about.code}: week ${week + 1}`, (office) => teller.tell(office, friday));
  }
}

function watchDesk(timeline: Timeline, project: planning.Project, { fridays, lateCorrection }: Calendar): void {
  const { planId, about, time } = project;
  for (const risk of deskRisks) {
    const at = instantIn(about.zone, fridays[1] ?? '', '09:00');
    timeline.at(at, 'a risk', (office) => assurance.identifyRisk(office, about.id, risk));
  }
  timeline.at(lateCorrection, 'a late correction', async (office) => {
    const statusDate = time.finishAt(time.untilEveningOf(fridays[5] ?? ''));
    const activities = (await planning.activityIds(office, project)).values();
    await assurance.correctLate(office, { planId, statusDate, activities });
  });
}

const ANSWER_MISSING = 'Radio survey cannot enter hall 2';

function watchWarehouse(timeline: Timeline, { about }: planning.Project, day: DayOf): void {
  const engagementId = about.id;
  for (const risk of warehouseRisks)
    timeline.at(day(3, '11:00'), 'a risk', (office) => assurance.identifyRisk(office, engagementId, risk));
  const description = 'The keys of hall 2 lie with its landlord; the client is asked to get them.';
  timeline.at(day(18, '08:30'), 'an issue', (office) =>
    assurance.raiseIssue(office, { engagementId, severity: 2, title: ANSWER_MISSING, description }),
  );
  // Every Monday morning until the last but one; what comes later waits for somebody, and climbs the ladder.
  for (let week = 5; week < WEEKS - 1; week++) {
    timeline.at(day(week * 7, '09:30'), 'issues seen', (office) => assurance.acknowledgeIssues(office, engagementId));
  }
  timeline.at(day(18, '09:00'), 'issues seen', (office) => assurance.acknowledgeIssues(office, engagementId));
  timeline.at(day(18, '09:00'), 'waiting for the client', (office) =>
    assurance.waitForClient(office, engagementId, ANSWER_MISSING),
  );
  timeline.at(day(25, '17:10'), 'an issue resolved', async (office) => {
    await assurance.resolveIssue(office, engagementId, ANSWER_MISSING, 'The landlord opened the hall.');
  });
}

/** Still in intake, with a plan that waits for the sponsor’s decision: since Friday, as a decision lapses after ten days. */
function talk(timeline: Timeline, project: planning.Project, day: DayOf): void {
  const { about } = project;
  timeline.at(day(35, '09:30'), `${about.code}: enquiry`, async (office) => {
    await agreement.openEnquiry(office, about);
    await office.rest();
    await planning.createPlan(office, project);
  });
  timeline.at(day(42, '09:30'), `${about.code}: intake`, (office) => agreement.takeIntake(office, about));
  timeline.at(day(49, '09:30'), `${about.code}: plan`, (office) => planning.importPlan(office, project));
  timeline.at(day((WEEKS - 1) * 7 + 4, '17:10'), `${about.code}: baseline submitted`, (office) =>
    planning.submitBaseline(office, project),
  );
}
