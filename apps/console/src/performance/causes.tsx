import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { FactCard } from '../explain/fact-card.tsx';
import { formatMoment, formatSignedMoney } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { personText, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { byShare } from './comparison.ts';
import type { RestatedActivity, Restatement } from './views.ts';

const FIRST = 6;

/** The events that made the difference, activity by activity; they add up to it. */
export function Causes({ restatement }: { readonly restatement: Restatement }) {
  const { items, decisions, currency, engagementId } = restatement;
  const [isWhole, setWhole] = useState(false);
  const { data: people } = usePeople(engagementId);
  const zone = useZone();
  const all = byShare(items);
  return (
    <section aria-label={t('performance.causes')}>
      <Title order={3} size="h6" mb={6}>
        {t('performance.causes')}
      </Title>
      {all.length === 0 && decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('performance.noCauses')}
        </Text>
      )}
      <Stack gap={6}>
        {decisions.map(({ event, outcome, recorded, by }) => (
          <Text key={event} size="sm">
            {t('performance.baselineDecision', { outcome: tCode('approval', outcome) })},{' '}
            {formatMoment(recorded, { zone })}, {personText(by, people)}
          </Text>
        ))}
        {(isWhole ? all : all.slice(0, FIRST)).map((item) => (
          <ActivityCauses key={item.activityId} item={item} currency={currency} engagement={engagementId} />
        ))}
      </Stack>
      {!isWhole && all.length > FIRST && (
        <Button mt="xs" variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('why.groupsAll', { count: all.length })}
        </Button>
      )}
    </section>
  );
}

interface ActivityCausesProps {
  readonly item: RestatedActivity;
  readonly currency: string;
  readonly engagement: string;
}

function ActivityCauses({ item: { code, name, pv, ev, ac, causes }, currency, engagement }: ActivityCausesProps) {
  const shares = (
    [
      ['PV', pv],
      ['EV', ev],
      ['AC', ac],
    ] as const
  ).filter(([, amount]) => amount !== 0);
  return (
    <details className="causes">
      <summary>
        {[code, name].filter(Boolean).join(' ')}{' '}
        <Text span size="sm" c="dimmed">
          {shares.map(([id, amount]) => `${id} ${formatSignedMoney(amount, currency)}`).join(' · ')} ·{' '}
          {t('why.factCount', { count: causes.length })}
        </Text>
      </summary>
      <Stack gap="xs">
        {causes.map(({ cause, fact }) => (
          <Group
            key={`${fact.event} ${fact.kind} ${fact.amount ?? ''} ${cause}`}
            gap="xs"
            wrap="nowrap"
            align="flex-start"
          >
            <FactCard
              fact={fact}
              activity={cause === 'replaced' ? t('performance.replaced') : undefined}
              currency={currency}
              engagement={engagement}
            />
          </Group>
        ))}
      </Stack>
    </details>
  );
}
