import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { Contribution, Explanation } from '../api/views.ts';
import { formatMoney } from '../figures/figure.ts';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';

const FIRST = 8;

/** What each activity adds to a sum, the largest first. */
export function Contributions({ explanation: { groups, currency } }: { readonly explanation: Explanation }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <section aria-label={t('why.groups')}>
      <Title order={4} size="h5" mb={4}>
        {t('why.groups')}
      </Title>
      <DataTable
        caption={t('why.groups')}
        rows={isWhole ? groups : groups.slice(0, FIRST)}
        rowKey={({ activityId }: Contribution) => activityId}
        columns={[
          {
            key: 'activity',
            header: t('why.activity'),
            isName: true,
            cell: ({ code, name }) => [code, name].filter(Boolean).join(' '),
          },
          { key: 'adds', header: t('why.adds'), isNumber: true, cell: ({ amount }) => formatMoney(amount, currency) },
          {
            key: 'facts',
            header: t('why.facts'),
            isNumber: true,
            cell: ({ facts }) => t('why.factCount', { count: facts }),
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
