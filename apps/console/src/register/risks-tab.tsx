import { Badge, Text } from '@mantine/core';
import { usePages } from '../api/readings.ts';
import type { Page, Rating, Risk } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t, tCode } from '../texts/t.ts';

/** The risk register. */
export function RisksTab({ engagement }: { readonly engagement: string }) {
  const register = usePages<Page<Risk>>('register', { engagement, limit: '200' });
  return (
    <ReadingBody reading={{ ...register, data: register.data?.pages }}>
      {(pages) => {
        const risks = pages.flatMap(({ items }) => items);
        if (risks.length === 0) return <Empty title={t('risks.empty')}>{t('risks.emptyHelp')}</Empty>;
        return (
          <>
            <DataTable caption={t('risks.caption')} columns={columns} rows={risks} rowKey={({ riskId }) => riskId} />
            <MoreButton pages={register} />
          </>
        );
      }}
    </ReadingBody>
  );
}

const ratingOf = ({ current, inherent }: Risk): Rating | undefined => current ?? inherent;

const columns: readonly Column<Risk>[] = [
  {
    key: 'risk',
    header: t('risks.risk'),
    isName: true,
    minWidth: 280,
    cell: ({ title, cause, event, effect }) => (
      <>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {[cause, event, effect].filter(Boolean).join(' → ')}
        </Text>
      </>
    ),
  },
  {
    key: 'score',
    header: t('risks.score'),
    isNumber: true,
    cell: (risk) => {
      const rating = ratingOf(risk);
      if (!rating) return t('page.none');
      return (
        <Badge variant="outline" radius="sm" className={rating.aboveAppetite ? 'colour-red' : 'colour-green'}>
          {rating.score}
        </Badge>
      );
    },
  },
  {
    key: 'rating',
    header: t('risks.rating'),
    minWidth: 130,
    cell: (risk) => {
      const rating = ratingOf(risk);
      if (!rating) return t('page.none');
      const { likelihood, impact, aboveAppetite } = rating;
      return (
        <Text size="sm">
          {likelihood} × {impact}
          {aboveAppetite && <span className="tone-red">, {t('risks.aboveAppetite')}</span>}
        </Text>
      );
    },
  },
  { key: 'state', header: t('risks.state'), cell: ({ state }) => tCode('risks', state) },
  {
    key: 'response',
    header: t('risks.response'),
    minWidth: 180,
    cell: ({ response }) =>
      response ? `${tCode('strategy', response.strategy)}: ${response.plan}` : t('risks.noResponse'),
  },
  {
    key: 'review',
    header: t('risks.review'),
    isNumber: true,
    cell: ({ nextReview, reviewOverdue }) => (
      <>
        {nextReview ?? t('page.none')}
        {reviewOverdue && <span className="tone-amber"> {t('risks.overdue')}</span>}
      </>
    ),
  },
];
