import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { Contribution, Explanation } from '../api/views.ts';
import { formatMoney } from '../figures/figure.ts';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { useAskWhy } from './figure-button.tsx';

const FIRST = 8;

interface ContributionsProps {
  readonly explanation: Explanation;
  /** The one that is asked about; it stands first. */
  readonly activity: string;
}

/** What each activity adds to a sum, the largest first, and the sum itself. */
export function Contributions({ explanation, activity }: ContributionsProps) {
  const { groups, currency, figure, planId } = explanation;
  const [isWhole, setWhole] = useState(false);
  const ask = useAskWhy();
  const isAsked = ({ activityId }: Contribution) => activityId === activity;
  const ordered = [...groups.filter(isAsked), ...groups.filter((group) => !isAsked(group))];
  const sum: Contribution = {
    activityId: '',
    name: t('why.sum', { count: groups.length }),
    amount: groups.reduce((total, { amount }) => total + amount, 0),
    facts: groups.reduce((total, { facts }) => total + facts, 0),
  };
  return (
    <section aria-label={t('why.groups')}>
      <Title order={4} size="h5" mb={4}>
        {t('why.groups')}
      </Title>
      <DataTable
        caption={t('why.groups')}
        rows={[sum, ...(isWhole ? ordered : ordered.slice(0, FIRST))]}
        rowKey={({ activityId }: Contribution) => activityId}
        columns={[
          {
            key: 'activity',
            header: t('why.activity'),
            isName: true,
            cell: ({ activityId, code, name }) =>
              activityId === '' ? <strong>{name}</strong> : [code, name].filter(Boolean).join(' '),
          },
          { key: 'adds', header: t('why.adds'), isNumber: true, cell: ({ amount }) => formatMoney(amount, currency) },
          {
            key: 'facts',
            header: t('why.facts'),
            isNumber: true,
            cell: ({ activityId, facts }) => (
              <button type="button" className="figure-button" onClick={() => ask(figure.id, planId, activityId)}>
                {t('why.factCount', { count: facts })}
              </button>
            ),
          },
        ]}
      />
      {!isWhole && groups.length > FIRST && (
        <Button mt="xs" variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('why.groupsAll', { count: groups.length })}
        </Button>
      )}
    </section>
  );
}
