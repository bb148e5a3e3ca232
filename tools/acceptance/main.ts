import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../start/build.ts';
import { root } from '../workspace.ts';
import { missingFiles, readProject } from './dslib.ts';
import { l1 } from './l1.ts';
import { l2 } from './l2.ts';
import { l3 } from './l3.ts';
import { m2 } from './m2.ts';
import { m3 } from './m3.ts';
import { Report } from './report.ts';
import { type Case, NeedsOwnInstallation } from './run.ts';
import { s1 } from './story.ts';

const cases: Readonly<Record<string, Case>> = { M2: m2, M3: m3, L1: l1, L2: l2, L3: l3, S1: s1 };

const HELP = `npm run acceptance -- CASE ... [--bus embedded|kafka] [--url ADDRESS] [--project NAME] [--results FILE]

Real input through the public API of the running product, from files that it did not ship with.
  CASE       ${Object.keys(cases).join(', ')}; all of them where none is named
  --bus      embedded (default), or kafka: each installation gets a broker of its own (Java and Maven)
  --url      an installation that runs already, with a development issuer; what sets clocks or kills is skipped
  --project  c2011-07 (default), or any project of the same form: dslib-NAME-{calendar,baseline,...}.csv
  --results  stores the counts in the form in which all tests are counted
The data folder is ACCEPTANCE_DATA, by default ../shared/data.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bus: { type: 'string', default: 'embedded' },
    url: { type: 'string' },
    project: { type: 'string', default: 'c2011-07' },
    results: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

process.exitCode = values.help ? help() : await main();

function help(): number {
  console.log(HELP);
  return 0;
}

async function main(): Promise<number> {
  const { bus, url, project: name } = values;
  if (bus !== 'embedded' && bus !== 'kafka') return refuse(`There is no bus "${bus}": embedded or kafka.`);
  const wanted = positionals.length > 0 ? positionals : Object.keys(cases);
  const unknown = wanted.filter((each) => !cases[each]);
  if (unknown.length > 0)
    return refuse(`There is no case ${unknown.join(', ')}; there are ${Object.keys(cases).join(', ')}.`);
  const folder = resolve(root, process.env['ACCEPTANCE_DATA'] ?? join('..', 'shared', 'data'));
  const missing = missingFiles(folder, name);
  if (missing.length > 0) return refuse(`Files are missing:\n  ${missing.join('\n  ')}`);

  if (!url) await build(new AbortController().signal);
  const report = new Report();
  const project = readProject(folder, name);
  for (const each of wanted) {
    const begun = performance.now();
    try {
      await cases[each]?.({ project, bus, url, report });
    } catch (error) {
      if (error instanceof NeedsOwnInstallation) report.skipped(each, error.message);
      else report.broke(each, error);
    }
    console.log(
      `     ${each} took ${((performance.now() - begun) / 1000).toFixed(1)} s ${url ? `at ${url}` : `on the ${bus} bus`}`,
    );
  }
  if (values.results) report.store(resolve(root, values.results));
  console.log(report.count);
  return report.failed === 0 ? 0 : 1;
}

function refuse(why: string): number {
  console.error(`${why}\n\n${HELP}`);
  return 64;
}
