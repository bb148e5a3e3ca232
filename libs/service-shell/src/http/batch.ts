import { type ContractClass, readAs } from '@bw/contracts-base';
import type { Issued } from '@bw/kernel';
import type { CommandResult } from '@bw/event-store';
import type { FastifyRequest } from 'fastify';
import { issuedForLine } from './issued.ts';
import { invalid, Problem, type ProblemDocument } from './problem.ts';
import { contextOf } from './request-context.ts';
import { reply } from './reply.ts';

export const NDJSON = 'application/x-ndjson';
export const MOST_LINES = 5_000;
export const LARGEST_BATCH = 16 * 1024 * 1024;
const LONGEST_KEY = 200;
/** Commands in flight at once: enough for the log's batches, few enough to leave room for others. */
const LANES = 64;

/** What became of one line. */
export interface LineResult {
  readonly line: number;
  /** The line's own command key. */
  readonly command?: string;
  readonly status: number;
  readonly streamId?: string;
  readonly version?: number;
  readonly position?: string;
  readonly problem?: ProblemDocument;
}

/** The lines of a batch; each is a command of its own, with the rules of a single one. */
export interface Batch<Line extends object> {
  readonly size: number;
  /**
   * Runs each line and says what became of it, in the order of the lines. Lines of the same `order` run one after the
   * other, as they stand; others side by side.
   */
  run(
    handle: (line: Line, issued: Issued) => Promise<CommandResult>,
    options?: { readonly order?: (line: Line) => string },
  ): Promise<BatchResults>;
}

/** Answered as NDJSON. */
export class BatchResults {
  constructor(readonly results: readonly LineResult[]) {}

  toString(): string {
    return this.results.map((result) => `${JSON.stringify(result)}\n`).join('');
  }
}

interface ReadLine<Line> {
  readonly line: number;
  readonly command?: string;
  readonly read: { readonly value: Line } | { readonly problem: Problem };
}

/** An NDJSON body. Each line: `{"command": "<key of the command>", ...the fields of the single command}`. */
export class BatchLines<Line extends object> implements Batch<Line> {
  private constructor(
    private readonly request: FastifyRequest,
    private readonly lines: readonly ReadLine<Line>[],
  ) {}

  static of<Line extends object>(request: FastifyRequest, contract: ContractClass<Line>): Batch<Line> {
    const { body } = request;
    if (typeof body !== 'string') {
      throw new Problem({
        code: 'UNSUPPORTED_MEDIA_TYPE',
        detail: `A batch is sent as ${NDJSON}, a command per line.`,
      });
    }
    const texts = body.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 }));
    const filled = texts.filter(({ text }) => text !== '');
    if (filled.length === 0) throw invalid('', 'has no lines');
    if (filled.length > MOST_LINES) {
      throw new Problem({
        code: 'TOO_LARGE',
        detail: `A batch has at most ${MOST_LINES} lines, not ${filled.length}.`,
      });
    }
    return new BatchLines(
      request,
      filled.map(({ text, line }) => readLine(text, line, contract)),
    );
  }

  get size(): number {
    return this.lines.length;
  }

  async run(
    handle: (line: Line, issued: Issued) => Promise<CommandResult>,
    { order }: { readonly order?: (line: Line) => string } = {},
  ): Promise<BatchResults> {
    const groups = Map.groupBy(this.lines, ({ line, read }) =>
      order && 'value' in read ? `of ${order(read.value)}` : `line ${line}`,
    );
    const waiting = [...groups.values()];
    const results: LineResult[] = [];
    const work = async () => {
      for (let group = waiting.shift(); group; group = waiting.shift()) {
        for (const line of group) results.push(await this.#runLine(line, handle));
      }
    };
    await Promise.all(Array.from({ length: Math.min(LANES, waiting.length) }, work));
    return new BatchResults(results.sort((a, b) => a.line - b.line));
  }

  async #runLine(
    { line, command, read }: ReadLine<Line>,
    handle: (line: Line, issued: Issued) => Promise<CommandResult>,
  ): Promise<LineResult> {
    const about = { line, ...(command !== undefined && { command }) };
    try {
      if ('problem' in read) throw read.problem;
      if (command === undefined) throw invalid('/command', 'is missing', 'required');
      const { streamId, version, position } = reply(await handle(read.value, issuedForLine(this.request, command)));
      return { ...about, status: 200, streamId, version, position };
    } catch (thrown) {
      const problem = contextOf(this.request).problems.problemOf(thrown, this.request);
      return { ...about, status: problem.status, problem: problem.document() };
    }
  }
}

function readLine<Line extends object>(text: string, line: number, contract: ContractClass<Line>): ReadLine<Line> {
  const json = parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { line, read: { problem: invalid('', 'is no JSON object') } };
  }
  const { command, ...fields } = json as Record<string, unknown>; // any object has this shape
  if (typeof command !== 'string' || command === '' || command.length > LONGEST_KEY) {
    return { line, read: { problem: invalid('/command', `must be text of 1 to ${LONGEST_KEY} characters`) } };
  }
  const read = readAs(contract, fields);
  if ('value' in read) return { line, command, read };
  const problem = new Problem({
    code: 'VALIDATION',
    detail: 'The line is not as it should be.',
    errors: read.problems,
  });
  return { line, command, read: { problem } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
