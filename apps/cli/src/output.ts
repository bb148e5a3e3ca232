import { ApiProblem } from '@bw/client';

/** One result: JSON for programs, lines for people. */
export function show(value: unknown, asJson: boolean, lines: readonly string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}

/** Talk for people: never in the way of a pipe. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What went wrong in a sentence, never a stack trace; the exit status is 1. */
export function fail(error: unknown): never {
  say(error instanceof Error ? messageOf(error) : String(error));
  process.exit(1);
}

function messageOf(error: Error): string {
  if (error instanceof ApiProblem) return error.message;
  // fetch says only "fetch failed"; why stands in its cause
  const cause = error.cause instanceof Error ? ` (${error.cause.message || error.cause.name})` : '';
  return `${error.message}${cause}`;
}
