import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { moment, ratio } from '../frame/figures.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import { type PointOptions, pointOf, withPoint } from '../frame/point.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { type Painter, table } from '../frame/table.ts';

interface Engagement {
  readonly code: string;
  readonly title: string;
  readonly clientName: string;
  readonly state: string;
  readonly health: {
    readonly colour: Colour;
    readonly reasons: readonly { readonly colour: string; readonly text: string }[];
  };
  readonly decisions: { readonly open: number };
  readonly plans: readonly { readonly cpi?: string; readonly spiT?: string; readonly forecastFinish?: string }[];
}

type Colour = 'red' | 'amber' | 'green' | 'unknown';

const WORST_FIRST: readonly Colour[] = ['red', 'amber', 'unknown', 'green'];
const STYLES = { red: 'red', amber: 'yellow', green: 'green', unknown: 'gray' } as const;

export function addPortfolio(program: Command, surroundings: Surroundings): void {
  const portfolio = withPoint(program.command('portfolio'))
    .description('says which engagement needs somebody, and why; the worst come first')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & PointOptions>();
      const client = await clientFor(options, surroundings);
      const point = pointOf(options, surroundings.now());
      const all = await client.all<Engagement>('/api/v1/portfolio', { ...point, limit: 200 });
      const engagements = all.toSorted((one, other) => rank(one) - rank(other));
      const output = outputOf(surroundings, command);
      output.show(engagements, () =>
        engagements.length === 0 ? ['You see no engagement.'] : linesOf(engagements, output.paint),
      );
      const [first] = engagements;
      output.next(
        first ? `npx bw evm ${first.code}` : 'npx bw demo reset, for a portfolio to look at; or --as director',
      );
    });
  withExamples(
    portfolio,
    ['npx bw portfolio --as director', 'which engagement needs me today'],
    ['npx bw portfolio --as director --known-at 4w', 'what this said four weeks ago'],
  );
}

const rank = ({ health }: Engagement): number => WORST_FIRST.indexOf(health.colour);

function linesOf(engagements: readonly Engagement[], paint: Painter): readonly string[] {
  return table<Engagement>(
    [
      { head: 'HEALTH', cell: ({ health }) => paint(STYLES[health.colour], health.colour) },
      { head: 'CODE', cell: ({ code }) => paint('bold', code) },
      { head: 'TITLE', cell: ({ title }) => title },
      { head: 'CLIENT', cell: ({ clientName }) => clientName },
      { head: 'STATE', cell: ({ state }) => state },
      { head: 'CPI', cell: ({ plans }) => ratioOf(plans[0]?.cpi), right: true },
      { head: 'SPI(t)', cell: ({ plans }) => ratioOf(plans[0]?.spiT), right: true },
      { head: 'FORECAST', cell: ({ plans }) => momentOf(plans[0]?.forecastFinish) },
      { head: 'WHY', cell: whyOf },
    ],
    engagements,
  );
}

const ratioOf = (value: string | undefined): string => (value === undefined ? '-' : ratio(value));
const momentOf = (value: string | undefined): string => (value === undefined ? '-' : moment(value).slice(0, 10));

/** What makes it that colour, and what waits for an answer; a green one needs no reason. */
function whyOf({ health: { colour, reasons }, decisions: { open } }: Engagement): string {
  const bad = reasons.filter((reason) => reason.colour !== 'green').map(({ text }) => text);
  const waiting = open === 0 ? [] : [open === 1 ? '1 decision is open' : `${open} decisions are open`];
  return [...(colour === 'green' ? [] : bad), ...waiting].join('; ');
}
