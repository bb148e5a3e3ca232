import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { Panel } from '../frame/panel.tsx';
import { t, tCode } from '../texts/t.ts';
import { type ParkedEvent, useParked } from './readings.ts';
import { SkipDialog } from './skip-dialog.tsx';
import { SERVICES, type Service } from './standing.ts';
import { useRetry } from './use-retry.ts';

/** Events that a service could not apply: held back with all later ones of their key, until somebody decides. */
export function ParkedEvents() {
  return (
    <Panel title={t('system.parked')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('system.parkedAbout')}
      </Text>
      {SERVICES.map((service) => (
        <ParkedOf key={service} service={service} />
      ))}
    </Panel>
  );
}

function ParkedOf({ service }: { readonly service: Service }) {
  const { data } = useParked(service);
  if (!data) return null;
  if (data.length === 0) return <Text size="sm">{t('system.noneParked', { service: tCode('service', service) })}</Text>;
  // Those behind wait for the first of their key: deciding that one frees them.
  const first = data.filter(({ behind }) => !behind);
  return (
    <Empty title={t('system.parkedIn', { service: tCode('service', service), count: data.length })}>
      {first.map((event) => (
        <ParkedLine key={event.id} service={service} event={event} waiting={waitingBehind(event, data)} />
      ))}
    </Empty>
  );
}

const waitingBehind = ({ source, key }: ParkedEvent, all: readonly ParkedEvent[]): number =>
  all.filter((each) => each.behind && each.source === source && each.key === key).length;

interface ParkedLineProps {
  readonly service: Service;
  readonly event: ParkedEvent;
  readonly waiting: number;
}

function ParkedLine({ service, event, waiting }: ParkedLineProps) {
  const [isSkipping, setSkipping] = useState(false);
  const retry = useRetry(service, event);
  return (
    <Group justify="space-between" align="flex-start" my="sm">
      <div>
        <Text size="sm" fw={600}>
          {event.type}
        </Text>
        <Text size="sm">{event.reason}</Text>
        <Text size="xs" c="dimmed">
          {t('system.parkedSince', { at: formatMoment(event.firstAt), attempts: event.attempts, count: waiting })}
        </Text>
      </div>
      <Group gap="xs">
        <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('system.retry')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setSkipping(true)}>
          {t('system.skip')}
        </Button>
      </Group>
      {isSkipping && <SkipDialog service={service} event={event} onClose={() => setSkipping(false)} />}
    </Group>
  );
}
