import { Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { usePages, useReading } from '../api/readings.ts';
import type { Contribution, Explanation } from '../api/views.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { FactCard } from './fact-card.tsx';
import { useAskWhy } from './figure-button.tsx';

interface FactsProps {
  readonly figure: string;
  readonly explanation: Explanation;
  /** Only what was said of this activity; it stands in the address. */
  readonly activity: string;
}

/** The facts at the bottom, each with the event that said it. */
export function Facts({ figure, explanation: { planId, groups, currency, engagementId }, activity }: FactsProps) {
  const ask = useAskWhy();
  const query = { figure, plan: planId, limit: '50' };
  const facts = usePages<Explanation>('explain', activity ? { ...query, activity } : query);
  const names = useNames(planId, groups);
  return (
    <section aria-label={t('why.facts')}>
      <Group justify="space-between" mb="xs">
        <Title order={4} size="h5">
          {t('why.facts')}
        </Title>
        {names.size > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('why.activity')}
            value={activity}
            onChange={({ currentTarget }) => ask(figure, planId, currentTarget.value)}
            data={[
              { value: '', label: t('why.allActivities') },
              ...[...names].map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </Group>
      <ReadingBody reading={{ ...facts, data: facts.data?.pages }}>
        {(pages) => {
          const all = pages.flatMap((page) => page.facts);
          if (all.length === 0) return <Text c="dimmed">{t('why.noFacts')}</Text>;
          return (
            <Stack gap="xs">
              {all.map((fact) => (
                <FactCard
                  key={`${fact.kind} ${fact.event} ${fact.activityId ?? ''}`}
                  fact={fact}
                  activity={names.get(fact.activityId ?? '')}
                  currency={currency}
                  engagement={engagementId}
                />
              ))}
            </Stack>
          );
        }}
      </ReadingBody>
      <MoreButton pages={facts} />
    </section>
  );
}

/** Activities by id. Only sums have groups of their own; what every activity is called, the budget knows. */
function useNames(plan: string, groups: readonly Contribution[]): ReadonlyMap<string, string> {
  const budget = useReading<Explanation>('explain', { figure: 'BAC', plan, limit: '1' }, groups.length === 0);
  const known = groups.length > 0 ? groups : (budget.data?.groups ?? []);
  return new Map(known.map(({ activityId, code, name }) => [activityId, [code, name].filter(Boolean).join(' ')]));
}
