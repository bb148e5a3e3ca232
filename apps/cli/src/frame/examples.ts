import type { Command } from 'commander';

/** What is typed, what it does in a few words, and where the documents' own test cannot run it, why. */
export type Example = readonly [line: string, about: string, notRun?: string];

const KNOWN = new WeakMap<Command, readonly Example[]>();

/** Gives a command its examples: they end its `--help`, and stand in the reference. */
export function withExamples(command: Command, ...examples: readonly Example[]): Command {
  KNOWN.set(command, examples);
  const lines = examples.map(([line, about]) => `  ${line}\n      ${about}`);
  return command.addHelpText('after', `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('\n')}`);
}

export const examplesOf = (command: Command): readonly Example[] => KNOWN.get(command) ?? [];
