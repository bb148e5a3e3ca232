import { visited, visitsIn } from './visit.ts';

const HOUR = 3_600_000;

describe('visits', () => {
  it('end with a break: then the last one is what one compares with', () => {
    let visits = visited(undefined, { sequence: 10, at: 0 });
    expect(visits.before).toBeUndefined();
    visits = visited(visits, { sequence: 12, at: 60_000 });
    expect(visits).toEqual({ now: { sequence: 12, at: 60_000 } });
    visits = visited(visits, { sequence: 40, at: 5 * HOUR });
    expect(visits).toEqual({ before: { sequence: 12, at: 60_000 }, now: { sequence: 40, at: 5 * HOUR } });
    visits = visited(visits, { sequence: 41, at: 5 * HOUR + 1_000 });
    expect(visits.before?.sequence).toBe(12);
  });

  it('forget what was of another feed', () => {
    expect(visited({ before: { sequence: 5, at: 0 }, now: { sequence: 900, at: 0 } }, { sequence: 3, at: 1 })).toEqual({
      now: { sequence: 3, at: 1 },
    });
  });

  it('are remembered, and nonsense is nothing', () => {
    const visits = { before: { sequence: 1, at: 2 }, now: { sequence: 3, at: 4 } };
    expect(visitsIn(JSON.stringify(visits))).toEqual(visits);
    for (const text of [null, '', '{', '7', '{"now":{}}']) expect(visitsIn(text)).toBeUndefined();
  });
});
