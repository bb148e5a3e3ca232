import { type Command } from 'commander';
import { endsWith } from '../frame/ends-with.ts';
import { withExamples } from '../frame/examples.ts';
import { EXIT } from '../frame/exit-status.ts';
import { type GlobalOptions, urlOf } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { type Painter, table } from '../frame/table.ts';
import { wholeNumber } from '../frame/values.ts';
import { projectionStatus, type Standing, type Status } from '../projections/status.ts';

interface StatusOptions extends GlobalOptions {
  readonly maxLag?: number;
}

export function addProjections(program: Command, surroundings: Surroundings): void {
  const projections = program.command('projections').description('what is read: folded from events');
  const status = projections
    .command('status')
    .description('says which projections there are, in which version, and how far behind the logs they are')
    .option('--max-lag <events>', 'end with status 1 where a reader is further behind', wholeNumber('--max-lag'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<StatusOptions>();
      const found = await projectionStatus(urlOf(options, surroundings));
      const output = outputOf(surroundings, command);
      output.show(found, () => linesOf(found, output.paint));
      const worst = Math.max(0, ...found.standings.map(({ lagEvents }) => lagEvents));
      if (options.maxLag !== undefined && worst > options.maxLag) {
        output.talk(`One is ${worst} events behind; at most ${options.maxLag} were allowed.`);
        endsWith(command, EXIT.failed);
      }
      output.next('npx bw doctor, which also looks for parked events');
    });
  withExamples(
    status,
    ['npx bw projections status', 'by projection and by log'],
    ['npx bw projections status --max-lag 1000', 'for a monitor: the exit status says it'],
  );
}

function linesOf({ projections, standings, pending }: Status, paint: Painter): readonly string[] {
  const working = Object.entries(pending).filter(([, count]) => count > 0);
  return [
    ...table<Status['projections'][number]>(
      [
        { head: 'PROJECTION', cell: ({ name }) => name },
        { head: 'VERSION', cell: ({ version }) => String(version), right: true },
        { head: 'STATE', cell: ({ live }) => (live ? 'live' : paint('yellow', 'told anew at the next start')) },
      ],
      projections,
    ),
    '',
    ...table<Standing>(
      [
        { head: 'READER', cell: ({ service }) => service },
        { head: 'LOG OF', cell: ({ source }) => source },
        { head: 'POSITION', cell: ({ position }) => String(position), right: true },
        { head: 'HEAD', cell: ({ head }) => String(head), right: true },
        { head: 'BEHIND', cell: ({ lagEvents }) => String(lagEvents), right: true },
        {
          head: 'SECONDS',
          cell: ({ lagSeconds }) => (lagSeconds === undefined ? '-' : String(lagSeconds)),
          right: true,
        },
      ],
      standings,
    ),
    ...(working.length === 0
      ? []
      : ['', `at work: ${working.map(([service, count]) => `${service} ${count}`).join(', ')}`]),
  ];
}
