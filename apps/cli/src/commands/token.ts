import { devToken } from '@bw/client';
import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { type GlobalOptions, urlOf } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';

export function addToken(program: Command, surroundings: Surroundings): void {
  const token = program
    .command('token')
    .argument('[persona]', 'such as director, project-manager, sponsor, integrator, tenant-admin')
    .description('prints an access token of the development issuer')
    .action(async (persona: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const url = urlOf(options, surroundings);
      const who = persona ?? options.as;
      const text = await devToken(url, who);
      const output = outputOf(surroundings, command);
      output.show({ access_token: text }, () => [text]);
      output.next(`curl -H "authorization: Bearer $(npx bw token ${who})" ${url}/api/v1/portfolio`);
    });
  withExamples(
    token,
    ['npx bw token director', 'whoever scans the portfolio'],
    ['TOKEN=$(npx bw token integrator)', 'for curl and for programs'],
  );
}
