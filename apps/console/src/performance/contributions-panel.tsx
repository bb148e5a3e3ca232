import { Button } from '@mantine/core';
import { useState } from 'react';
import { useReading } from '../api/readings.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import { formatSignedMoney } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { byTrouble } from './by-trouble.ts';
import type { ActivityContribution, Contributions } from './views.ts';

const FIRST = 10;

/** Who adds what, those first that cost or lag most. The columns sum up to the figures of the plan. */
export function ContributionsPanel({ plan }: { readonly plan: string }) {
  const [isWhole, setWhole] = useState(false);
  const reading = useReading<Contributions>('evm/contributions', { plan });
  return (
    <Panel title={t('performance.contributions')}>
      <ReadingBody reading={reading} height={360}>
        {(data) => {
          const all = byTrouble(data.contributions);
          const sum: ActivityContribution = {
            ...data,
            activityId: '',
            name: t('performance.sum', { count: all.length }),
          };
          return (
            <>
              <DataTable
                caption={t('performance.contributions')}
                rows={[sum, ...(isWhole ? all : all.slice(0, FIRST))]}
                rowKey={({ activityId }) => activityId}
                columns={columnsOf(plan, data.currency)}
              />
              {!isWhole && all.length > FIRST && (
                <Button mt="xs" variant="default" size="compact-sm" onClick={() => setWhole(true)}>
                  {t('why.groupsAll', { count: all.length })}
                </Button>
              )}
            </>
          );
        }}
      </ReadingBody>
    </Panel>
  );
}

const SUMS = [
  ['BAC', 'bac'],
  ['PV', 'pv'],
  ['EV', 'ev'],
  ['AC', 'ac'],
] as const;

function columnsOf(plan: string, currency: string): readonly Column<ActivityContribution>[] {
  const variance = (key: string, header: string, of: (line: ActivityContribution) => number) => ({
    key,
    header,
    isNumber: true,
    cell: (line: ActivityContribution) => {
      const amount = of(line);
      return <span className={amount < 0 ? 'tone-red' : undefined}>{formatSignedMoney(amount, currency)}</span>;
    },
  });
  return [
    {
      key: 'activity',
      header: t('why.activity'),
      isName: true,
      minWidth: 180,
      cell: ({ code, name, activityId }) =>
        activityId === '' ? <strong>{name}</strong> : [code, name].filter(Boolean).join(' '),
    },
    ...SUMS.map(([id, key]) => ({
      key,
      header: id,
      isNumber: true,
      cell: (line: ActivityContribution) => (
        <FigureButton
          figure={{ id, title: id, formulaVersion: 1, unit: 'money', amount: line[key], currency }}
          plan={plan}
          {...(line.activityId !== '' && { activity: line.activityId })}
        />
      ),
    })),
    variance('sv', 'SV', ({ ev, pv }) => ev - pv),
    variance('cv', 'CV', ({ ev, ac }) => ev - ac),
  ];
}
