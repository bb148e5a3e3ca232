import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../libs/client/src/index.ts';
import * as agreement from '../demo/agreement.ts';
import * as planning from '../demo/planning.ts';
import { warehouse } from '../demo/plans/warehouse.ts';
import { clients } from '../demo/people.ts';
import { promisesWith } from '../demo/promises.ts';
import { warehouseFrom } from '../demo/stories/nordwind.ts';
import { dayOf, plusDays, weekdayOf, WorkTime } from '../demo/work-time.ts';
import type { Office } from '../product/office.ts';
import { grant, staffProvider } from '../product/people.ts';

/** An engagement at work, with key-figure targets, to be measured on. */
export interface Field {
  readonly manager: ApiClient;
  readonly planId: string;
  readonly projectStart: string;
  /** The plan's activities that take time. */
  readonly activities: readonly string[];
}

/** Half a year of past to record in: the baseline of a whole plan that the sponsor has approved. */
export async function prepareField(office: Office): Promise<Field> {
  await staffProvider(office);
  const { id, ...client } = clients.nordwind;
  await (await office.as('director')).put(`/api/v1/clients/${id}`, client);
  await grant(office, 'sponsor', 'client', { clientId: id });
  await office.rest();

  let monday = plusDays(dayOf(Date.now()), -180);
  while (weekdayOf(monday) !== 1) monday = plusDays(monday, 1);
  const about = warehouseFrom(monday);
  const project = planning.projectOf(about, warehouse, new WorkTime(about.zone, monday));
  await agreement.openEnquiry(office, about);
  await office.rest();
  await planning.createPlan(office, project);
  await agreement.agreeGovernance(office, about, promisesWith(project.calendarId));
  await planning.importPlan(office, project);
  await planning.submitBaseline(office, project);
  await office.rest();
  await planning.approveBaseline(office, project);
  await office.rest();

  const manager = await office.as('project-manager');
  const projectStart = project.time.startAt(0);
  const dataDate = new Date(Date.now() - 3_600_000).toISOString();
  await manager.post(`/api/v1/plans/${project.planId}/data-date`, { dataDate });
  await office.rest();
  const ids = await planning.activityIds(office, project);
  const codes = warehouse.pieces.filter(({ type }) => type === 'task').map(({ code }) => code);
  const activities = codes.map((code) => ids.get(code) ?? '');
  return { manager, planId: project.planId, projectStart, activities };
}

/** A report that says a little more with every number. */
export function reportOf({ planId, projectStart, activities }: Field, number: number): Report {
  const round = Math.floor(number / activities.length);
  return {
    planId,
    activityId: activities[number % activities.length] ?? '',
    statusDate: new Date(Date.parse(projectStart) + 40 * 86_400_000 + round * 60_000).toISOString(),
    actualStart: projectStart,
    actualDuration: 60 + round,
    remainingDuration: 10_000 - round,
  };
}

export interface Report {
  readonly planId: string;
  readonly activityId: string;
  readonly statusDate: string;
  readonly actualStart: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
}

export const newCommand = (): string => randomUUID();
