import { Badge, Group, Paper, Text } from '@mantine/core';
import type { Fact } from '../api/views.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { personText, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { whatFactSays } from './fact-text.ts';

interface FactCardProps {
  readonly fact: Fact;
  readonly activity: string | undefined;
  readonly currency: string;
  readonly engagement: string;
}

/** A fact with the event that said it: who, when, for when, and why. */
export function FactCard({ fact, activity, currency, engagement }: FactCardProps) {
  const { kind, event, type, source, position, effective, recorded, actor, reason, corrects } = fact;
  const { data: people } = usePeople(engagement);
  const zone = useZone();
  return (
    <Paper withBorder p="xs" component="article" w="100%">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge variant="default" radius="sm">
            {tCode('fact', kind)}
          </Badge>
          <Text size="sm">{activity}</Text>
        </Group>
        <Text size="sm" fw={600}>
          {whatFactSays(fact, currency, { zone })}
        </Text>
      </Group>
      <Text size="xs" mt={4}>
        {t('why.true', { at: formatMoment(effective, { zone }) })},{' '}
        {t('why.recorded', { at: formatMoment(recorded, { zone }) })}
        {actor && `, ${t('why.by', { actor: personText(actor, people) })}`}
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
