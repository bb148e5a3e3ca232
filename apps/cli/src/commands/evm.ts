import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { type Figure, moment, valueOf } from '../frame/figures.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import { plansOf } from '../frame/places.ts';
import { type PointOptions, pointOf, withPoint } from '../frame/point.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { type Painter, table } from '../frame/table.ts';

interface Performance {
  readonly point: { readonly asOf: string; readonly knownAt?: string; readonly cut: string };
  readonly planId: string;
  readonly title: string;
  readonly dataDate?: string;
  readonly figures: readonly Figure[];
  readonly findings: readonly { readonly code: string }[];
}

interface EvmOptions extends GlobalOptions, PointOptions {
  readonly all?: boolean;
}

/** What is read first; `--all` shows every variant and forecast. */
const USUAL = new Set(
  'BAC PV EV AC SV CV SPI CPI PERCENT_COMPLETE ES SV_T SPI_T P_FACTOR EAC_CPI VAC TCPI_BAC EAC_T_ES_SPI_T'.split(' '),
);

export function addEvm(program: Command, surroundings: Surroundings): void {
  const evm = withPoint(program.command('evm'))
    .argument('<plan>', 'id of a plan, or code or id of an engagement')
    .description('prints the figures of earned value and earned schedule, at any point of the two times')
    .option('--all', 'every variant and forecast')
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<EvmOptions>();
      const client = await clientFor(options, surroundings);
      const point = pointOf(options, surroundings.now());
      const readings: Performance[] = [];
      for (const { planId } of await plansOf(client, name)) {
        readings.push(await client.get<Performance>('/api/v1/evm', { plan: planId, ...point }));
      }
      const output = outputOf(surroundings, command);
      for (const reading of readings) output.show(reading, () => linesOf(reading, options.all ?? false, output.paint));
      output.next(`npx bw explain CPI ${name}${echo(options)}`);
    });
  withExamples(
    evm,
    ['npx bw evm NORD-WMS', 'how it stands'],
    ['npx bw evm NORD-WMS --as-of 2w', 'how it was two weeks ago, by what is known today'],
    ['npx bw evm NORD-WMS --as-of 2w --known-at 2w --all', 'what was said then'],
    [
      `npx bw evm NORD-WMS --json | node -p 'JSON.parse(fs.readFileSync(0)).point.cut'`,
      'the cut that repeats a reading',
    ],
  );
}

function linesOf({ point, planId, title, dataDate, figures, findings }: Performance, all: boolean, paint: Painter) {
  const shown = figures.filter(({ id }) => all || USUAL.has(id));
  const rows = table<Figure>(
    [
      { head: 'FIGURE', cell: ({ id }) => id },
      { head: 'VALUE', cell: valueOf, right: true },
      { head: 'WHAT', cell: (figure) => figure.title },
    ],
    shown,
  );
  const dates = [
    `as of ${moment(point.asOf)}`,
    ...(point.knownAt === undefined ? [] : [`known at ${moment(point.knownAt)}`]),
    dataDate === undefined ? 'no data date yet' : `data date ${moment(dataDate)}`,
  ];
  return [
    `${paint('bold', title)}  ${planId}`,
    dates.join(', '),
    `cut ${point.cut}`,
    '',
    ...(shown.length === 0 ? ['No figures: no baseline was approved by then.'] : rows),
    ...(findings.length === 0 ? [] : ['', `findings: ${findings.map(({ code }) => code).join(', ')}`]),
  ];
}

const echo = ({ asOf, knownAt, cut }: PointOptions): string =>
  [
    ['--as-of', asOf],
    ['--known-at', knownAt],
    ['--cut', cut],
  ]
    .map(([option, value]) => (value === undefined ? '' : ` ${option} ${value}`))
    .join('');
