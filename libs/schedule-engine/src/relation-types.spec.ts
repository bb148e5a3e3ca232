import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elapsedTime } from '@bw/working-time';
import type { LinkType, NetworkActivity } from './index.ts';
import { networkOf, scheduled } from './networks.fixture.ts';

interface Case {
  readonly name: string;
  readonly activities: readonly { readonly id: string; readonly duration: number }[];
  readonly relations: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: LinkType;
    readonly lag: number;
  }[];
  readonly expected: {
    readonly activities: Readonly<
      Record<string, { readonly ES: number; readonly EF: number; readonly LS: number; readonly LF: number }>
    >;
  };
  /** False where the source lets starts go below zero: a convention of its own, not an answer to ours. */
  readonly floor_at_zero_agrees: boolean;
}

const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test-data/cpm-relation-types.json'), 'utf8'),
) as readonly Case[];
const calendars = new Map([['always', elapsedTime]]);

function lines({ activities, relations }: Case, projectStart: number) {
  const begin: Partial<NetworkActivity> = { constraints: [{ type: 'SNET', at: 0 }] };
  const network = networkOf(
    activities.map(({ id, duration }) => ({ id, type: 'task', duration, ...(id === 'begin' ? begin : {}) })),
    relations.map(({ from, to, type, lag }, index) => ({
      id: String(index),
      predecessor: from,
      successor: to,
      type,
      lag,
    })),
    { projectStart, calendars, projectCalendar: 'always' },
  );
  return scheduled(network).activities;
}

describe('published networks of every link type', () => {
  const agreed = cases.filter((each) => each.floor_at_zero_agrees);
  const other = cases.filter((each) => !each.floor_at_zero_agrees);

  it.each(agreed.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    for (const { id, earlyStart, earlyFinish, lateStart, lateFinish } of lines(each, 0))
      expect({ id, ES: earlyStart, EF: earlyFinish, LS: lateStart, LF: lateFinish }).toEqual({
        id,
        ...each.expected.activities[id],
      });
  });

  // With the floor far below, early dates agree with the source. Late dates do not where it lets an activity end after
  // the project does: here nothing may.
  it.each(other.map((each) => [each.name, each] as const))('%s, starts below the floor allowed', (_name, each) => {
    const all = lines(each, -100);
    const finish = Math.max(...all.map(({ earlyFinish }) => earlyFinish));
    for (const { id, earlyStart, earlyFinish, lateStart, lateFinish } of all) {
      const { ES, EF, LS, LF } = each.expected.activities[id] ?? { ES: 0, EF: 0, LS: 0, LF: 0 };
      const over = Math.max(0, LF - finish);
      expect({ id, earlyStart, earlyFinish }).toEqual({ id, earlyStart: ES, earlyFinish: EF });
      expect({ id, capped: over > 0, fits: lateFinish <= LF - over && lateStart <= LS - over }).toEqual({
        id,
        capped: over > 0,
        fits: true,
      });
    }
  });

  it.each(other.map((each) => [each.name, each] as const))(
    '%s, with the floor nothing starts before the project',
    (_name, each) => {
      for (const { id, earlyStart, earlyFinish } of lines(each, 0)) {
        const { ES, EF } = each.expected.activities[id] ?? { ES: 0, EF: 0 };
        expect(earlyStart).toBeGreaterThanOrEqual(Math.max(0, ES));
        expect(earlyFinish - earlyStart).toBe(EF - ES);
      }
    },
  );

  it('are 36, of which 20 answer our convention', () => {
    expect([cases.length, agreed.length]).toEqual([36, 20]);
  });
});
