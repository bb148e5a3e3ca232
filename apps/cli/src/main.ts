import { Command, Option } from 'commander';
import { addAnalyst } from './commands/analyst.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvents } from './commands/events.ts';
import { addTimeTravel } from './commands/time-travel.ts';
import { addToken } from './commands/token.ts';
import { fail } from './output.ts';

const program = new Command('bw')
  .description('Bridgework from the command line. Results go to standard output, talk to standard error.')
  .addOption(
    new Option('--url <address>', 'the installation; by default the one that runs from this folder').env('BW_URL'),
  )
  .addOption(new Option('--token <token>', 'an access token; by default one of the development issuer').env('BW_TOKEN'))
  .option('--as <persona>', 'whom to be in a development installation', 'project-manager')
  .option('--json', 'print JSON, a document or a line for each item')
  .showHelpAfterError('(bw --help shows what there is)');

for (const add of [addDoctor, addToken, addEvents, addTimeTravel, addAnalyst]) add(program);

await program.parseAsync().catch(fail);
