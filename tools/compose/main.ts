import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Report } from '../acceptance/report.ts';
import { freePort } from '../start/ports.ts';
import { root } from '../workspace.ts';
import { answers, Compose, composeCommand, interrupt, interrupted } from './compose.ts';
import { proveDemo, proveInstallation } from './proofs.ts';

const HELP = `node tools/compose/main.ts [--port N] [--only installation|demo] [--compose plugin|program]
       [--no-build] [--keep] [--results FILE]

Brings the product up in containers, as docker-compose.yml says, and proves it: acceptance cases of the wall clock, two
instances of a service, one of them killed, what the image weighs and what the containers may do, where secrets are; then
a second one with the sample portfolio. Everything is taken down again, with its volumes.
  --port      of the console; any free one unless said
  --compose   "docker compose" or "docker-compose"; whichever is there unless said
  --no-build  takes the image "bridgework" as it is
  --keep      leaves the containers running
  --results   stores the counts in the form in which all tests are counted`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    only: { type: 'string' },
    compose: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    results: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const proofs = { installation: proveInstallation, demo: proveDemo };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);

process.exitCode = values.help ? help() : await main();

function help(): number {
  console.log(HELP);
  return 0;
}

function refuse(why: string): number {
  console.error(`${why}\n\n${HELP}`);
  return 64;
}

async function main(): Promise<number> {
  const { only, compose: way } = values;
  if (only !== undefined && !Object.hasOwn(proofs, only)) return refuse(`There is no proof "${only}".`);
  if (way !== undefined && way !== 'plugin' && way !== 'program') return refuse(`Compose is no "${way}".`);
  const report = new Report();
  const command = (await hasImages()) ? await composeCommand(way && [way]) : undefined;
  for (const [name, prove] of Object.entries(proofs)) {
    if (interrupted.aborted || (only !== undefined && only !== name)) continue;
    if (!command) {
      report.skipped(`${name} in containers`, 'no Docker here, or not its images (CONTAINERS=pull fetches them)');
      continue;
    }
    const project = `bwproof${process.pid}${name}`;
    const compose = new Compose(command, project, values.port ? Number(values.port) : await freePort());
    const begun = performance.now();
    try {
      if (!values['no-build']) await compose.call('build', 'credentials');
      await prove(compose, report, acceptanceData());
    } catch (error) {
      report.broke(name, error);
      console.error((await compose.call('logs', '--tail=30', '--no-color')).slice(-20_000));
    } finally {
      if (!values.keep) await takeDown(compose, report);
    }
    console.log(`     ${name} took ${((performance.now() - begun) / 1000).toFixed(1)} s with ${command.join(' ')}`);
  }
  if (values.results) report.store(resolve(root, values.results));
  console.log(report.count);
  return report.failed === 0 ? 0 : 1;
}

/** Images are not fetched on the side of a test run, unless somebody says so. */
async function hasImages(): Promise<boolean> {
  const wish = process.env['CONTAINERS'];
  if (wish === 'none' || wish === 'pull') return wish === 'pull' && answers(['docker', 'info']);
  const ours = values['no-build'] ? 'bridgework' : 'node:24-bookworm-slim';
  return answers(['docker', 'image', 'inspect', 'postgres:18', 'apache/kafka:4.2.0', ours]);
}

/** Where the published projects are, as the acceptance cases look for them. */
function acceptanceData(): string | undefined {
  const folder = resolve(root, process.env['ACCEPTANCE_DATA'] ?? join('..', 'shared', 'data'));
  return existsSync(folder) ? folder : undefined;
}

async function takeDown(compose: Compose, report: Report): Promise<void> {
  await compose.call('--profile', 'demo', 'down', '--volumes', '--remove-orphans', '--timeout', '30');
  const left = [...(await compose.containers()), ...(await compose.volumes())];
  report.told('containers and volumes are gone after down', 1, left.length === 0 ? [] : [`left: ${left.join(', ')}`]);
}
