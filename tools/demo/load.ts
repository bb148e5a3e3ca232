import { Office } from '../product/office.ts';
import { type PortfolioSize, samplePortfolio } from './portfolio.ts';
import type { Moment } from './timeline.ts';

/** Is told how far the load has come. */
export type Say = (percent: number, what: string, moment: Moment) => void;

/** Plays the sample portfolio into an empty installation that runs on the replay clock, over its public API. */
export async function loadSample(
  url: string,
  say: Say,
  signal: AbortSignal,
  size: PortfolioSize = 'full',
): Promise<void> {
  const now = new Date().toISOString();
  await samplePortfolio(now, size).timeline.play(new Office(url), now, (moment) => {
    signal.throwIfAborted();
    const { done, of, what } = moment;
    say(Math.floor((100 * done) / of), what, moment);
  });
}
