import { existsSync, readFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { WrongUse } from '../frame/exit-status.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { wholeNumber } from '../frame/values.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

interface ApiOptions extends GlobalOptions {
  readonly ifMatch?: number;
  readonly key?: string;
  readonly pick?: string;
}

const PREFIX = '/api/v1/';

export function addApi(program: Command, surroundings: Surroundings): void {
  const api = program
    .command('api')
    .addArgument(new Argument('<method>', 'what to do').choices([...METHODS]))
    .argument('<path>', 'below /api/v1/, such as clients or risks/<id>; one that begins with / is taken whole')
    .argument('[body]', 'JSON, or the name of a file with JSON')
    .description('sends one request to the API and prints the answer')
    .option('--if-match <version>', 'the version of the stream that the edit is based on', wholeNumber('--if-match'))
    .option('--key <text>', 'idempotency key: the same one again is the same command')
    .option('--pick <path>', 'only this part of the answer: items.0.code, or items.code=NORD.clientId to find one')
    .action(async (method: Method, path: string, body: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ApiOptions>();
      const sent = body === undefined ? undefined : bodyOf(body);
      const client = await clientFor(options, surroundings);
      const answer = await client.send(method, path.startsWith('/') ? path : PREFIX + path, sent, {
        ...(options.ifMatch !== undefined && { ifMatch: options.ifMatch }),
        ...(options.key !== undefined && { key: options.key }),
      });
      const shown = options.pick === undefined ? answer : picked(answer, options.pick);
      const output = outputOf(surroundings, command);
      output.show(shown ?? null, () => (typeof shown === 'string' ? [shown] : [JSON.stringify(shown, undefined, 2)]));
    });
  withExamples(
    api,
    ['npx bw api GET clients', 'what the API answers'],
    ['npx bw api GET engagements --pick items.code=NORD-WMS.engagementId', 'one value, for a variable of your shell'],
    [
      `npx bw api POST calendars/$CALENDAR/publish --as project-manager`,
      'a command; an idempotency key is made where none is given',
      'there is no such calendar in the sample',
    ],
  );
}

function bodyOf(text: string): unknown {
  const json = /^\s*[[{]/.test(text) || !existsSync(text) ? text : readFileSync(text, 'utf8');
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new WrongUse(`<body> is neither a file nor JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Follows names and numbers, parted by dots, into an answer; `code=NORD` finds the item of a list that has it. */
function picked(answer: unknown, path: string): unknown {
  let at = answer;
  for (const step of path.split('.')) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(step) ?? [];
    const inside = name === undefined ? own(at, step) : found(at, name, value ?? '');
    if (inside === undefined) throw new WrongUse(`--pick ${path}: the answer has no "${step}" there.`);
    at = inside;
  }
  return at;
}

const own = (at: unknown, name: string): unknown =>
  typeof at === 'object' && at !== null && Object.hasOwn(at, name)
    ? (at as Readonly<Record<string, unknown>>)[name]
    : undefined;

const found = (at: unknown, name: string, value: string): unknown =>
  Array.isArray(at) ? at.find((item: unknown) => String(own(item, name)) === value) : undefined;
