/** What a command sees of the world: it can be another one in tests. */
export interface Surroundings {
  /** A line of results. */
  readonly data: (line: string) => void;
  /** A line of talk for people: never in the way of a pipe. */
  readonly talk: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Whether results may carry colours. */
  readonly colour: boolean;
  /** Ends when the user wants the command to end. */
  readonly signal: AbortSignal;
  /** Names something that must have ended before the process does, however it is stopped. */
  readonly waitFor: (ending: Promise<unknown>) => void;
  readonly now: () => Date;
}

/** The terminal or pipe that the process was started in. `NO_COLOR` set to anything turns colours off. */
export function processSurroundings(signal: AbortSignal, waitFor: Surroundings['waitFor']): Surroundings {
  const { env, stdout, stderr } = process;
  return {
    data: (line) => stdout.write(`${line}\n`),
    talk: (line) => stderr.write(`${line}\n`),
    env,
    folder: process.cwd(),
    colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    signal,
    waitFor,
    now: () => new Date(),
  };
}
