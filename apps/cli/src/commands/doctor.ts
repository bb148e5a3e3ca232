import { type Command } from 'commander';
import { type Finding, findings } from '../doctor/checks.ts';
import { endsWith } from '../frame/ends-with.ts';
import { withExamples } from '../frame/examples.ts';
import { EXIT } from '../frame/exit-status.ts';
import type { GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import type { Painter } from '../frame/table.ts';

export function addDoctor(program: Command, surroundings: Surroundings): void {
  const doctor = program
    .command('doctor')
    .description('looks whether everything is in order, and says what to do where it is not')
    .action(async (_: unknown, command: Command) => {
      const found = await findings(command.optsWithGlobals<GlobalOptions>(), surroundings);
      const output = outputOf(surroundings, command);
      output.show(found, () => found.flatMap((finding) => linesOf(finding, output.paint)));
      if (found.some(({ ok }) => !ok)) endsWith(command, EXIT.failed);
      else output.next('npx bw portfolio --as director');
    });
  withExamples(
    doctor,
    ['npx bw doctor', 'of what runs from this folder'],
    [
      `npx bw doctor --json | node -p 'JSON.parse(fs.readFileSync(0)).filter((each) => !each.ok)'`,
      'only what is wrong',
    ],
  );
}

function linesOf({ check, ok, detail, remedy }: Finding, paint: Painter): readonly string[] {
  const mark = ok ? paint('green', 'ok  ') : paint('red', 'FAIL');
  return [`${mark} ${check}: ${detail}`, ...(remedy === undefined ? [] : [`     ${remedy}`])];
}
