import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Checks } from '../acceptance/checks.ts';
import type { Report } from '../acceptance/report.ts';
import { Office } from '../product/office.ts';
import type { JestResult } from '../test/results.ts';
import { type Compose, docker, interrupted, tryToRun } from './compose.ts';
import { inspectContainers, inspectImage, inspectSecrets } from './inspections.ts';
import { services } from './jobs/readers.ts';

const PATIENCE_MS = 600_000;
const SCALED = 'scheduling';
const REQUESTS = 20;

export type Proof = (compose: Compose, report: Report, data: string | undefined) => Promise<void>;

/** An empty installation: it opens at once, computes what is published, also with two instances, also after one has died. */
export const proveInstallation: Proof = async (compose, report, data) => {
  const up = performance.now();
  await compose.call('up', '--detach');
  await untilReady(compose.url);
  console.log(`     up and ready after ${((performance.now() - up) / 1000).toFixed(1)} s at ${compose.url}`);
  await accept(compose, report, data, ['M2', 'M3', 'L1', 'S1']);
  tell(report, 'the image', await inspectImage());
  tell(report, 'the containers', await inspectContainers(compose));
  tell(report, 'the secrets', await inspectSecrets(compose));

  await compose.call('up', '--detach', '--no-recreate', '--scale', `${SCALED}=2`);
  await untilBothReady(compose);
  tell(report, 'requests reach both instances', await reachBoth(compose));
  await accept(compose, report, data, ['M2', 'M3', 'L1']);

  const [victim = ''] = await compose.containers(SCALED);
  await docker('kill', victim);
  console.log('     killed one of the two');
  tell(report, 'the front door answers when one instance is gone', await answersStill(compose));
  await accept(compose, report, data, ['M3']);
};

/** The profile: the sample portfolio is there before anybody can ask, recorded at the times that its story tells. */
export const proveDemo: Proof = async (compose, report) => {
  const up = performance.now();
  await compose.call('--profile', 'demo', 'up', '--detach');
  await untilReady(compose.url);
  console.log(`     up with the sample after ${((performance.now() - up) / 1000).toFixed(1)} s`);
  const office = new Office(compose.url);
  await office.rest();
  const director = await office.as('director');
  const portfolio = await director.get<{ readonly items: readonly object[] }>('/api/v1/portfolio');
  const [first] = await director.events(0, { limit: 1 });
  const checks = new Checks();
  checks.same('the portfolio has engagements', portfolio.items.length >= 2, true);
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const recorded = first?.['time'];
  checks.same('its first event was recorded long ago', typeof recorded === 'string' && recorded < monthAgo, true);
  const clocks = await Promise.all(services.map((service) => clockOf(office, service)));
  checks.same('the clocks follow', clocks, ['wall', 'wall', 'wall', 'wall']);
  const again = await tryToRun(['docker', 'start', '--attach', (await compose.containers('demo'))[0] ?? '']);
  checks.same('a second call says', again.output.trim(), 'The sample data is there.');
  tell(report, 'the sample portfolio by --profile demo', checks);
};

const tell = (report: Report, name: string, { made, wrong }: Checks) => report.told(name, made, wrong);

async function clockOf(office: Office, service: string): Promise<string> {
  const { token } = await office.as('tenant-admin');
  const answer = await fetch(`${office.url}/ops/${service}/clock`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { readonly mode: string }).mode;
}

/** The acceptance cases as everybody runs them, against this address; their counts become ours. */
async function accept(
  compose: Compose,
  report: Report,
  data: string | undefined,
  cases: readonly string[],
): Promise<void> {
  if (!data) {
    for (const each of cases) report.skipped(each, 'the published projects are not here');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bw-compose-'));
  const results = join(folder, 'results.json');
  const script = ['tools/acceptance/main.ts', ...cases, '--url', compose.url, '--results', results];
  const { output } = await tryToRun([process.execPath, ...script], { ACCEPTANCE_DATA: data });
  process.stdout.write(output.replace(/^(?=.)/gm, '     '));
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8')) as JestResult;
    const wrong = Array.from({ length: numFailedTests }, () => 'see above');
    report.told(`acceptance ${cases.join(', ')}`, numPassedTests + numFailedTests, wrong);
    for (let n = 0; n < numPendingTests; n++) report.skipped('acceptance', 'a case that sets clocks, see above');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilReady(url: string): Promise<void> {
  const paths = ['/', ...services.map((service) => `/ops/${service}/health/ready`)];
  await until(`${url} to be ready`, async () =>
    (await Promise.all(paths.map((path) => isOk(`${url}${path}`)))).every(Boolean),
  );
}

async function untilBothReady(compose: Compose): Promise<void> {
  await until('two healthy instances', async () => {
    const states = await Promise.all(
      (await compose.containers(SCALED)).map((id) => docker('inspect', '--format', '{{.State.Health.Status}}', id)),
    );
    return states.length === 2 && states.every((state) => state.trim() === 'healthy');
  });
  await pause(2_000); // the front door looks names up once a second
}

/** Each request has a number of its own, which stands in the log of the instance that was asked. */
async function reachBoth(compose: Compose): Promise<Checks> {
  const things = Array.from({ length: REQUESTS }, () => randomUUID());
  const { token } = await new Office(compose.url).as('director');
  for (const thing of things) {
    const headers = { authorization: `Bearer ${token}`, 'x-correlation-id': thing };
    await fetch(`${compose.url}/api/v1/plans/${thing}`, { headers });
  }
  await pause(1_000);
  const checks = new Checks();
  let sum = 0;
  for (const id of await compose.containers(SCALED)) {
    const log = await docker('logs', id);
    const asked = things.filter((thing) => log.includes(thing)).length;
    checks.same(`an instance that was asked ${asked} of ${REQUESTS} times was asked`, asked > REQUESTS / 4, true);
    sum += asked;
  }
  checks.same('requests that reached an instance', sum, REQUESTS);
  return checks;
}

async function answersStill(compose: Compose): Promise<Checks> {
  const checks = new Checks();
  const begun = performance.now();
  for (let n = 0; n < REQUESTS; n++) {
    checks.same('a service answers', (await fetch(`${compose.url}/ops/${SCALED}/health/ready`)).status, 200);
  }
  checks.same('no answer took long', performance.now() - begun < 20_000, true);
  return checks;
}

/** Not yet listening counts as not yet there. */
const isOk = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    interrupted.throwIfAborted();
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}.`);
    await pause(500);
  }
}
