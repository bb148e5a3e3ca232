import { useEffect, useMemo, useState } from 'react';
import { useCommand } from '../actions/use-command.ts';
import { useZone } from '../figures/zone.ts';
import { civilDaysOf, dayNumber, dayText } from '../gantt/civil-days.ts';
import { type Drag, dragged } from '../gantt/drag.ts';
import { useLatest } from '../gantt/use-latest.ts';
import { t } from '../texts/t.ts';
import { expectationOf, type Expectations, expecting } from './expectations.ts';
import type { PlanCellEdits } from './plan-columns.ts';
import { isDone } from './plan-row.ts';
import type { PlanRow } from './plan-rows.ts';
import type { Activity, WholePlan } from './plan-views.ts';
import { type ActivityChange, changeActivity, constrain } from './plan-writes.ts';
import type { PlanRights } from './use-plan-rights.ts';
import { ACTIVITIES } from './use-plan.ts';
import { workOf, workText } from './work-text.ts';

export interface PlanEdits {
  /** The activities, with what was just written in them until the schedule has been calculated anew. */
  readonly expected: (activities: readonly Activity[]) => readonly Activity[];
  readonly cells?: PlanCellEdits;
  readonly canDrag: (row: PlanRow) => boolean;
  readonly drop: (row: PlanRow, drag: Drag) => void;
}

interface Moved {
  readonly row: PlanRow;
  /** Where it shall begin, at the earliest. */
  readonly start: number;
}

interface Changed {
  readonly row: PlanRow;
  readonly change: ActivityChange;
}

/** No answer for so long: then what the server last said is shown again. */
const PATIENCE_MS = 10_000;

/** Changes in the chart itself: cells and bars. They show at once; a refusal takes them back and says why. */
export function usePlanEdits({ planId, run }: WholePlan, { canManage }: PlanRights): PlanEdits {
  const zone = useZone();
  const [written, setWritten] = useState<Expectations>({});
  const runId = run?.runId;
  useEffect(() => {
    setWritten({}); // a new calculation knows better
  }, [runId]);
  const hold = (row: PlanRow, change: Parameters<typeof expectationOf>[1]) => {
    const expectation = expectationOf(row.activity, change);
    setWritten((all) => ({ ...all, [row.id]: expectation }));
    setTimeout(() => release(row.id, expectation), PATIENCE_MS);
  };
  const release = (id: string, expectation?: Expectations[string]) =>
    setWritten((all) => {
      const { [id]: held, ...rest } = all;
      return expectation && held !== expectation ? all : rest;
    });
  const shown = { path: ACTIVITIES, query: { plan: planId } };

  const move = useCommand<Moved>({
    send: async ({ row, start }, key) => {
      try {
        const constraint = { kind: 'SNET', at: new Date(start).toISOString() };
        return await constrain({ planId, activityId: row.id }, constraint, key);
      } catch (error) {
        release(row.id);
        throw error;
      }
    },
    shown,
    done: ({ row }) => t('plan.moved', { name: row.name }),
    undo: ({ row }) => ({
      done: t('plan.movedBack', { name: row.name }),
      send: (key) => {
        release(row.id);
        return constrain({ planId, activityId: row.id }, row.activity.constraint, key);
      },
    }),
  });
  const change = useCommand<Changed>({
    send: async ({ row, change: wanted }) => {
      try {
        return await changeActivity({ planId, activityId: row.id }, wanted);
      } catch (error) {
        release(row.id);
        throw error;
      }
    },
    shown,
    done: ({ row }) => t('plan.changed', { name: row.name }),
    undo: ({ row, change: { name, duration } }) => ({
      done: t('plan.changedBack', { name: row.name }),
      send: () => {
        release(row.id);
        const before = {
          ...(name !== undefined && { name: row.name }),
          ...(duration !== undefined && { duration: row.activity.duration }),
        };
        return changeActivity({ planId, activityId: row.id }, before);
      },
    }),
  });

  const days = useMemo(() => civilDaysOf(zone), [zone]);
  const moveTo = useLatest((row: PlanRow, start: number) => {
    hold(row, { start });
    move.run({ row, start });
  });
  const resize = useLatest((row: PlanRow, duration: number) => {
    hold(row, { duration });
    change.run({ row, change: { duration } });
  });
  const rename = useLatest((row: PlanRow, name: string) => {
    hold(row, { name });
    change.run({ row, change: { name } });
  });
  const drop = useLatest((row: PlanRow, drag: Drag) => {
    const { start, finish } = dragged(row, drag, days);
    if (start === undefined || finish === undefined) return;
    if (drag.mode === 'move') moveTo(row, start);
    else resize(row, stretched(row, start, finish));
  });

  return useMemo<PlanEdits>(() => {
    const isOpen = (row: PlanRow) => canManage && row.kind !== 'summary' && !isDone(row.activity);
    const hasNotBegun = (row: PlanRow) => isOpen(row) && row.activity.actualStart === undefined;
    const cells: PlanCellEdits = {
      name: {
        value: (row) => (canManage ? row.name : undefined),
        commit: (row, name) => {
          if (name !== '') rename(row, name);
        },
      },
      start: {
        value: (row) => (hasNotBegun(row) && row.start !== undefined ? dayText(days.dayOf(row.start)) : undefined),
        commit: (row, text) => {
          const day = dayNumber(text);
          if (row.start === undefined || Number.isNaN(day)) return;
          moveTo(row, row.start + days.startOf(day) - days.startOf(days.dayOf(row.start)));
        },
      },
      days: {
        value: (row) => (isOpen(row) && row.kind === 'task' ? workText(row.activity.duration) : undefined),
        commit: (row, text) => {
          const duration = workOf(text);
          if (duration !== undefined) resize(row, duration);
        },
        inputMode: 'decimal',
      },
    };
    return {
      expected: (activities) => expecting(activities, written),
      ...(canManage && { cells }),
      canDrag: (row) => hasNotBegun(row) && row.kind === 'task',
      drop,
    };
  }, [canManage, days, written, moveTo, resize, rename, drop]);
}

/** Its work grows as its bar does: the bar knows days off, the work does not. */
function stretched({ start, finish, activity: { duration } }: PlanRow, from: number, until: number): number {
  const before = (finish ?? 0) - (start ?? 0);
  if (before <= 0) return duration;
  const days = Math.round(((duration / before) * (until - from)) / 480);
  return Math.max(1, days) * 480;
}
