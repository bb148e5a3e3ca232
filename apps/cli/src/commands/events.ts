import type { Command } from 'commander';
import { clientFor, type GlobalOptions } from '../installation.ts';
import { show } from '../output.ts';

interface TailOptions extends GlobalOptions {
  readonly after: string;
  readonly types?: string;
  readonly engagement?: string;
  readonly follow: boolean;
}

const WAIT_SECONDS = 25;

export function addEvents(program: Command): void {
  const events = program.command('events').description('the event feed');
  events
    .command('tail')
    .description('prints events in feed order and, unless told otherwise, waits for more')
    .option('--after <sequence>', 'begin behind this feed sequence', '0')
    .option('--types <patterns>', 'such as risk.*,scheduling.BaselineApproved')
    .option('--engagement <id>', 'only this engagement')
    .option('--no-follow', 'end when all there is has been printed')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<TailOptions>();
      const client = await clientFor(options);
      let after = Number(options.after);
      for (;;) {
        const page = await client.events(after, {
          types: options.types,
          engagement: options.engagement,
          ...(options.follow && { wait: WAIT_SECONDS }),
        });
        for (const event of page) show(event, options.json ?? false, [lineOf(event)]);
        after = Number(page.at(-1)?.['feedsequence'] ?? after);
        if (page.length === 0 && !options.follow) return;
      }
    });
}

function lineOf({ feedsequence, time, type, subject }: Record<string, unknown>): string {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return `${text(feedsequence).padStart(8)}  ${text(time)}  ${text(type).padEnd(36)}  ${text(subject)}`;
}
