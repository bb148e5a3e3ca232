import { refusals } from '@bw/service-shell';
import type { BaselineRefusal } from './baselines/baseline.decider.ts';
import type { CalendarRefusal } from './calendars/calendar.decider.ts';
import type { HolidaySetRefusal } from './calendars/holiday-set.decider.ts';
import type { ActualCostRefusal } from './execution/actual-cost.decider.ts';
import type { DataDateRefusal } from './execution/data-date.decider.ts';
import type { ProgressRefusal } from './execution/progress.decider.ts';
import type { PlanRefusal } from './plans/plan.commands.ts';
import type { ScheduleRunRefusal } from './schedule/schedule-run.decider.ts';

const readFirst = 'Read it first, and send its ETag as If-Match.';

/** How the refusals of this service are told to its clients. */
export const schedulingRefusals = [
  refusals<CalendarRefusal | HolidaySetRefusal>({
    'calendar-not-found': { code: 'NOT_FOUND', detail: 'There is no such calendar.' },
    'calendar-invalid': {
      code: 'VALIDATION',
      detail: 'The calendar cannot be counted with; `problems` says where and why.',
    },
    'calendar-version-not-said': {
      code: 'PRECONDITION_REQUIRED',
      detail: 'The calendar exists already and would change.',
      hint: readFirst,
    },
    'calendar-has-other-name-or-zone': {
      code: 'STATE_CONFLICT',
      detail: 'The calendar keeps its name, zone and engagement for life.',
      hint: 'Make a new calendar with an id of its own.',
    },
    'holiday-set-not-found': {
      code: 'STATE_CONFLICT',
      detail: 'The calendar names a holiday set that is not published.',
      hint: 'Publish the holiday set first.',
    },
    'holiday-set-version-not-said': {
      code: 'PRECONDITION_REQUIRED',
      detail: 'The holiday set exists already and would change.',
      hint: readFirst,
    },
    'holiday-set-is-of-another-place-or-year': {
      code: 'STATE_CONFLICT',
      detail: 'The holiday set belongs to another place or year.',
      hint: 'Make a new holiday set with an id of its own.',
    },
    'holiday-outside-its-year': { code: 'VALIDATION', detail: 'A day lies outside the year of the holiday set.' },
  }),
  refusals<PlanRefusal>({
    'plan-not-found': { code: 'NOT_FOUND', detail: 'There is no such plan.' },
    'plan-exists-with-other-content': {
      code: 'STATE_CONFLICT',
      detail: 'A plan with this id exists and says something else.',
      hint: 'Make a new plan with an id of its own.',
    },
    'plan-version-not-said': {
      code: 'PRECONDITION_REQUIRED',
      detail: 'This exists already and would change.',
      hint: readFirst,
    },
    'activity-not-found': { code: 'NOT_FOUND', detail: 'There is no such activity in the plan.' },
    'activity-code-taken': { code: 'STATE_CONFLICT', detail: 'Another activity of the plan has this code.' },
    'activity-has-actuals': {
      code: 'STATE_CONFLICT',
      detail: 'Progress or cost was recorded for the activity: it stays.',
    },
    'finish-before-start': { code: 'VALIDATION', detail: 'The activity finishes before it starts.' },
    'milestone-has-duration': { code: 'VALIDATION', detail: 'A milestone takes no time.' },
    'summary-has-links': { code: 'STATE_CONFLICT', detail: 'The activity has links; a summary cannot have any.' },
    'summary-has-no-budget': {
      code: 'VALIDATION',
      detail: 'A summary has no budget of its own: its budget is the sum of what lies below it.',
    },
    'link-not-found': { code: 'NOT_FOUND', detail: 'There is no such link in the plan.' },
    'link-has-other-ends': { code: 'STATE_CONFLICT', detail: 'A link keeps its two ends for life.' },
    'link-dangling': { code: 'VALIDATION', detail: 'One end of the link is no activity of the plan.' },
    'link-to-itself': { code: 'CYCLE', detail: 'The activity would be linked to itself.' },
    'link-on-summary': { code: 'VALIDATION', detail: 'A summary cannot be linked.' },
    'link-exists-already': { code: 'STATE_CONFLICT', detail: 'These two activities have a link of this type already.' },
    'plan-would-have-a-cycle': {
      code: 'CYCLE',
      detail: 'The links would run in a circle; `path` names it step by step.',
      hint: 'Leave out one of its links.',
    },
    'constraint-needs-a-date': { code: 'VALIDATION', detail: 'This kind of constraint needs a date.' },
    'estimates-out-of-order': { code: 'VALIDATION', detail: 'Optimistic, likely and pessimistic must not decrease.' },
    'budget-in-another-currency': { code: 'VALIDATION', detail: 'The budget is in another currency than the plan.' },
    'resource-not-found': { code: 'NOT_FOUND', detail: 'There is no such resource in the plan.' },
  }),
  refusals<BaselineRefusal>({
    'baseline-not-found': { code: 'NOT_FOUND', detail: 'There is no such baseline.' },
    'baseline-is-empty': { code: 'STATE_CONFLICT', detail: 'The plan has nothing that could be baselined.' },
    'baseline-exists-with-other-content': {
      code: 'STATE_CONFLICT',
      detail: 'A baseline with this id was captured from another content; baselines never change.',
      hint: 'Capture a new baseline with an id of its own.',
    },
    'baseline-already-decided': { code: 'STATE_CONFLICT', detail: 'The baseline was decided upon already.' },
  }),
  refusals<ProgressRefusal | ActualCostRefusal | DataDateRefusal>({
    'progress-after-data-date': {
      code: 'STATE_CONFLICT',
      detail: 'The progress lies after the data date of the plan.',
    },
    'progress-start-after-status-date': { code: 'VALIDATION', detail: 'The actual start lies after the status date.' },
    'progress-finish-after-status-date': {
      code: 'VALIDATION',
      detail: 'The actual finish lies after the status date.',
    },
    'progress-finish-before-start': { code: 'VALIDATION', detail: 'The actual finish lies before the actual start.' },
    'progress-complete-with-remaining-work': { code: 'VALIDATION', detail: 'What is finished has no remaining work.' },
    'progress-without-start': { code: 'VALIDATION', detail: 'What was worked on has an actual start.' },
    'progress-goes-back': { code: 'STATE_CONFLICT', detail: 'Less is reported as done than before.' },
    'progress-was-complete': { code: 'STATE_CONFLICT', detail: 'The activity was reported complete.' },
    'progress-to-correct-not-found': { code: 'NOT_FOUND', detail: 'The report to correct is none of this activity.' },
    'progress-already-corrected': {
      code: 'STATE_CONFLICT',
      detail: 'The report was corrected already.',
      hint: 'Correct the correction: `correctedBy` names it.',
    },
    'cost-after-data-date': { code: 'STATE_CONFLICT', detail: 'The cost lies after the data date of the plan.' },
    'cost-in-another-currency': { code: 'VALIDATION', detail: 'The cost is in another currency than the plan.' },
    'cost-exists-with-other-content': { code: 'STATE_CONFLICT', detail: 'A cost with this id says something else.' },
    'cost-not-found': { code: 'NOT_FOUND', detail: 'There is no such cost.' },
    'cost-already-corrected': {
      code: 'STATE_CONFLICT',
      detail: 'The cost is not as it was when you read it.',
      hint: 'Correct the event that `current` names.',
    },
    'data-date-goes-back': { code: 'STATE_CONFLICT', detail: 'A data date goes forward only.' },
    'data-date-to-correct-is-not-the-last': {
      code: 'STATE_CONFLICT',
      detail: 'Only the last data date can be corrected.',
    },
  }),
  refusals<ScheduleRunRefusal>({
    'run-not-found': { code: 'NOT_FOUND', detail: 'There is no such schedule run.' },
    'run-exists-for-another-plan': { code: 'STATE_CONFLICT', detail: 'This run belongs to another plan.' },
  }),
];
