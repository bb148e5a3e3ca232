import { Box, Button, Group, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { t } from '../texts/t.ts';
import { isPast, pointIn, type WantedPoint } from './point.ts';

const route = getRouteApi('/frame');

/** Which point in both times the page shows. Kept in the URL, so that a link shows the same figures to everybody. */
export function PointBar() {
  const point = route.useSearch();
  const navigate = useNavigate();
  const go = (next: WantedPoint) =>
    navigate({
      to: '.',
      search: (search: Record<string, unknown>) => ({ ...withoutPoint(search), ...pointIn({ ...next }) }),
    });

  const past = isPast(point);
  return (
    <Box
      role="region"
      aria-label={t('point.region')}
      mb="md"
      p="xs"
      bd={past ? '2px solid currentColor' : '1px solid var(--mantine-color-default-border)'}
      bdrs="md"
      bg={past ? 'var(--bw-past)' : undefined}
      c={past ? 'var(--bw-past-text)' : undefined}
    >
      <Group gap="md" wrap="wrap">
        <DayField label={t('point.asOf')} value={point.asOf} onChange={(asOf) => void go({ ...point, asOf })} />
        <DayField
          label={t('point.knownAt')}
          value={point.knownAt}
          onChange={(knownAt) => void go({ ...point, knownAt })}
        />
        {past ? (
          <Group gap="xs">
            <Text fw={650} size="sm">
              {sentence(point)}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void go({})}>
              {t('point.toNow')}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t('point.now')}
          </Text>
        )}
      </Group>
    </Box>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <Group gap={6} wrap="nowrap">
      <Text component="label" htmlFor={id} size="sm">
        {label}
      </Text>
      <input
        id={id}
        className="day-field"
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </Group>
  );
}

function sentence({ asOf, knownAt }: WantedPoint): string {
  if (asOf && knownAt) return t('point.both', { asOf, knownAt });
  return asOf ? t('point.past', { asOf }) : t('point.known', { knownAt: knownAt ?? '' });
}

function withoutPoint(search: Record<string, unknown>): Record<string, unknown> {
  const { asOf: _asOf, knownAt: _knownAt, ...rest } = search;
  return rest;
}
