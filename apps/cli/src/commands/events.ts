import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { wholeNumber } from '../frame/values.ts';
import { addListen } from '../listen/listen.ts';
import { type FeedEvent, follow, lineOf } from '../listen/follow.ts';

interface TailOptions extends GlobalOptions {
  readonly after?: number;
  readonly last: number;
  readonly types?: string;
  readonly engagement?: string;
  readonly follow: boolean;
}

export function addEvents(program: Command, surroundings: Surroundings): void {
  const events = program.command('events').description('the event feed: everything that happened, in order');
  addTail(events, surroundings);
  addListen(events, surroundings);
  addShow(events, surroundings);
}

function addTail(events: Command, surroundings: Surroundings): void {
  const tail = events
    .command('tail')
    .description('prints the last events in feed order and, unless told otherwise, waits for more')
    .option('--last <count>', 'how many to begin with', wholeNumber('--last'), 10)
    .option('--after <sequence>', 'begin behind this feed sequence; 0 for all there ever was', wholeNumber('--after'))
    .option('--types <patterns>', 'such as risk.*,scheduling.BaselineApproved')
    .option('--engagement <id>', 'only this engagement')
    .option('--no-follow', 'end when all there is has been printed')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<TailOptions>();
      const client = await clientFor(options, surroundings);
      const output = outputOf(surroundings, command);
      let after = options.after ?? 0;
      for await (const event of follow(client, options, surroundings.signal)) {
        output.show(event, () => [lineOf(event)]);
        after = event.feedsequence;
      }
      if (options.follow) output.next(`npx bw events tail --after ${after}, to go on`);
      else output.next('npx bw events show <id>; --json has the ids');
    });
  withExamples(
    tail,
    ['npx bw events tail --as director', 'the last ten, then whatever happens', 'it waits for ever'],
    [
      `npx bw events tail --as director --types 'risk.*' --after 0 --no-follow`,
      'all of risks, issues and clocks so far',
    ],
    [`npx bw events tail --as integrator --json`, 'a JSON line for each event, as they come', 'it waits for ever'],
  );
}

function addShow(events: Command, surroundings: Surroundings): void {
  const show = events
    .command('show')
    .argument('<id>', 'id of an event')
    .description('prints one event whole')
    .action(async (id: string, _: unknown, command: Command) => {
      const client = await clientFor(command.optsWithGlobals<GlobalOptions>(), surroundings);
      const event = await client.get<FeedEvent>(`/api/v1/events/${encodeURIComponent(id)}`);
      const output = outputOf(surroundings, command);
      output.show(event, () => [JSON.stringify(event, undefined, 2)]);
      if (event.corrects !== undefined) output.next(`npx bw events show ${event.corrects}, which it corrects`);
    });
  withExamples(show, [
    'npx bw events show 070628be-15bd-52aa-8967-250eb980fe78',
    'envelope and data',
    'every installation has ids of its own',
  ]);
}
