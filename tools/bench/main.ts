import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startBroker } from '../product/launch.ts';
import { build } from '../start/build.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureLoop } from './loop.ts';
import { Results } from './result.ts';

const HELP = `npm run bench -- loop [--bus embedded|kafka|both] [--samples N] [--events N]

Measures the running product, each bus in an installation of its own. A figure is a JSON line; the table comes last.
  --bus      both (default): kafka only where Java and Maven are found
  --samples  commands whose way to the reader is timed (200)
  --events   reports of progress for the throughput (5000)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bus: { type: 'string', default: 'both' },
    samples: { type: 'string', default: '200' },
    events: { type: 'string', default: '5000' },
  },
});

const isSuite = positionals.length === 1 && positionals[0] === 'loop';
const isBus = ['embedded', 'kafka', 'both'].includes(values.bus);
const [samples, events] = [Number(values.samples), Number(values.events)];
if (isSuite && isBus && samples > 0 && events > 0) {
  await loop();
} else {
  console.error(HELP);
  process.exitCode = 64;
}

async function loop(): Promise<void> {
  await build(new AbortController().signal);
  const results = new Results();
  measureFirstLoad(results);
  if (values.bus !== 'kafka') await measureLoop(results, { bus: 'embedded', samples, events });
  if (values.bus === 'kafka' || (values.bus === 'both' && hasKafka())) {
    const broker = await startBroker();
    try {
      await measureLoop(results, { bus: 'kafka', brokers: broker.brokers, samples, events });
    } finally {
      await broker.stop();
    }
  }
  console.log(`\n${results.table()}`);
}

function hasKafka(): boolean {
  const found = ['java', 'mvn'].every((program) => spawnSync(program, ['-version']).status === 0);
  if (!found) console.log('Java or Maven is missing: nothing is measured on Kafka.');
  return found;
}
