import { isInstant } from '@bw/kernel';
import { WallClock } from './index.ts';

describe('the clock on the wall', () => {
  it('tells the time', () => {
    const before = new Date().toISOString();
    const now = new WallClock().now();
    expect(isInstant(now) && now >= before).toBe(true);
  });

  it('never goes back, even where the machine’s clock does', () => {
    const times = [1_000, 3_000, 2_000, 3_001];
    const clock = new WallClock(() => times.shift() ?? 0);
    const told = [clock.now(), clock.now(), clock.now(), clock.now()];
    expect(told.map((instant) => Date.parse(instant))).toEqual([1_000, 3_000, 3_000, 3_001]);
  });
});
