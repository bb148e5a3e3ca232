import { Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FigureButton } from '../explain/figure-button.tsx';
import { type Figure, isDefined, reasonOf, titleOf } from './figure.ts';

interface FigureCardProps {
  readonly figure: Figure;
  readonly plan: string;
  /** Short name: `CPI`. */
  readonly label: string;
  /** What it means, in words. */
  readonly note?: string;
  readonly tone?: 'green' | 'amber' | 'red';
  /** It says little here. */
  readonly isFaint?: boolean;
  /** How it came to be, in the small. */
  readonly trend?: ReactNode;
}

/** A key figure with its meaning in words; a press explains it. */
export function FigureCard({ figure, plan, label, note, tone, isFaint = false, trend }: FigureCardProps) {
  return (
    <Paper withBorder p="sm">
      <Text size="xs" fw={600} c="dimmed" title={titleOf(figure)}>
        {label}
      </Text>
      <Group gap="xs" justify="space-between" wrap="wrap">
        <Text
          fz={{ base: 20, xl: 24 }}
          fw={700}
          lh={1.4}
          c={isFaint ? 'dimmed' : undefined}
          className={tone && `tone-${tone}`}
        >
          <FigureButton figure={figure} plan={plan} />
        </Text>
        {trend}
      </Group>
      <Text size="xs" c="dimmed">
        {isDefined(figure) ? note : reasonOf(figure)}
      </Text>
    </Paper>
  );
}
