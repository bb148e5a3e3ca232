import type { EngagementLine, Evm, Explanation, Page, PlanLine } from '../../apps/console/src/api/views.ts';
import { figureNamed, formatFigure, isDefined } from '../../apps/console/src/figures/figure.ts';
import { t } from '../../apps/console/src/texts/t.ts';
import { queryOf, type WantedPoint } from '../../apps/console/src/two-times/point.ts';
import type { ApiClient } from '../../libs/client/src/index.ts';
import { LOCALE } from './visit.ts';

/** What the API says, for comparison with what a page shows. */
export async function portfolioOf(client: ApiClient): Promise<readonly EngagementLine[]> {
  return (await client.get<Page<EngagementLine>>('/api/v1/portfolio', { limit: 200 })).items;
}

export async function explanationOf(client: ApiClient, figure: string, plan: string): Promise<Explanation> {
  return client.get<Explanation>('/api/v1/explain', { figure, plan, limit: 50 });
}

const HEADLINES = ['CPI', 'SPI', 'SPI_T', 'EAC_CPI', 'TCPI_BAC'];

/** The names by which buttons of headline figures can be found: each tells its title and its value. */
export async function headlinesOf(
  client: ApiClient,
  plan: string,
  point: WantedPoint = {},
): Promise<readonly string[]> {
  const { figures } = await client.get<Evm>('/api/v1/evm', { plan, ...queryOf(point) });
  return HEADLINES.flatMap((id) => {
    const figure = figureNamed(figures, id);
    if (!figure) throw new Error(`The API has no figure ${id}.`);
    if (!isDefined(figure)) return []; // it says why there is none, in place of a value
    return t('why.open', { title: figure.title, value: formatFigure(figure, { locale: LOCALE }) });
  });
}

export function onlyPlanOf({ title, plans }: EngagementLine): PlanLine {
  const [plan, another] = plans;
  if (!plan || another) throw new Error(`${title} has ${plans.length} plans.`);
  return plan;
}

/** A civil day so many days before an instant. */
export function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString().slice(0, 10);
}
