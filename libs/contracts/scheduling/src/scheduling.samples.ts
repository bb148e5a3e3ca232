import { sample } from '@bw/contracts-base';
import {
  BaselineApprovalMismatched,
  BaselineApproved,
  BaselineCaptured,
  BaselineLinesCaptured,
  BaselineRejected,
  BaselineSubmitted,
  BaselineSuperseded,
} from './baseline.events.ts';
import {
  CalendarDefined,
  CalendarExceptionsSet,
  CalendarPublished,
  HolidayAdded,
  HolidayRemoved,
  HolidaySetPublished,
  HolidaysReferenced,
  WeekSet,
} from './calendar.events.ts';
import {
  ActivityCompleted,
  ActivityStarted,
  ActualCostRecorded,
  DataDateAdvanced,
  ProgressCorrected,
  ProgressRecorded,
} from './execution.events.ts';
import {
  ActivitiesLinked,
  ActivitiesUnlinked,
  ActivityAdded,
  ActivityChanged,
  ActivityMoved,
  ActivityRemoved,
  BudgetSet,
  ConstraintSet,
  DemandSet,
  EarningRuleSet,
  EstimateSet,
  LinkChanged,
  PlanCreated,
  PlanImported,
  ResourceDefined,
  ScheduleOptionsSet,
} from './plan.events.ts';
import {
  CriticalPathChanged,
  ForecastFinishChanged,
  ScheduleCalculated,
  ScheduleDatesCalculated,
  ScheduleFailed,
  ScheduleRequested,
} from './schedule.events.ts';

const calendarId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e01';
const holidaySetId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e02';
const planId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e03';
const engagementId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e04';
const activityId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e05';
const nextActivityId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e06';
const linkId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e07';
const baselineId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e08';
const approvalId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e09';
const runId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0a';
const resourceId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0b';
const costId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0c';
const importId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0d';
const userId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0e';
const otherBaselineId = '6b1d2c90-0c4e-4f6e-9a53-0b8a5d1f7e0f';
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const otherHash = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752';

const mondayMorning = { weekday: 1, from: '08:00', to: '12:00' };
const shifts = [mondayMorning, { weekday: 1, from: '13:00', to: '17:00' }, { weekday: 5, from: '22:00', to: '06:00' }];
const exceptions = [{ from: '2026-12-24', to: '2026-12-24', shifts: [{ from: '08:00', to: '12:00' }] }];
const shared = { planId, engagementId };
const totals = { activities: 2, bac: 562_512, start: '2026-03-02T08:00:00.000Z', finish: '2026-03-06T17:00:00.000Z' };
const progress = {
  ...shared,
  activityId,
  statusDate: '2026-03-04T17:00:00.000Z',
  actualStart: '2026-03-02T08:00:00.000Z',
  actualDuration: 1_440,
  remainingDuration: 480,
  warnings: [],
};
const link = {
  linkId,
  predecessor: activityId,
  successor: nextActivityId,
  type: 'FS' as const,
  lag: 2_880,
  lagCalendar: 'predecessor' as const,
};
const activity = {
  planId,
  activityId,
  code: '1',
  name: 'Compose survey for the staff',
  type: 'task' as const,
  duration: 1_920,
  start: '2026-03-02T08:00:00.000Z',
  finish: '2026-03-05T17:00:00.000Z',
};

