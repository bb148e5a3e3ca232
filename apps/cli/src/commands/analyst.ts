import type { Command } from 'commander';
import { createAnalyst } from '../analyst/create-analyst.ts';
import { type GlobalOptions, runningHere } from '../installation.ts';
import { say, show } from '../output.ts';

const SAMPLE_TENANT = '0192a000-0000-7000-8000-000000000001';

interface AnalystOptions extends GlobalOptions {
  readonly tenant: string;
  readonly adminUrl?: string;
}

export function addAnalyst(program: Command): void {
  const analyst = program.command('analyst').description('people who query the projections with SQL');
  analyst
    .command('create')
    .argument('<name>', 'lower case letters, digits and underscores')
    .description('makes a read-only database role that sees one tenant, and prints its connection address once')
    .option('--tenant <id>', 'whose facts it sees', SAMPLE_TENANT)
    .option('--admin-url <address>', 'database address of a role that may create roles; by default the local one')
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AnalystOptions>();
      const adminUrl = options.adminUrl ?? runningHere()?.adminUrl;
      if (!adminUrl)
        throw new Error('No Bridgework runs from this folder. Name the database: --admin-url postgres://…');
      const url = await createAnalyst({ adminUrl, name, tenant: options.tenant });
      show({ url }, options.json ?? false, [url]);
      say(`Next: psql "${url}" -c 'select * from analytics_v1.freshness'`);
    });
}
