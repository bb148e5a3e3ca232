import '../actions/records.css';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { withOpened } from '../actions/opened.ts';
import { formatDay } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { type Person, personText } from '../session/people.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t, tCode } from '../texts/t.ts';
import { type Rated, type RiskLine, type RiskPolicy, toneOf } from './risk.ts';

interface RiskTableProps {
  readonly risks: readonly RiskLine[];
  readonly rated: Rated;
  readonly policy: RiskPolicy | undefined;
  readonly people: readonly Person[];
}

/** The register: a line per risk, each a link that opens it. */
export function RiskTable({ risks, rated, policy, people }: RiskTableProps) {
  const columns: readonly Column<RiskLine>[] = [
    { key: 'risk', header: t('risks.risk'), isName: true, minWidth: 200, cell: (risk) => <RiskName risk={risk} /> },
    {
      key: 'score',
      header: t('risks.score'),
      isNumber: true,
      cell: (risk) => <Score rating={risk[rated]} policy={policy} />,
    },
    {
      key: 'response',
      header: t('risks.response'),
      minWidth: 140,
      cell: ({ response }) =>
        response ? (
          <Text size="sm" lineClamp={2}>
            {tCode('strategy', response.strategy)}: {response.plan}
          </Text>
        ) : (
          <span className="tone-amber">{t('risks.noResponse')}</span>
        ),
    },
    {
      key: 'owner',
      header: t('risks.owner'),
      minWidth: 110,
      cell: ({ owner }) => (owner ? personText(owner, people) : t('page.none')),
    },
    {
      key: 'review',
      header: t('risks.review'),
      isNumber: true,
      cell: ({ nextReview, reviewOverdue }) => (
        <>
          {nextReview ? formatDay(nextReview) : t('page.none')}
          {reviewOverdue && (
            <Text size="xs" className="tone-red">
              {t('risks.overdue')}
            </Text>
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={t('risks.caption')} columns={columns} rows={risks} rowKey={({ riskId }) => riskId} />;
}

function RiskName({ risk }: { readonly risk: RiskLine }) {
  const { riskId, title, category } = risk;
  return (
    <>
      <Link to="." search={withOpened({ risk: riskId })} resetScroll={false} className="row-link">
        {title}
      </Link>
      <Text size="xs" c="dimmed">
        {tCode('category', category)}
        <State risk={risk} />
      </Text>
    </>
  );
}

interface ScoreProps {
  readonly rating: RiskLine['current'];
  readonly policy: RiskPolicy | undefined;
}

/** A score in the colour of its cell; above the appetite it says so in words, too. */
export function Score({ rating, policy }: ScoreProps) {
  if (!rating) return <>{t('page.none')}</>;
  const label = rating.aboveAppetite ? `${rating.score}, ${t('risks.aboveAppetite')}` : undefined;
  return (
    <span className={`risk-score risk-${toneOf(rating.score, policy)}`} title={label}>
      {rating.score}
      {rating.aboveAppetite && <span className="only-read">, {t('risks.aboveAppetite')}</span>}
    </span>
  );
}

/** Where it stands in its life, unless it is simply open. */
function State({ risk }: { readonly risk: RiskLine }) {
  const zone = useZone();
  const { state, acceptedUntil, acceptanceExpired } = risk;
  if (acceptanceExpired) return <span className="tone-red">, {t('risks.acceptanceExpired')}</span>;
  if (state === 'open') return null;
  return (
    <>
      , {tCode('risks', state)}
      {state === 'accepted' && acceptedUntil && <> {t('risks.until', { until: formatDay(acceptedUntil, { zone }) })}</>}
    </>
  );
}
