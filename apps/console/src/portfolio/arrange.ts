import type { EngagementLine, PlanLine } from '../api/views.ts';
import { daysBetween } from '../figures/days.ts';
import { gravityOf } from '../health/families.ts';
import { locale } from '../texts/locale.ts';
import { exceptionsOf } from './attention.ts';
import { type Grouping, type PortfolioSearch, type Sort, type SortKey, sortIn } from './search.ts';

/** The lines that a view wants, in its order. */
export function arranged(
  lines: readonly EngagementLine[],
  search: PortfolioSearch,
  asOf: string,
): readonly EngagementLine[] {
  return sorted(lines.filter(matches(search)), sortIn(search.sort), asOf);
}

export function matches({ q = '', client, state, health }: PortfolioSearch): (line: EngagementLine) => boolean {
  const words = q.toLocaleLowerCase(locale).split(/\s+/);
  return (line) => {
    const text = [line.title, line.code, line.clientName ?? ''].join(' ').toLocaleLowerCase(locale);
    return (
      words.every((word) => text.includes(word)) &&
      (client === undefined || line.clientId === client) &&
      (state === undefined || line.state === state) &&
      (health === undefined || line.health.colour === health)
    );
  };
}

function sorted(
  lines: readonly EngagementLine[],
  { key, isDescending }: Sort,
  asOf: string,
): readonly EngagementLine[] {
  if (key === 'need') return byNeed(lines, asOf);
  if (key === 'engagement')
    return lines.toSorted((a, b) => (isDescending ? -1 : 1) * a.title.localeCompare(b.title, locale));
  const worth = WORTH[key];
  return lines.toSorted((a, b) => {
    const [first, second] = [worth(a), worth(b)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return isDescending ? second - first : first - second;
  });
}

/** Exceptions first, in their order; the others by colour and code. */
function byNeed(lines: readonly EngagementLine[], asOf: string): readonly EngagementLine[] {
  const place = new Map(exceptionsOf(lines, asOf).map(({ line }, index) => [line.engagementId, index]));
  const placeOf = ({ engagementId }: EngagementLine) => place.get(engagementId) ?? place.size;
  return lines.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      gravityOf(b.health.colour) - gravityOf(a.health.colour) ||
      a.code.localeCompare(b.code),
  );
}

/** What a line is worth in a column: that of its worst plan. A line without a value stands last either way. */
const WORTH: Readonly<Record<Exclude<SortKey, 'need' | 'engagement'>, (line: EngagementLine) => number | undefined>> = {
  cpi: lowest(({ cpi }) => (cpi === undefined ? undefined : Number(cpi))),
  spiT: lowest(({ spiT }) => (spiT === undefined ? undefined : Number(spiT))),
  eac: highest(({ eac, bac }) => (eac === undefined || !bac ? undefined : eac / bac)),
  forecast: highest(({ baselineFinish, forecastFinish }) => daysBetween(baselineFinish, forecastFinish)),
  dataDate: lowest(({ dataDate }) => (dataDate === undefined ? undefined : Date.parse(dataDate))),
  open: ({ issues: { severity1, severity2, severity3, severity4, breachedClocks } }) =>
    breachedClocks * 1_000 + severity1 + severity2 + severity3 + severity4,
  decisions: ({ decisions: { open, overdue } }) => overdue * 1_000 + open,
};

type Worth = (plan: PlanLine) => number | undefined;

function lowest(worth: Worth) {
  return ({ plans }: EngagementLine) => plans.flatMap((plan) => worth(plan) ?? []).toSorted((a, b) => a - b)[0];
}

function highest(worth: Worth) {
  return ({ plans }: EngagementLine) => plans.flatMap((plan) => worth(plan) ?? []).toSorted((a, b) => b - a)[0];
}

export interface LineGroup {
  readonly key: string;
  readonly lines: readonly EngagementLine[];
}

/** In the order in which the groups first occur, so that whose need is greatest stays on top. */
export function grouped(lines: readonly EngagementLine[], by: Grouping): readonly LineGroup[] {
  const keyOf = (line: EngagementLine) =>
    ({ client: line.clientName ?? '', state: line.state, health: line.health.colour })[by];
  return [...Map.groupBy(lines, keyOf)].map(([key, own]) => ({ key, lines: own }));
}

/** What all plans of one currency come to; only those that have a budget and an estimate can be added up. */
export interface Total {
  readonly currency: string;
  readonly bac: number;
  readonly eac: number;
  readonly parts: readonly { readonly line: EngagementLine; readonly plan: PlanLine }[];
  /** Plans that are left out, having no estimate. */
  readonly without: number;
}

export function totalsOf(lines: readonly EngagementLine[]): readonly Total[] {
  const all = lines.flatMap((line) => line.plans.map((plan) => ({ line, plan })));
  return [...Map.groupBy(all, ({ plan }) => plan.currency)]
    .map(([currency, some]) => {
      const parts = some.filter(({ plan }) => plan.bac !== undefined && plan.eac !== undefined);
      const sum = (of: (plan: PlanLine) => number | undefined) =>
        parts.reduce((total, { plan }) => total + (of(plan) ?? 0), 0);
      return {
        currency,
        bac: sum(({ bac }) => bac),
        eac: sum(({ eac }) => eac),
        parts,
        without: some.length - parts.length,
      };
    })
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => a.currency.localeCompare(b.currency));
}
