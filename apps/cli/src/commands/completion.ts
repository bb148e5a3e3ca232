import { Argument, type Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { completionFor, SHELLS, type Shell } from '../completion/scripts.ts';

export function addCompletion(program: Command, surroundings: Surroundings): void {
  const completion = program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices([...SHELLS]))
    .description('prints a script that completes commands and options in your shell')
    .action((shell: Shell) => surroundings.data(completionFor(shell, program)));
  withExamples(
    completion,
    ['eval "$(npx bw completion bash)"', 'for this shell; in ~/.bashrc for all'],
    ['npx bw completion fish > ~/.config/fish/completions/bw.fish', 'for fish', 'it writes into your home'],
  );
}
