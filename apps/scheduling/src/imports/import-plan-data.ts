import type { LagCalendar } from '@bw/contracts-scheduling';
import { derivedId } from '@bw/event-store';
import type { ImportPlanData } from '../plans/plan.commands.ts';
import type { ImportView } from './import.bodies.ts';
import type { PlacedPlanDraft } from './import-job.ts';

/** The draft with ids: made from the import's id and the file's codes, so that a retry makes the same ones. */
export function importPlanData(
  { importId, fileHash, counts }: Pick<ImportView, 'importId' | 'fileHash' | 'counts'>,
  { activities, links, resources, calendarId }: PlacedPlanDraft,
): ImportPlanData {
  const activityId = (code: string) => derivedId(importId, 'activity', code);
  const resourceId = (code: string) => derivedId(importId, 'resource', code);
  return {
    importId,
    fileHash,
    counts,
    resources: resources.map(({ code, availability }) => ({
      resourceId: resourceId(code),
      code,
      kind: 'person',
      availability,
    })),
    activities: activities.map(({ row: _, noEarlierThan, demands, ...activity }) => ({
      ...activity,
      activityId: activityId(activity.code),
      ...(calendarId && activity.type !== 'summary' && { calendarId }),
      ...(noEarlierThan && { constraint: { kind: 'SNET', at: noEarlierThan, origin: 'import' } }),
      demands: demands.map(({ resource, units }) => ({ resourceId: resourceId(resource), units })),
    })),
    links: links.map(({ predecessor, successor, type, lag, lagCalendar }) => ({
      linkId: derivedId(importId, 'link', predecessor, successor, type),
      predecessor: activityId(predecessor),
      successor: activityId(successor),
      type,
      lag,
      lagCalendar: lagCalendar satisfies LagCalendar,
    })),
  };
}
