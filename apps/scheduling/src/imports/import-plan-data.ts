import type { LagCalendar } from '@bw/contracts-scheduling';
import { derivedId } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import type { ImportedActivity, ImportPlanData } from '../plans/plan.commands.ts';
import type { DraftPlan, PlannedActivity } from '../plans/plan.state.ts';
import type { ImportView } from './import.bodies.ts';
import type { PlacedPlanDraft } from './import-job.ts';
import type { DraftActivity } from './plan-draft.ts';

/**
 * The draft with ids. What the plan has already is found by its code; the ids of what is new are made from the import's id
 * and the file's codes, so that a retry makes the same ones. Of what the file has no column for, the plan's word stays.
 */
export function importPlanData(
  { importId, fileHash, counts }: Pick<ImportView, 'importId' | 'fileHash' | 'counts'>,
  draft: PlacedPlanDraft,
  plan: DraftPlan,
): ImportPlanData {
  const activityId = (code: string) => plan.codes.get(code) ?? derivedId(importId, 'activity', code);
  const known = new Map(plan.resources.values().map(({ code, resourceId }) => [code, resourceId]));
  const resourceId = (code: string) => known.get(code) ?? derivedId(importId, 'resource', code);
  const linkIds = new Map(
    plan.links
      .values()
      .map(({ linkId, predecessor, successor, type }) => [`${predecessor} ${successor} ${type}`, linkId]),
  );
  return {
    importId,
    fileHash,
    counts,
    replacesLinks: draft.fields.includes('predecessors'),
    resources: draft.resources
      .filter(({ code }) => !known.has(code))
      .map(({ code, availability }) => ({ resourceId: resourceId(code), code, kind: 'person', availability })),
    activities: draft.activities.map((activity) => {
      const id = activityId(activity.code);
      const demands = activity.demands.map(({ resource, units }) => ({ resourceId: resourceId(resource), units }));
      return importedActivity({ activityId: id, activity, demands, draft, before: plan.activities.get(id) });
    }),
    links: draft.links.map(({ predecessor, successor, type, lag, lagCalendar }) => {
      const ends = { predecessor: activityId(predecessor), successor: activityId(successor) };
      const linkId = linkIds.get(`${ends.predecessor} ${ends.successor} ${type}`);
      return {
        linkId: linkId ?? derivedId(importId, 'link', predecessor, successor, type),
        ...ends,
        type,
        lag,
        lagCalendar: lagCalendar satisfies LagCalendar,
      };
    }),
  };
}

interface Importing {
  readonly activityId: Id;
  readonly activity: DraftActivity;
  readonly demands: ImportedActivity['demands'];
  readonly draft: PlacedPlanDraft;
  readonly before: PlannedActivity | undefined;
}

function importedActivity({ activityId, activity, demands, draft, before }: Importing): ImportedActivity {
  const { code, wbs, name, type, duration, start, finish, budget, earningRule } = activity;
  const calendarId = (type === 'summary' ? undefined : draft.calendarId) ?? before?.calendarId;
  const constraint = constraintOf(activity, before);
  const told = { code, name, duration, type: typeOf(activity, draft, before), wbs: placeOf(wbs, draft, before) };
  const dates = { start: start ?? before?.start, finish: finish ?? before?.finish };
  return {
    activityId,
    ...told,
    ...(dates.start && { start: dates.start }),
    ...(dates.finish && { finish: dates.finish }),
    ...(calendarId && { calendarId }),
    ...(budget && { budget }),
    ...(earningRule && { earningRule }),
    ...(constraint && { constraint }),
    demands: [...demands, ...noLonger(demands, draft, before)],
  };
}

/** Without a column that says so, an activity stays the kind that it is; unless work makes a milestone impossible. */
function typeOf(
  { type, duration }: DraftActivity,
  { fields }: PlacedPlanDraft,
  before: PlannedActivity | undefined,
): DraftActivity['type'] {
  if (!before || type === 'summary' || fields.includes('type') || fields.includes('milestone')) return type;
  return before.type === 'summary' || (before.type.endsWith('milestone') && duration > 0) ? type : before.type;
}

function placeOf(wbs: string, { fields }: PlacedPlanDraft, before: PlannedActivity | undefined): string {
  return fields.includes('wbs') ? wbs : (before?.wbs ?? wbs);
}

/** A date that the file gives takes the place of the one that held the activity back before. */
function constraintOf(
  { noEarlierThan, start }: DraftActivity,
  before: PlannedActivity | undefined,
): ImportedActivity['constraint'] {
  if (noEarlierThan) return { kind: 'SNET', at: noEarlierThan, origin: 'import' };
  return start && before?.constraint?.kind === 'SNET' ? { kind: 'ASAP', origin: 'import' } : undefined;
}

/** Where the file names who is needed, those that it does not name are needed no more. */
function noLonger(
  demands: ImportedActivity['demands'],
  { fields }: PlacedPlanDraft,
  before: PlannedActivity | undefined,
): ImportedActivity['demands'] {
  if (!before || !fields.includes('resources')) return [];
  const named = new Set(demands.map(({ resourceId }) => resourceId));
  const gone = Object.keys(before.demands).filter((resourceId) => !named.has(resourceId));
  return gone.map((resourceId) => ({ resourceId, units: 0 }));
}