/** An example of each event: one small plan of two activities, from its calendar to its forecast. */
export const schedulingSamples = [
  sample(CalendarDefined, { calendarId, engagementId, name: 'Office hours', zone: 'Europe/Brussels' }),
  sample(WeekSet, { calendarId, shifts }),
  sample(CalendarExceptionsSet, { calendarId, exceptions }),
  sample(HolidaysReferenced, { calendarId, holidaySets: [holidaySetId], days: ['2026-05-15'] }),
  sample(CalendarPublished, {
    calendarId,
    engagementId,
    name: 'Office hours',
    calendarVersion: 1,
    zone: 'Europe/Brussels',
    shifts,
    exceptions,
    holidays: ['2026-05-01', '2026-05-15'],
    holidaySets: [{ holidaySetId, holidaySetVersion: 1 }],
    hash,
  }),
  sample(HolidaySetPublished, {
    holidaySetId,
    name: 'Belgium 2026',
    country: 'BE',
    year: 2026,
    days: ['2026-05-01'],
    origin: 'country lead',
  }),
  sample(HolidayAdded, { holidaySetId, day: '2026-05-14' }),
  sample(HolidayRemoved, { holidaySetId, day: '2026-05-14' }),
  sample(PlanCreated, {
    ...shared,
    title: 'Patient transport system',
    zone: 'Europe/Brussels',
    currency: 'EUR',
    calendarId,
    projectStart: '2026-03-02T07:00:00.000Z',
  }),
  sample(PlanImported, { planId, importId, fileHash: hash, counts: { activities: 2, links: 1, quarantined: 0 } }),
  sample(ScheduleOptionsSet, {
    planId,
    progressMode: 'retained-logic',
    lagCalendar: 'predecessor',
    mustFinish: '2026-04-01T15:00:00.000Z',
  }),
  sample(ActivityAdded, { ...activity, wbs: '1.1.1', calendarId }),
  sample(ActivityChanged, { ...activity, duration: 2_400 }),
  sample(ActivityMoved, { planId, activityId, wbs: '1.2.1' }),
  sample(ActivityRemoved, { planId, activityId }),
  sample(ActivitiesLinked, { planId, ...link }),
  sample(LinkChanged, { planId, linkId, type: 'SS', lag: -480, lagCalendar: '24h' }),
  sample(ActivitiesUnlinked, { planId, linkId }),
  sample(ConstraintSet, { planId, activityId, kind: 'SNET', at: '2026-03-02T07:00:00.000Z', origin: 'import' }),
  sample(EstimateSet, { planId, activityId, optimistic: 1_440, likely: 1_920, pessimistic: 2_880 }),
  sample(BudgetSet, { planId, activityId, fixed: 500_000, variable: 12_512, currency: 'EUR' }),
  sample(EarningRuleSet, { planId, activityId, rule: 'EFFORT_RATIO' }),
  sample(ResourceDefined, { planId, resourceId, code: 'ICT committee', kind: 'person', availability: 50_000 }),
  sample(DemandSet, { planId, activityId, resourceId, units: 20_000 }),
  sample(BaselineCaptured, {
    baselineId,
    ...shared,
    dataDate: '2026-03-02T07:00:00.000Z',
    zone: 'Europe/Brussels',
    currency: 'EUR',
    calendarId,
    projectStart: '2026-03-02T07:00:00.000Z',
    planVersion: 12,
    hash,
    totals,
  }),
  sample(BaselineLinesCaptured, {
    baselineId,
    ...shared,
    lines: [
      {
        activityId,
        code: '1',
        wbs: '1.1.1',
        name: 'Compose survey for the staff',
        type: 'task',
        calendarId,
        start: '2026-03-02T07:00:00.000Z',
        finish: '2026-03-05T16:00:00.000Z',
        duration: 1_920,
        fixed: 500_000,
        variable: 12_512,
        earningRule: 'EFFORT_RATIO',
      },
    ],
    links: [link],
  }),
  sample(BaselineSubmitted, { baselineId, ...shared, hash, currency: 'EUR', totals, submittedBy: userId }),
  sample(BaselineApproved, { baselineId, ...shared, approvalId, hash }),
  sample(BaselineRejected, { baselineId, ...shared, approvalId }),
  sample(BaselineApprovalMismatched, { baselineId, ...shared, approvalId, hash, approvedHash: otherHash }),
  sample(BaselineSuperseded, { baselineId, ...shared, by: otherBaselineId }),
  sample(ActivityStarted, { ...shared, activityId, startedAt: '2026-03-02T08:00:00.000Z' }),
  sample(ProgressRecorded, progress),
  sample(ProgressCorrected, {
    ...progress,
    actualDuration: 1_920,
    remainingDuration: 0,
    actualFinish: '2026-03-05T17:00:00.000Z',
    warnings: [{ code: 'finish-after-status-date', detail: 'finished on 2026-03-05, reported on 2026-03-04' }],
  }),
  sample(ActivityCompleted, { ...shared, activityId, finishedAt: '2026-03-05T17:00:00.000Z' }),
  sample(ActualCostRecorded, { costId, ...shared, activityId, amount: 12_512, currency: 'EUR', basis: 'project' }),
  sample(DataDateAdvanced, { ...shared, dataDate: '2026-03-04T17:00:00.000Z' }),
  sample(ScheduleRequested, { runId, ...shared, cause: 'change' }),
  sample(ScheduleCalculated, {
    runId,
    ...shared,
    planVersion: 12,
    dataDate: '2026-03-04T17:00:00.000Z',
    inputHash: hash,
    resultHash: otherHash,
    engineVersion: 1,
    zoneDataVersion: '2025c',
    finish: '2026-03-06T17:00:00.000Z',
    activities: 2,
    critical: 2,
  }),
  sample(ScheduleDatesCalculated, {
    runId,
    ...shared,
    lines: [
      {
        activityId,
        earlyStart: '2026-03-02T07:00:00.000Z',
        earlyFinish: '2026-03-05T16:00:00.000Z',
        lateStart: '2026-03-02T07:00:00.000Z',
        lateFinish: '2026-03-05T16:00:00.000Z',
        totalFloat: 0,
        freeFloat: 0,
        critical: true,
      },
    ],
  }),
  sample(ScheduleFailed, { runId, ...shared, cause: 'calendar-not-published', detail: 'Calendar 1 is still a draft.' }),
  sample(ForecastFinishChanged, {
    runId,
    ...shared,
    from: '2026-03-06T17:00:00.000Z',
    to: '2026-03-09T17:00:00.000Z',
  }),
  sample(CriticalPathChanged, { runId, ...shared, entered: [activityId], left: [nextActivityId] }),
];
