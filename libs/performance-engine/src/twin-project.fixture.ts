import { minuteOf, type WorkingCalendar } from '@bw/working-time';
import type { ActivityCost, ActivityProgress, Baseline, BaselineLine } from './index.ts';
import { office, PROJECT_START } from './projects.fixture.ts';

/** Numbers that look random and are always the same. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

export interface TwinProject {
  readonly baseline: Baseline;
  readonly statusDates: readonly {
    readonly at: string;
    readonly progress: readonly ActivityProgress[];
    readonly costs: readonly ActivityCost[];
  }[];
}

/** A project of the shape of the real one: chains with waiting times, fixed costs here and there, four-weekly reports, late. */
export function twinProject(seed: number): TwinProject {
  const random = numbers(seed);
  const between = (least: number, most: number) => least + Math.floor(random.next().value * (most - least + 1));
  const start = minuteOf(PROJECT_START);
  const lines: BaselineLine[] = [];
  const chains = [0, 0, 0];
  for (let i = 0; i < 40; i++) {
    const chain = i % 3;
    const from = (chains[chain] ?? 0) + 60 * between(0, i % 5 === 0 ? 90 : 12);
    const to = from + 60 * between(2, 48);
    chains[chain] = to;
    lines.push({
      activityId: `a${i}`,
      start: at(office, start, from, 'start'),
      finish: at(office, start, to, 'finish'),
      fixed: i % 6 === 0 ? between(100, 9_000) * 100 : 0,
      variable: between(500, 90_000) * 10,
    });
  }
  const statusDates = Array.from({ length: 12 }, (_, index) => {
    const now = 480 * 20 * (index + 1);
    const progress = lines.map((line): ActivityProgress => {
      const begun = office.workBetween(start, minuteOf(line.start)) * 1.15;
      const whole = Math.round((office.workBetween(minuteOf(line.start), minuteOf(line.finish)) * 1.2) / 60) * 60;
      const actualMinutes = Math.max(0, Math.min(whole, Math.floor((now - begun) / 60) * 60));
      return { activityId: line.activityId, actualMinutes, remainingMinutes: whole - actualMinutes };
    });
    const costs = progress.map(({ activityId, actualMinutes }) => ({ activityId, amount: actualMinutes * 31 }));
    return { at: at(office, start, now, 'finish'), progress, costs };
  });
  return { baseline: { calendar: office, projectStart: PROJECT_START, lines }, statusDates };
}

function at(calendar: WorkingCalendar, from: number, work: number, boundary: 'start' | 'finish'): string {
  return new Date((work === 0 ? from : calendar.addWork(from, work, boundary)) * 60_000).toISOString();
}
