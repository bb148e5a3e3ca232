import { Office } from '../product/office.ts';
import { samplePortfolio } from './portfolio.ts';

/** Plays the sample portfolio into an empty installation that runs on the replay clock, over its public API. */
export async function loadSample(
  url: string,
  say: (percent: number, what: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const now = new Date().toISOString();
  const begun = performance.now();
  await samplePortfolio(now).play(new Office(url), now, (done, of, what) => {
    signal.throwIfAborted();
    say(Math.floor((99 * done) / of), what);
  });
  say(100, `sample data loaded in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
