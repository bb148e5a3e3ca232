import { Badge, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { usePages, useReading } from '../api/readings.ts';
import type { Contribution, Explanation, Fact } from '../api/views.ts';
import { formatMoment } from '../figures/figure.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t, tCode } from '../texts/t.ts';
import { whatFactSays } from './fact-text.ts';
import { whoIs } from '../figures/actor.ts';

interface FactsProps {
  readonly figure: string;
  readonly explanation: Explanation;
}

/** The facts at the bottom, each with the event that said it: who, when, for when, and why. */
export function Facts({ figure, explanation: { planId, groups, currency } }: FactsProps) {
  const [activity, setActivity] = useState('');
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
            onChange={({ currentTarget }) => setActivity(currentTarget.value)}
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

interface FactCardProps {
  readonly fact: Fact;
  readonly activity: string | undefined;
  readonly currency: string;
}

function FactCard({ fact, activity, currency }: FactCardProps) {
  const { kind, event, type, source, position, effective, recorded, actor, reason, corrects } = fact;
  return (
    <Paper withBorder p="xs" component="article">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge variant="default" radius="sm">
            {tCode('fact', kind)}
          </Badge>
          <Text size="sm">{activity}</Text>
        </Group>
        <Text size="sm" fw={600}>
          {whatFactSays(fact, currency)}
        </Text>
      </Group>
      <Text size="xs" mt={4}>
        {t('why.true', { at: formatMoment(effective) })}, {t('why.recorded', { at: formatMoment(recorded) })}
        {actor && `, ${t('why.by', { actor: whoIs(actor) })}`}
      </Text>
      {reason && (
        <Text size="sm" fs="italic">
          {reason}
        </Text>
      )}
      <Text size="xs" c="dimmed" className="event-id">
        {t('why.event')} {event} · {type} · {source}:{position}
        {corrects && ` · ${t('history.corrects', { event: corrects })}`}
      </Text>
    </Paper>
  );
}
