import type { Approval } from '../api/views.ts';
import { formatDay, formatMoney, formatSignedMoney, type Writing } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

type Impact = Approval['impact'];

/** A decision as the inbox tells it. */
export interface ApprovalLine extends Approval {
  readonly subject: string;
  readonly planId?: string;
  readonly ageMinutes: number;
  readonly delegatedTo?: string;
  readonly reason?: string;
  readonly engagementCode?: string;
  readonly engagementTitle?: string;
  readonly clientName?: string;
  readonly planTitle?: string;
  /** The baseline that rules without a yes; absent for a first one. */
  readonly before?: Impact;
}

export interface ImpactRow {
  readonly key: 'budget' | 'start' | 'finish' | 'activities';
  readonly before?: string;
  readonly after: string;
  /** In words; absent where there is nothing to compare with. */
  readonly change?: string;
  /** More money, later: what a sponsor looks at first. */
  readonly isMore: boolean;
}

const DAY_MS = 86_400_000;

/** What a yes changes against the baseline that rules now, row by row. */
export function impactRows(
  { impact, before }: Pick<ApprovalLine, 'impact' | 'before'>,
  writing: Writing,
): readonly ImpactRow[] {
  const sameCurrency = before?.currency === impact.currency;
  const money = ({ bac, currency }: Impact) => formatMoney(bac, currency, writing.locale);
  const more = impact.bac - (before?.bac ?? impact.bac);
  return [
    {
      key: 'budget',
      ...(before && { before: money(before) }),
      after: money(impact),
      ...(before &&
        sameCurrency && {
          change: more === 0 ? t('decisions.same') : formatSignedMoney(more, impact.currency, writing.locale),
        }),
      isMore: more > 0,
    },
    dayRow('start', before, impact, writing),
    dayRow('finish', before, impact, writing),
    countRow(before, impact, writing),
  ];
}

function dayRow(key: 'start' | 'finish', before: Impact | undefined, after: Impact, writing: Writing): ImpactRow {
  const [was, is] = [before?.[key], after[key]];
  const days = was && is ? Math.round((Date.parse(is) - Date.parse(was)) / DAY_MS) : undefined;
  return {
    key,
    ...(was && { before: formatDay(was, writing) }),
    after: is ? formatDay(is, writing) : t('page.none'),
    ...(days !== undefined && { change: daysText(days) }),
    isMore: days !== undefined && days > 0,
  };
}

function countRow(before: Impact | undefined, after: Impact, { locale }: Writing): ImpactRow {
  const number = new Intl.NumberFormat(locale, { signDisplay: 'auto' });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const more = before ? after.activities - before.activities : undefined;
  return {
    key: 'activities',
    ...(before && { before: number.format(before.activities) }),
    after: number.format(after.activities),
    ...(more !== undefined && { change: more === 0 ? t('decisions.same') : signed.format(more) }),
    isMore: false,
  };
}

function daysText(days: number): string {
  if (days === 0) return t('decisions.same');
  return t('decisions.days', { count: Math.abs(days), sign: days > 0 ? '+' : '−' });
}
