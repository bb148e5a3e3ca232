import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@bw/client';
import { WrongUse } from '../frame/exit-status.ts';
import { engagementOf, type EngagementLine } from '../frame/places.ts';
import { startOfDay } from './zone.ts';

export interface NewPlan {
  readonly title: string;
  readonly engagement: string;
  /** First day of the project, in the engagement's zone. */
  readonly start: string;
  readonly calendar?: string;
  /** Make a calendar of Monday to Friday, 9 to 17, where the engagement has none. */
  readonly officeHours: boolean;
}

interface Calendar {
  readonly calendarId: string;
  readonly engagementId?: string;
  readonly name: string;
  readonly published: boolean;
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** Makes an empty plan for an engagement: a file is imported into a plan. Returns its id. */
export async function makePlan(client: ApiClient, wanted: NewPlan): Promise<string> {
  if (!isDay(wanted.start)) {
    throw new WrongUse(`--start: "${wanted.start}" is no day. Write it like 2026-03-02.`);
  }
  const engagement = await engagementOf(client, wanted.engagement);
  const calendarId = wanted.calendar ?? (await calendarFor(client, engagement, wanted.officeHours));
  const planId = randomUUID();
  await client.put(`/api/v1/plans/${planId}`, {
    engagementId: engagement.engagementId,
    title: wanted.title,
    zone: engagement.zone,
    currency: engagement.currency,
    calendarId,
    projectStart: startOfDay(wanted.start, engagement.zone),
  });
  return planId;
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

async function calendarFor(client: ApiClient, engagement: EngagementLine, officeHours: boolean): Promise<string> {
  const { engagementId, code } = engagement;
  const calendars = await client.get<readonly Calendar[]>('/api/v1/calendars');
  const usable = calendars.filter(
    (each) => each.published && (each.engagementId === undefined || each.engagementId === engagementId),
  );
  const own = usable.filter((each) => each.engagementId === engagementId);
  const [only, ...others] = own.length > 0 ? own : usable;
  if (only && others.length === 0) return only.calendarId;
  if (only) {
    const lines = [only, ...others].map(({ calendarId, name }) => `  ${calendarId}  ${name}`);
    throw new WrongUse(`${code} has several calendars. Name one with --calendar:\n${lines.join('\n')}`);
  }
  if (officeHours) return officeCalendar(client, engagement);
  throw new WrongUse(`${code} has no published calendar. Name one (--calendar), or have one made: --office-hours`);
}

async function officeCalendar(client: ApiClient, { engagementId, code, zone }: EngagementLine): Promise<string> {
  const calendarId = randomUUID();
  await client.put(`/api/v1/calendars/${calendarId}`, {
    engagementId,
    name: `Office hours of ${code}`,
    zone,
    exceptions: [],
    days: [],
    shifts: WORKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  });
  await client.post(`/api/v1/calendars/${calendarId}/publish`);
  return calendarId;
}
