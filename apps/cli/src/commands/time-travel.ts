import { problemOf, reach } from '@bw/client';
import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import { instantOf } from '../frame/point.ts';
import type { Surroundings } from '../frame/surroundings.ts';

export function addTimeTravel(program: Command, surroundings: Surroundings): void {
  const timeTravel = program
    .command('time-travel')
    .argument('<to>', 'an instant (2026-03-29T07:00:00Z) or a day (its end here)')
    .description('moves the clock of an installation that was started with BW_CLOCK=replay; timers fire on the way')
    .action(async (to: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const at = instantOf('<to>', to, surroundings.now());
      const { url, token } = await clientFor({ ...options, as: 'tenant-admin' }, surroundings);
      const answer = await reach(`${url}/ops/platform/clock`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to: at }),
        signal: surroundings.signal,
      });
      if (!answer.ok) throw await problemOf('POST /ops/platform/clock', answer);
      const output = outputOf(surroundings, command);
      const now: unknown = await answer.json();
      output.show(now, () => [`It is ${at} now.`]);
      output.next('npx bw portfolio');
    });
  withExamples(timeTravel, [
    'npx bw time-travel 2026-03-29T07:00:00Z',
    'and everything that is due by then happens',
    'the clock here follows the wall',
  ]);
}
