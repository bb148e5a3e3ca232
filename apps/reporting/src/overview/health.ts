import { compare, type Id, type Ratio, toDecimal } from '@bw/kernel';
import { decimal } from '../kpi/kpi.judgement.ts';
import type {
  Colour,
  DecisionCounts,
  Family,
  HealthView,
  IssueCounts,
  ReasonView,
  RiskCounts,
} from './overview.views.ts';

/** Where an index is good, and below which it is bad. */
export interface Bounds {
  readonly target: string;
  readonly threshold: string;
}

/** Where nothing was agreed. */
export const USUAL_BOUNDS: Bounds = { target: '0.95', threshold: '0.90' };

/** An index now and one data date earlier; undefined where it has no value there. */
export interface JudgedIndex {
  readonly family: Extract<Family, 'schedule' | 'cost'>;
  readonly figure: 'SPI_T' | 'CPI';
  readonly planId: Id;
  readonly now?: Ratio;
  readonly before?: Ratio;
  readonly bounds: Bounds;
}

export interface Signs {
  readonly indices: readonly JudgedIndex[];
  readonly issues: IssueCounts;
  readonly risks: RiskCounts;
  readonly decisions: DecisionCounts;
}

const GRAVITY: Readonly<Record<Colour, number>> = { unknown: 0, green: 1, amber: 2, red: 3 };

/** The worst of the families, with a reason for each. Without a single judged sign nobody knows. */
export function healthOf({ indices, issues, risks, decisions }: Signs): HealthView {
  const reasons = [
    ...indices.flatMap(judgeIndex),
    ...judgeIssues(issues),
    ...judgeRisks(risks),
    ...judgeDecisions(decisions),
  ].toSorted((a, b) => GRAVITY[b.colour] - GRAVITY[a.colour]);
  return { colour: reasons[0]?.colour ?? 'unknown', reasons };
}

/** Worse at once, better only with the second good data date: the worse of the last two. */
function judgeIndex({ family, figure, planId, now, before, bounds }: JudgedIndex): readonly ReasonView[] {
  if (!now) return [];
  const colour = worse(colourOf(now, bounds), before ? colourOf(before, bounds) : 'unknown');
  const isRecovering = colour !== colourOf(now, bounds);
  const name = figure === 'SPI_T' ? 'SPI(t)' : 'CPI';
  const threshold = colour === 'red' ? bounds.threshold : bounds.target;
  const text = isRecovering
    ? `${name} ${short(now)} is good again, but for one data date only`
    : `${name} ${short(now)} is ${colour === 'green' ? 'at or above' : 'below'} ${threshold}`;
  const code = isRecovering
    ? 'RECOVERING'
    : { green: 'ON_TARGET', amber: 'BELOW_TARGET', red: 'BELOW_THRESHOLD', unknown: 'UNKNOWN' }[colour];
  return [{ family, colour, code, text, figure, planId, value: toDecimal(now), threshold }];
}

function judgeIssues({ severity1, severity2, breachedClocks }: IssueCounts): readonly ReasonView[] {
  if (severity1 > 0) return [counted('issues', 'red', 'SEVERITY_1_OPEN', severity1, 'open issue of severity 1')];
  if (breachedClocks > 0) return [counted('issues', 'red', 'CLOCK_BREACHED', breachedClocks, 'clock over its target')];
  if (severity2 > 0) return [counted('issues', 'amber', 'SEVERITY_2_OPEN', severity2, 'open issue of severity 2')];
  return [];
}

function judgeRisks({ aboveAppetite }: RiskCounts): readonly ReasonView[] {
  return aboveAppetite > 0
    ? [counted('risks', 'amber', 'ABOVE_APPETITE', aboveAppetite, 'risk above the appetite')]
    : [];
}

function judgeDecisions({ overdue }: DecisionCounts): readonly ReasonView[] {
  return overdue > 0 ? [counted('decisions', 'amber', 'DECISION_OVERDUE', overdue, 'decision overdue')] : [];
}

function counted(family: Family, colour: Colour, code: string, count: number, what: string): ReasonView {
  const [first = '', ...rest] = what.split(' ');
  const plural = count === 1 ? what : pluralOf(first, rest);
  return { family, colour, code, count, text: `${count} ${plural}` };
}

/** `open issue of severity 1` becomes `open issues of severity 1`: the noun is the first of these words. */
function pluralOf(first: string, rest: readonly string[]): string {
  const nouns = ['issue', 'clock', 'risk', 'decision'];
  return [first, ...rest].map((word) => (nouns.includes(word) ? `${word}s` : word)).join(' ');
}

function colourOf(value: Ratio, { target, threshold }: Bounds): Colour {
  if (compare(value, decimal(target)) >= 0) return 'green';
  return compare(value, decimal(threshold)) >= 0 ? 'amber' : 'red';
}

const worse = (a: Colour, b: Colour): Colour => (GRAVITY[a] >= GRAVITY[b] ? a : b);

const short = (value: Ratio): string => toDecimal(value, 2);
