import { Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Waiting } from '../frame/reading-body.tsx';
import { t, tCode } from '../texts/t.ts';
import { useHealth } from './readings.ts';
import { formatWhole } from './whole.ts';
import { type Check, type Health, SERVICES, type Service, type Standing } from './standing.ts';

const CARD_HEIGHT = 170;

interface ServiceCardsProps {
  readonly standings: Readonly<Partial<Record<Service, Standing>>>;
}

/** A card per service: ready or not, its parts with their versions, its log. */
export function ServiceCards({ standings }: ServiceCardsProps) {
  const health = useHealth();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
      {SERVICES.map((service, index) => {
        const { data, error, isPending } = health[index] ?? { data: undefined, error: undefined, isPending: true };
        if (isPending) return <Waiting key={service} height={CARD_HEIGHT} />;
        return (
          <ServiceCard
            key={service}
            service={service}
            health={error ? undefined : data}
            {...(standings[service] && { standing: standings[service] })}
          />
        );
      })}
    </SimpleGrid>
  );
}

interface ServiceCardProps {
  readonly service: Service;
  /** Not there: it does not answer. */
  readonly health: Health | undefined;
  readonly standing?: Standing;
}

function ServiceCard({ service, health, standing }: ServiceCardProps) {
  const title = tCode('service', service);
  const status = health?.status ?? 'silent';
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Badge variant="outline" radius="sm" className={status === 'ready' ? 'colour-green' : 'colour-red'}>
          {tCode('system.status', status)}
        </Badge>
      </Group>
      {health ? (
        health.checks.map((check) => <CheckLine key={check.name} check={check} />)
      ) : (
        <Text size="sm">{t('system.silent')}</Text>
      )}
      {standing && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('system.log', { events: formatWhole(standing.log), count: standing.pending })}
        </Text>
      )}
    </Paper>
  );
}

function CheckLine({ check: { name, ok, detail, problem } }: { readonly check: Check }) {
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text size="sm" fw={600} className={ok ? 'colour-green' : 'colour-red'}>
        {ok ? '✓' : '✕'}
      </Text>
      <Text size="sm">
        {tCode('system.check', name)}
        {ok ? detail && `: ${detail}` : `: ${problem ?? tCode('system.status', 'not-ready')}`}
      </Text>
    </Group>
  );
}
