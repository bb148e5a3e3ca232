import { devToken } from '@bw/client';
import type { Command } from 'commander';
import { type GlobalOptions, urlOf } from '../installation.ts';
import { say, show } from '../output.ts';

export function addToken(program: Command): void {
  program
    .command('token')
    .argument('[persona]', 'such as director, project-manager, sponsor, integrator, tenant-admin')
    .description('prints an access token of the development issuer')
    .action(async (persona: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const token = await devToken(urlOf(options), persona ?? options.as);
      show({ access_token: token }, options.json ?? false, [token]);
      say(
        `Next: curl -H "authorization: Bearer $(bw token ${persona ?? options.as})" ${urlOf(options)}/api/v1/portfolio`,
      );
    });
}
