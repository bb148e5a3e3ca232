import { problemOf } from '@bw/client';
import type { Command } from 'commander';
import { clientFor, type GlobalOptions } from '../installation.ts';
import { show } from '../output.ts';

export function addTimeTravel(program: Command): void {
  program
    .command('time-travel')
    .argument('<to>', 'instant of UTC, such as 2026-03-29T07:00:00Z')
    .description('moves the clock of an installation that was started with BW_CLOCK=replay; timers fire on the way')
    .action(async (to: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const at = Date.parse(to);
      if (Number.isNaN(at)) throw new Error(`"${to}" is no instant. Write it like 2026-03-29T07:00:00Z.`);
      const { url, token } = await clientFor({ ...options, as: 'tenant-admin' });
      const answer = await fetch(`${url}/ops/platform/clock`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ to: new Date(at).toISOString() }),
      });
      if (!answer.ok) throw await problemOf('POST /ops/platform/clock', answer);
      show(await answer.json(), options.json ?? false, [`It is ${new Date(at).toISOString()} now.`]);
    });
}
