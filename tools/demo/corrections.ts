import type { Office } from '../product/office.ts';
import type { ToldCost } from './execution.ts';
import { activityIds, type Project } from './planning.ts';

interface ProgressView {
  readonly reports: readonly {
    readonly eventId: string;
    readonly statusDate: string;
    readonly actualStart?: string;
    readonly actualDuration: number;
    readonly remainingDuration: number;
    readonly replacedBy?: string;
  }[];
}

const TWO_DAYS = 960;

/** Long after a status date it turns out that less had been done of an activity than was reported. */
export async function correctProgress(office: Office, project: Project, day: string): Promise<void> {
  const manager = await office.as('project-manager');
  const { planId, time } = project;
  const statusDate = time.finishAt(time.untilEveningOf(day));
  for (const activity of (await activityIds(office, project)).values()) {
    const url = `/api/v1/activities/${activity}`;
    const { reports } = await manager.get<ProgressView>(`${url}/progress`, { plan: planId });
    const report = reports.find((each) => each.statusDate === statusDate && !each.replacedBy);
    if (!report?.actualStart || report.actualDuration < TWO_DAYS || report.remainingDuration === 0) continue;
    await manager.post(`${url}/progress-corrections`, {
      planId,
      statusDate,
      actualStart: report.actualStart,
      actualDuration: report.actualDuration,
      remainingDuration: report.remainingDuration + TWO_DAYS,
      corrects: report.eventId,
      reason: 'Two days of work had been left out of what remained.',
    });
    return;
  }
  throw new Error(`No report of ${statusDate} could be corrected.`);
}

/** An invoice had been booked twice: half of what was told that day for the piece that cost most is taken back. */
export async function correctCost(office: Office, project: Project, cost: ToldCost | undefined): Promise<void> {
  if (!cost) throw new Error(`No cost of ${project.about.code} was told that day.`);
  const manager = await office.as('project-manager');
  const url = `/api/v1/actual-costs/${cost.costId}`;
  const { eventId } = await manager.get<{ readonly eventId: string }>(url);
  const { activityId, amount, effective } = cost;
  await manager.post(`${url}/corrections`, {
    planId: project.planId,
    activityId,
    amount: Math.round(amount / 2),
    currency: project.about.currency,
    basis: 'project',
    effective,
    corrects: eventId,
    reason: 'The invoice had been booked twice.',
  });
}
