import type { Command } from 'commander';
import { createAnalyst } from '../analyst/create-analyst.ts';
import { withExamples } from '../frame/examples.ts';
import { NoInstallation } from '../frame/exit-status.ts';
import { type GlobalOptions, runningHere } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';

const SAMPLE_TENANT = '0192a000-0000-7000-8000-000000000001';

interface AnalystOptions extends GlobalOptions {
  readonly tenant: string;
  readonly adminUrl?: string;
  readonly database: string;
}

export function addAnalyst(program: Command, surroundings: Surroundings): void {
  const analyst = program.command('analyst').description('people who query the projections with SQL');
  const create = analyst
    .command('create')
    .argument('<name>', 'lower case letters, digits and underscores')
    .description('makes a read-only database role that sees one tenant, and prints its connection address once')
    .option('--tenant <id>', 'whose facts it sees', SAMPLE_TENANT)
    .option('--database <name>', 'name of the database of reporting', 'reporting')
    .option('--admin-url <address>', 'database address of a role that may create roles; by default the local one')
    .action(async (name: string, _: unknown, command: Command) => {
      const { tenant, database, ...options } = command.optsWithGlobals<AnalystOptions>();
      const adminUrl = options.adminUrl ?? runningHere(surroundings)?.adminUrl;
      if (!adminUrl)
        throw new NoInstallation('No Bridgework runs from this folder. Name the database: --admin-url postgres://…');
      const url = await createAnalyst({ adminUrl, name, tenant, database });
      const output = outputOf(surroundings, command);
      output.show({ url }, () => [url]);
      output.next(`psql "${url}" -c 'select * from analytics_v1.freshness'`);
    });
  withExamples(
    create,
    ['npx bw analyst create grace', 'on the local installation'],
    [
      'npx bw analyst create ada --admin-url postgres://admin@db.example.com/postgres --database bridgework_reporting',
      'on a server of your own',
      'it needs that server',
    ],
  );
}
