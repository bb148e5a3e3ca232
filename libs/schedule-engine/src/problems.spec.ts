import { findCycle, type Network, schedule } from './index.ts';
import { at, link, networkOf, task } from './networks.fixture.ts';

const problems = (network: Network) => {
  const outcome = schedule(network);
  return outcome.scheduled ? [] : outcome.problems;
};

describe('a network that cannot be scheduled', () => {
  it('names the whole cycle, the same one in any order', () => {
    const links = [link('a', 'b'), link('b', 'c', 'SS'), link('c', 'a', 'FF'), link('x', 'a')];
    const path = [
      { activity: 'a', link: 'a-FS-b', type: 'FS' },
      { activity: 'b', link: 'b-SS-c', type: 'SS' },
      { activity: 'c', link: 'c-FF-a', type: 'FF' },
    ];
    expect(findCycle(links)).toEqual(path);
    expect(findCycle([...links].reverse())).toEqual(path);
    expect(
      problems(
        networkOf(
          ['x', 'a', 'b', 'c'].map((id) => task(id, 1)),
          links,
        ),
      ),
    ).toEqual([{ code: 'CYCLE', path }]);
  });

  it('names a cycle that is not where the search begins', () => {
    expect(
      findCycle([link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'c')])?.map(({ activity }) => activity),
    ).toEqual(['c', 'd']);
    expect(findCycle([link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')])).toBeUndefined();
  });

  it('is not led astray by what hangs on a cycle without being in it', () => {
    const links = [link('c', 'd'), link('d', 'c'), link('c', 'a'), link('a', 'b'), link('d', 'b'), link('x', 'c')];
    expect(findCycle(links)?.map(({ activity }) => activity)).toEqual(['c', 'd']);
  });

  it('finds cycles in chains longer than any call stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => link(`n${i}`, `n${i + 1}`));
    expect(findCycle(chain)).toBeUndefined();
    expect(findCycle([...chain, link('n50000', 'n0')])).toHaveLength(50_001);
  });

  it('has every other problem named at once', () => {
    const activities = [
      task('a', 1),
      task('a', 2),
      task('bad', -1),
      task('half', 0.01),
      task('top', 0, { type: 'summary' }),
      task('orphan', 1, { parent: 'a' }),
      task('lost', 1, { parent: 'nobody' }),
      task('odd', 1, { calendar: 'moon' }),
      task('when', 1, { constraints: [{ type: 'SNET' }] }),
      task('loop', 0, { type: 'summary', parent: 'pool' }),
      task('pool', 0, { type: 'summary', parent: 'loop' }),
    ];
    const links = [
      link('a', 'gone'),
      link('a', 'a', 'SS'),
      link('a', 'top'),
      link('a', 'odd'),
      { ...link('a', 'odd'), id: 'again' },
      { ...link('a', 'when'), lag: 0.5 },
    ];
    expect(problems(networkOf(activities, links, { projectCalendar: 'mars' }))).toEqual([
      { code: 'BAD_DURATION', activity: 'bad' },
      { code: 'BAD_DURATION', activity: 'half' },
      { code: 'BAD_LAG', link: 'a-FS-when' },
      { code: 'BAD_PARENT', activity: 'loop' },
      { code: 'BAD_PARENT', activity: 'lost' },
      { code: 'BAD_PARENT', activity: 'orphan' },
      { code: 'BAD_PARENT', activity: 'pool' },
      { code: 'CONSTRAINT_WITHOUT_INSTANT', activity: 'when' },
      { code: 'DANGLING_LINK', link: 'a-FS-gone' },
      { code: 'DUPLICATE_ID', activity: 'a' },
      { code: 'DUPLICATE_LINK', link: 'again' },
      { code: 'LINK_ON_SUMMARY', link: 'a-FS-top' },
      { code: 'SELF_LINK', link: 'a-SS-a' },
      { code: 'UNKNOWN_CALENDAR', calendar: 'mars' },
      { code: 'UNKNOWN_CALENDAR', calendar: 'moon', activity: 'odd' },
    ]);
  });

  it('is none where a pair has two links of different types', () => {
    expect(
      problems(
        networkOf([task('a', 1), task('b', 1)], [link('a', 'b', 'SS'), link('a', 'b', 'FF')], { dataDate: at(3) }),
      ),
    ).toEqual([]);
  });
});
