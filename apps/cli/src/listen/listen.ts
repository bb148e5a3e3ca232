import { type Command, InvalidArgumentError, Option } from 'commander';
import { WrongUse } from '../frame/exit-status.ts';
import { withExamples } from '../frame/examples.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { wholeNumber } from '../frame/values.ts';
import { readCursor, writeCursor } from './cursor-file.ts';
import { type FeedEvent, follow, lineOf } from './follow.ts';
import { deliver, NotTaken, type Receiver } from './forward.ts';
import { isSecret, newSecret } from './signature.ts';

interface ListenOptions extends GlobalOptions {
  readonly forwardTo: string;
  readonly after?: number;
  readonly cursor?: string;
  readonly types?: string;
  readonly engagement?: string;
  readonly follow: boolean;
  readonly secret?: string;
  readonly attempts: number;
}

const FIRST_PAUSE_MS = 500;

export function addListen(events: Command, surroundings: Surroundings): void {
  const listen = events
    .command('listen')
    .description('posts each event to an address of yours, in order, signed, and again until it is taken')
    .requiredOption('--forward-to <url>', 'where to post, such as http://127.0.0.1:8080/hook', address)
    .option(
      '--after <sequence>',
      'begin behind this feed sequence; by default at the first event',
      wholeNumber('--after'),
    )
    .option('--cursor <file>', 'remember in this file how far it is, and go on from there')
    .option('--types <patterns>', 'such as risk.*,scheduling.BaselineApproved')
    .option('--engagement <id>', 'only this engagement')
    .option('--no-follow', 'end when all there is has been posted')
    .addOption(
      new Option('--secret <whsec_…>', 'what signs; without it a new one is made and told').env('BW_WEBHOOK_SECRET'),
    )
    .option('--attempts <count>', 'how often to try an event before giving up', wholeNumber('--attempts'), 8)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListenOptions>();
      const receiver = receiverOf(options, surroundings);
      const { cursor } = options;
      const after = options.after ?? (cursor === undefined ? 0 : readCursor(cursor));
      const client = await clientFor(options, surroundings);
      const output = outputOf(surroundings, command);

      let done = after;
      try {
        for await (const event of follow(client, { ...options, after }, surroundings.signal)) {
          const delivered = await forward(event, receiver, surroundings);
          if (!delivered) break;
          done = event.feedsequence;
          if (cursor !== undefined) writeCursor(cursor, done);
          const { id, type, feedsequence } = event;
          output.show({ feedsequence, id, type, ...delivered }, () => [`${lineOf(event)}  ${delivered.status}`]);
        }
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error;
        throw new Error(`${error.message}\nAll up to ${done} were taken. To go on: ${again(options, done)}`, {
          cause: error,
        });
      }
      output.next(`${again(options, done)}, to go on`);
    });
  withExamples(
    listen,
    [
      'npx bw events listen --forward-to http://127.0.0.1:8080/hook --as integrator',
      'as they come; prints the secret',
      'it wants a receiver',
    ],
    [
      'npx bw events listen --forward-to http://127.0.0.1:8080/hook --cursor feed.cursor --no-follow',
      'what is new since the last call, for a job that runs now and then',
      'it wants a receiver',
    ],
  );
}

function receiverOf({ forwardTo, secret, attempts }: ListenOptions, { talk }: Surroundings): Receiver {
  if (secret !== undefined && !isSecret(secret)) {
    throw new WrongUse('--secret: write whsec_ and then 24 to 64 bytes in base64; without the option one is made.');
  }
  const known = secret ?? newSecret();
  if (secret === undefined) talk(`Signed with ${known}`); // whoever verifies needs it, with --json, too
  return { url: forwardTo, secret: known, attempts: Math.max(1, attempts), pauseMs: FIRST_PAUSE_MS };
}

/** The event's own id is the message's: a receiver knows a repeated one by it. */
async function forward(event: FeedEvent, receiver: Receiver, { now, signal }: Surroundings) {
  const message = { id: event.id, at: now(), body: JSON.stringify(event) };
  try {
    return await deliver(message, receiver, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

const again = ({ forwardTo, cursor }: ListenOptions, done: number): string =>
  `npx bw events listen --forward-to ${forwardTo} ${cursor === undefined ? `--after ${done}` : `--cursor ${cursor}`}`;

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('Write an address such as http://127.0.0.1:8080/hook.');
  }
  return text;
}
