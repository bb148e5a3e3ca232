import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ApiClient } from '@bw/client';
import { type Command, Option } from 'commander';
import { endsWith } from '../frame/ends-with.ts';
import { withExamples } from '../frame/examples.ts';
import { EXIT, WrongUse } from '../frame/exit-status.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import { planOf } from '../frame/places.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { type MappingOptions, mappingOf } from '../import/mapping.ts';
import { makePlan } from '../import/new-plan.ts';
import { type Preview, previewLines, type Row } from '../import/report.ts';

/** Of the examples, in the documents' own test. */
const NOT_RUN = 'the file is yours';

interface ImportOptions extends GlobalOptions, MappingOptions {
  readonly plan?: string;
  readonly new?: string;
  readonly engagement?: string;
  readonly start?: string;
  readonly calendar?: string;
  readonly officeHours?: boolean;
  readonly accept?: boolean;
  readonly leaveOut?: boolean;
  readonly rows?: boolean;
}

export function addImport(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('import')
    .argument('<file>', 'a plan: XLSX, CSV, MSPDI (Microsoft Project, XML) or XER (Primavera)')
    .description('shows what would become of a plan from a file, row by row; --accept takes it over')
    .option('--plan <plan>', 'the plan that it is for: its id, or code or id of an engagement with one plan')
    .option('--new <title>', 'make a new plan for it; wants --engagement and --start')
    .option('--engagement <engagement>', 'code or id of the engagement of the new plan')
    .option('--start <day>', 'first day of the new plan, in the zone of its engagement')
    .option('--calendar <id>', 'calendar of the new plan; by default the only one of the engagement')
    .option('--office-hours', 'make a calendar of Monday to Friday, 9 to 17, where there is none')
    .option('--zone <zone>', 'zone of the local times in the file')
    .option('--currency <code>', 'currency of the amounts in the file')
    .addOption(new Option('--date-order <order>', 'how days are written').choices(['dmy', 'mdy', 'ymd']))
    .addOption(new Option('--decimal <sign>', 'how fractions are written').choices(['point', 'comma']))
    .option('--sheet <name>', 'which sheet of a workbook')
    .option('--encoding <name>', 'encoding of a CSV')
    .option('--delimiter <sign>', 'what parts the cells of a CSV')
    .option('--mapping <json-or-file>', 'everything else about how to read the file')
    .option('--rows', 'every row, not only those that something is said about')
    .option('--accept', 'take it over, all of it in one step')
    .option('--leave-out', 'with --accept: quarantined rows stay out, in place of keeping all out')
    .action((file: string, _: unknown, self: Command) => importFile(file, self, surroundings));
  withExamples(
    command,
    ['npx bw import plan.xlsx --plan NORD-WMS', 'a preview; nothing changes', NOT_RUN],
    [
      'npx bw import plan.csv --engagement NORD-DESK --new "Second site" --start 2026-03-02 --accept',
      'a new plan, at once',
      NOT_RUN,
    ],
    [
      `npx bw import plan.csv --plan NORD-WMS --mapping '{"columns":{"name":"Task"}}' --rows`,
      'with columns of your own',
      NOT_RUN,
    ],
  );
}

async function importFile(file: string, self: Command, surroundings: Surroundings): Promise<void> {
  const options = self.optsWithGlobals<ImportOptions>();
  if (!existsSync(file)) throw new WrongUse(`There is no file ${file}.`);
  const client = await clientFor(options, surroundings);
  const output = outputOf(surroundings, self);
  const mapping = mappingOf(options); // before anything is made on the server
  const plan = await targetOf(client, options);

  const upload = new File([readFileSync(file)], basename(file));
  const fields = { mapping: JSON.stringify(mapping) };
  const preview = await client.upload<Preview>(`/api/v1/imports?plan=${plan}`, upload, fields);
  const { importId, status } = preview;
  const rows = await client.all<Row>(`/api/v1/imports/${importId}/rows`, { limit: 200 });
  const { accept = false, leaveOut = false, rows: every = false } = options;
  const takes = accept && (status === 'ready' || (leaveOut && preview.problems.length === 0));
  if (takes) {
    await client.post(`/api/v1/imports/${importId}/accept`, { quarantined: leaveOut ? 'leave-out' : 'refuse' });
  }
  const result = takes ? await client.get<Preview>(`/api/v1/imports/${importId}`) : preview;
  output.show({ ...result, planId: plan, rows }, () => previewLines(result, rows, every, output.paint));

  if (takes) {
    output.talk(`Taken over into plan ${plan}.`);
    output.next(`npx bw evm ${plan}, once its baseline is approved`);
    return;
  }
  if (status === 'blocked') {
    endsWith(self, EXIT.failed);
    output.talk('Not taken over. Correct what is said above and import again; --leave-out takes the rest.');
    return;
  }
  output.talk('Nothing has changed yet.');
  output.next(`npx bw import ${file} --plan ${plan} --accept`);
}

async function targetOf(client: ApiClient, options: ImportOptions): Promise<string> {
  const { plan, new: title, engagement, start, calendar, officeHours = false } = options;
  if (title === undefined) {
    if (plan === undefined) throw new WrongUse('Say which plan it is for (--plan), or make one: --new <title>');
    return (await planOf(client, plan)).planId;
  }
  if (plan !== undefined) throw new WrongUse('--plan and --new both say which plan it is for. Leave one out.');
  if (engagement === undefined || start === undefined) {
    throw new WrongUse(
      '--new wants to know of which engagement, and when it starts: --engagement <code> --start <day>',
    );
  }
  return makePlan(client, { title, engagement, start, officeHours, ...(calendar !== undefined && { calendar }) });
}
