import type { Command } from 'commander';
import type { GlobalOptions } from './installation.ts';
import type { Surroundings } from './surroundings.ts';
import type { Painter } from './table.ts';
import { painter } from './table.ts';

/** Where a command puts what it found: JSON for programs, lines for people. */
export interface Output {
  readonly json: boolean;
  readonly paint: Painter;
  /** One result. */
  show(value: unknown, lines: () => readonly string[]): void;
  /** Talk for people; nothing where a program listens. */
  talk(line: string): void;
  /** The next command that is worth a try. */
  next(command: string): void;
}

export function outputOf(surroundings: Surroundings, command: Command): Output {
  const json = command.optsWithGlobals<GlobalOptions>().json ?? false;
  const talk = (line: string) => {
    if (!json) surroundings.talk(line);
  };
  return {
    json,
    paint: painter(surroundings.colour && !json),
    show(value, lines) {
      if (json) surroundings.data(JSON.stringify(value));
      else for (const line of lines()) surroundings.data(line);
    },
    talk,
    next: (line) => talk(`Next: ${line}`),
  };
}
