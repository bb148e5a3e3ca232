import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EngagementLine, PlanLine } from '../api/views.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import type { Tab } from '../engagement/tab.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import { daysBetween } from '../figures/days.ts';
import { type Figure, formatRatio, formatSignedShare } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import type { Trends } from './trends.ts';

/** The engagement, as a link; the table's keys move over these. */
export function EngagementName({ line }: { readonly line: EngagementLine }) {
  const { engagementId, title, code, clientName = '', state } = line;
  return (
    <>
      <Anchor
        fw={600}
        size="sm"
        data-row-link
        renderRoot={(props) => (
          <Link to="/engagements/$engagement" params={{ engagement: engagementId }} search={onward} {...props} />
        )}
      >
        {title}
      </Anchor>
      <Text size="xs" c="dimmed">
        {code}, {clientName} · {tCode('state', state)}
      </Text>
    </>
  );
}

const figureOf = (id: string, unit: Figure['unit'], part: Partial<Figure>): Figure => ({
  id,
  title: id,
  formulaVersion: 1,
  unit,
  ...part,
});

type Tone = 'red' | 'amber' | undefined;

/** The colour that health gives a figure: by what was agreed, not by what is usual. */
function toneOf({ health }: EngagementLine, figure: string, plan: string): Tone {
  const reason = health.reasons.find((each) => each.figure === figure && each.planId === plan);
  return reason?.colour === 'red' || reason?.colour === 'amber' ? reason.colour : undefined;
}

interface PlanCellProps {
  readonly plan: PlanLine;
}

interface IndexCellProps extends PlanCellProps, CountsProps {
  readonly id: 'CPI' | 'SPI_T';
}

export function IndexCell({ line, plan, id }: IndexCellProps) {
  const value = id === 'CPI' ? plan.cpi : plan.spiT;
  if (value === undefined) return t('page.none');
  const tone = toneOf(line, id, plan.planId);
  return (
    <span className={tone && `tone-${tone}`}>
      <FigureButton figure={figureOf(id, 'ratio', { value })} plan={plan.planId} />
    </span>
  );
}

/** The estimate, and how far it lies off the budget. */
export function EstimateCell({ plan: { eac, bac, currency, planId } }: PlanCellProps) {
  if (eac === undefined) return t('page.none');
  const over = bac ? eac / bac - 1 : undefined;
  return (
    <>
      <FigureButton figure={figureOf('EAC_CPI', 'money', { amount: eac, currency })} plan={planId} />
      {over !== undefined && (
        <Text size="xs" c="dimmed">
          {t('portfolio.ofBudget', { share: formatSignedShare(over) })}
        </Text>
      )}
    </>
  );
}

/** When the schedule ends, and how far that lies off the baseline. */
export function FinishCell({ plan: { forecastFinish, baselineFinish, planId } }: PlanCellProps) {
  if (forecastFinish === undefined) return t('page.none');
  const days = daysBetween(baselineFinish, forecastFinish);
  return (
    <>
      <FigureButton figure={figureOf('FORECAST_FINISH', 'instant', { at: forecastFinish })} plan={planId} />
      {days !== undefined && (
        <Text size="xs" c="dimmed">
          {days === 0
            ? t('portfolio.onBaseline')
            : t('portfolio.offBaseline', { days: `${days > 0 ? '+' : '−'}${Math.abs(days)}` })}
        </Text>
      )}
    </>
  );
}

/** How fresh the figures are. */
export function DataDateCell({ plan, asOf }: PlanCellProps & { readonly asOf: string }) {
  const { dataDate, evaluatedAt = dataDate, planId } = plan;
  if (dataDate === undefined || evaluatedAt === undefined) return t('page.none');
  const age = daysBetween(evaluatedAt, asOf) ?? 0;
  return (
    <>
      <FigureButton
        figure={figureOf('AT', 'instant', { at: evaluatedAt })}
        title={t('portfolio.dataDate')}
        plan={planId}
      />
      <Text size="xs" c="dimmed">
        {t('portfolio.daysAgo', { count: Math.max(age, 0) })}
      </Text>
    </>
  );
}

/** SPI(t) over the last data dates. */
export function TrendCell({ line, plan, trends }: PlanCellProps & CountsProps & { readonly trends: Trends }) {
  const values = (trends.get(plan.planId) ?? []).map(({ spiT }) => (spiT === undefined ? undefined : Number(spiT)));
  const known = values.flatMap((value) => value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2)
    return <span className="dimmed">{t('page.none')}</span>;
  const label = t('portfolio.trendLabel', { from: formatRatio(first), to: formatRatio(last), count: known.length });
  return <Sparkline values={values} level={1} label={label} tone={toneOf(line, 'SPI_T', plan.planId) ?? 'green'} />;
}

interface CountsProps {
  readonly line: EngagementLine;
}

/** A count leads to what it counts. */
function CountLink({
  line,
  tab,
  text,
  isGrave = false,
}: CountsProps & { readonly tab: Tab; readonly text: string; readonly isGrave?: boolean }) {
  return (
    <Anchor
      size="sm"
      className={isGrave ? 'tone-red' : undefined}
      fw={isGrave ? 600 : undefined}
      renderRoot={(props) => (
        <Link
          to="/engagements/$engagement"
          params={{ engagement: line.engagementId }}
          search={(search) => ({ ...onward(search), tab })}
          {...props}
        />
      )}
    >
      {text}
    </Anchor>
  );
}

/** Open issues and risks, breached clocks first. */
export function OpenCell({ line }: CountsProps) {
  const { issues, risks } = line;
  const { breachedClocks, severity1, severity2, severity3, severity4 } = issues;
  const count = severity1 + severity2 + severity3 + severity4;
  return (
    <span className="counts">
      {breachedClocks > 0 && (
        <CountLink line={line} tab="issues" text={t('portfolio.breaches', { count: breachedClocks })} isGrave />
      )}
      {count > 0 && <CountLink line={line} tab="issues" text={t('portfolio.openIssues', { count })} />}
      {risks.open > 0 && <CountLink line={line} tab="risks" text={t('portfolio.openRisks', { count: risks.open })} />}
      {breachedClocks + count + risks.open === 0 && t('page.none')}
    </span>
  );
}

export function DecisionsCell({ line }: CountsProps) {
  const { open, overdue } = line.decisions;
  if (open === 0) return t('page.none');
  return (
    <span className="counts">
      <CountLink line={line} tab="decisions" text={t('portfolio.openDecisions', { count: open })} />
      {overdue > 0 && (
        <CountLink line={line} tab="decisions" text={t('portfolio.overdue', { count: overdue })} isGrave />
      )}
    </span>
  );
}
