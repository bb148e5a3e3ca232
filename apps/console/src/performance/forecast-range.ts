import type { Series } from '../api/views.ts';
import type { Band, Curve } from '../charts/curve.ts';
import { type Figure, figureNamed, isDefined } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

const STEPS = 40;
/** Finishes further away than so many times the time that is left by plan are arithmetic, not forecasts. */
const MEANT_WITHIN = 4;

export interface ForecastRange {
  /** By CPI and earned schedule. */
  readonly curve: Curve;
  /** What all methods together allow: cheapest and latest to dearest and earliest. */
  readonly band: Band;
}

/** From where cost will go on: it takes the shape of what is left of the planned curve, stretched to the forecast. */
export function forecastRange(
  figures: readonly Figure[],
  { planned }: Pick<Series, 'planned'>,
  dataDate: string | undefined,
): ForecastRange | undefined {
  const money = (id: string) => figureNamed(figures, id)?.amount;
  const [ac, ev, bac, eac] = [money('AC'), money('EV'), money('BAC'), money('EAC_CPI')];
  const es = figureNamed(figures, 'ES')?.at;
  const [finish, plannedFinish] = [figureNamed(figures, 'EAC_T_ES_SPI_T')?.at, planned.at(-1)?.at];
  if (ac === undefined || ev === undefined || bac === undefined || eac === undefined) return undefined;
  if (!dataDate || !es || !finish || !plannedFinish || ev >= bac) return undefined;

  const now = Date.parse(dataDate);
  const shape = shapeAfter(planned, { from: Date.parse(es), to: Date.parse(plannedFinish), ev, bac });
  const furthest = now + MEANT_WITHIN * Math.max(Date.parse(plannedFinish) - now, Date.parse(finish) - now);
  const costs = [...amounts(figures), eac];
  const finishes = [...instants(figures).filter((at) => at > now && at <= furthest), Date.parse(finish)];
  const line = (cost: number, end: number) => (at: number) =>
    Math.round(ac + (cost - ac) * shape(end <= now ? 1 : Math.min(1, (at - now) / (end - now))));
  const low = line(Math.min(...costs), Math.max(...finishes));
  const high = line(Math.max(...costs), Math.min(...finishes));
  const middle = line(eac, Date.parse(finish));

  const grid = (end: number) =>
    Array.from({ length: STEPS + 1 }, (_, index) => Math.round(now + ((end - now) * index) / STEPS));
  const text = (at: number) => new Date(at).toISOString();
  return {
    curve: {
      name: t('performance.forecastCurve'),
      look: 'forecast',
      points: grid(Date.parse(finish)).map((at) => [text(at), middle(at)]),
    },
    band: {
      name: t('performance.forecastRange'),
      points: grid(Math.max(...finishes)).map((at) => [text(at), low(at), Math.max(low(at), high(at))]),
    },
  };
}

interface Rest {
  readonly from: number;
  readonly to: number;
  readonly ev: number;
  readonly bac: number;
}

/** Share of the remaining budget that the plan had spent after a share of the time that remained after earned schedule. */
function shapeAfter(planned: Series['planned'], { from, to, ev, bac }: Rest): (share: number) => number {
  return (share) => {
    const value = valueAt(planned, from + (to - from) * share);
    return Math.max(0, Math.min(1, (value - ev) / (bac - ev)));
  };
}

function valueAt(planned: Series['planned'], at: number): number {
  const after = planned.findIndex((point) => Date.parse(point.at) >= at);
  const [right, left] = [planned[after] ?? planned.at(-1), planned[after - 1]];
  if (!right) return 0;
  if (!left) return right.pv;
  const [x0, x1] = [Date.parse(left.at), Date.parse(right.at)];
  return x1 === x0 ? right.pv : left.pv + ((right.pv - left.pv) * (at - x0)) / (x1 - x0);
}

const amounts = (figures: readonly Figure[]) =>
  figures.flatMap((figure) => (/^EAC_(?!T_)/.test(figure.id) && isDefined(figure) ? (figure.amount ?? []) : []));
const instants = (figures: readonly Figure[]) =>
  figures.flatMap((figure) =>
    figure.id.startsWith('EAC_T_') && isDefined(figure) && figure.at ? Date.parse(figure.at) : [],
  );
