import { NotReachable } from '@bw/client';
import { Command, CommanderError, Option } from 'commander';
import { addAnalyst } from './commands/analyst.ts';
import { addApi } from './commands/api.ts';
import { addCompletion } from './commands/completion.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvents } from './commands/events.ts';
import { addEvm } from './commands/evm.ts';
import { addExplain } from './commands/explain.ts';
import { addImport } from './commands/import.ts';
import { addPortfolio } from './commands/portfolio.ts';
import { addProjections } from './commands/projections.ts';
import { addTimeTravel } from './commands/time-travel.ts';
import { addToken } from './commands/token.ts';
import { endOf } from './frame/ends-with.ts';
import { EXIT, EXIT_MEANINGS, exitStatusOf, remedyFor } from './frame/exit-status.ts';
import type { Surroundings } from './frame/surroundings.ts';

const COMMANDS = [
  addDoctor,
  addDemo,
  addPortfolio,
  addEvm,
  addExplain,
  addImport,
  addEvents,
  addProjections,
  addAnalyst,
  addToken,
  addTimeTravel,
  addApi,
  addCompletion,
];

/** All of `bw`. What it does not say on `--help` it cannot do. */
export function bridgework(surroundings: Surroundings): Command {
  const program = new Command('bw')
    .description('Bridgework from the command line. Results go to standard output, talk to standard error.')
    .addOption(
      new Option('--url <address>', 'the installation; by default the one that runs from this folder').env('BW_URL'),
    )
    .addOption(
      new Option('--token <token>', 'an access token; by default one of the development issuer').env('BW_TOKEN'),
    )
    .option('--as <persona>', 'whom to be in a development installation', 'project-manager')
    .option('--json', 'print JSON: one document, or a line for each event')
    .addHelpText(
      'after',
      () =>
        `\nExit status:\n${EXIT_MEANINGS.map(([code, what]) => `  ${String(code).padStart(3)}  ${what}`).join('\n')}`,
    );
  for (const add of COMMANDS) add(program, surroundings);
  for (const command of withDescendants(program)) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => surroundings.data(text.replace(/\n$/, '')),
        writeErr: (text) => surroundings.talk(text.replace(/\n$/, '')),
      });
  }
  return program;
}

export function* withDescendants(command: Command): Generator<Command> {
  yield command;
  for (const each of command.commands) yield* withDescendants(each);
}

/** Runs one call and says how it ended. Never throws, never asks. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = bridgework(surroundings);
  let status: number = EXIT.done;
  program.hook('postAction', (_, action) => {
    status = endOf(action);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (surroundings.signal.aborted) return EXIT.stopped;
    if (error instanceof CommanderError) {
      // It has said what is wrong; which command's help shows the way, it has not.
      if (error.exitCode !== 0 && error.code !== 'commander.help') surroundings.talk('See: npx bw --help');
    } else if (args.includes('--json')) {
      surroundings.talk(JSON.stringify({ error: problemIn(error) }));
    } else {
      const [message, remedy] = [messageOf(error), remedyFor(error)];
      surroundings.talk(remedy === undefined ? message : `${message}\n${remedy}`);
    }
    return exitStatusOf(error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function problemIn(error: unknown): Readonly<Record<string, unknown>> {
  const known = typeof error === 'object' && error !== null && 'problem' in error ? { problem: error.problem } : {};
  const address = error instanceof NotReachable ? { url: error.url } : {};
  return { message: messageOf(error), exitStatus: exitStatusOf(error), ...known, ...address };
}
