import { sampleProgress } from '../start/sample-progress.ts';
import { loadSample } from './load.ts';
import type { PortfolioSize } from './portfolio.ts';

/** `node tools/demo/into.ts URL [full|small]`: plays the sample into an empty installation that runs on the replay clock. */
const [url, size = 'full'] = process.argv.slice(2);
const sizes: readonly PortfolioSize[] = ['full', 'small'];
const wanted = sizes.find((each) => each === size);
if (url === undefined || wanted === undefined) {
  console.error('node tools/demo/into.ts URL [full|small]');
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
const progress = sampleProgress();
try {
  await loadSample(url, (_percent, _what, moment) => progress.say(moment), stopping.signal, wanted);
  progress.end();
} catch (error) {
  const why = stopping.signal.aborted ? 'it was stopped' : error instanceof Error ? error.message : String(error);
  console.error(`\nThe sample is not there to its end: ${why}. Begin with an empty installation again.`);
  process.exitCode = 1;
}
