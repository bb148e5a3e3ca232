import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startBroker } from '../product/launch.ts';
import { build } from '../start/build.ts';
import { measureConsole } from './console.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureLoop } from './loop.ts';
import { Results } from './result.ts';

const HELP = `npm run bench -- loop [--bus embedded|kafka|both] [--samples N] [--events N]
npm run bench -- console [--rounds N] [--url URL]

loop measures the running product, each bus in an installation of its own; console what people feel in a real browser.
A figure is a JSON line; the table comes last.
  --bus      both (default): kafka only where Java and Maven are found
  --samples  commands whose way to the reader is timed (200)
  --events   reports of progress for the throughput (5000)
  --rounds   how often each interaction is done (20)
  --url      a product that runs already; without it one is started with the sample`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bus: { type: 'string', default: 'both' },
    samples: { type: 'string', default: '200' },
    events: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '20' },
    url: { type: 'string' },
  },
});

const [suite, another] = positionals;
const isBus = ['embedded', 'kafka', 'both'].includes(values.bus);
const [samples, events, rounds] = [Number(values.samples), Number(values.events), Number(values.rounds)];
if (suite === 'loop' && !another && isBus && samples > 0 && events > 0) {
  await loop();
} else if (suite === 'console' && !another && rounds > 0) {
  await feel();
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

async function feel(): Promise<void> {
  await build(new AbortController().signal);
  const results = new Results();
  await measureConsole(results, { rounds, ...(values.url && { url: values.url }) });
  console.log(`\n${results.table()}`);
}

function hasKafka(): boolean {
  const found = ['java', 'mvn'].every((program) => spawnSync(program, ['-version']).status === 0);
  if (!found) console.log('Java or Maven is missing: nothing is measured on Kafka.');
  return found;
}
