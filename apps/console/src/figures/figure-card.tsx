import { Paper, Text } from '@mantine/core';
import { FigureButton } from '../explain/figure-button.tsx';
import { type Figure, isDefined, reasonOf } from './figure.ts';

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
}

/** A key figure with its meaning in words; a press explains it. */
export function FigureCard({ figure, plan, label, note, tone, isFaint = false }: FigureCardProps) {
  return (
    <Paper withBorder p="sm">
      <Text size="xs" fw={600} c="dimmed" title={figure.title}>
        {label}
      </Text>
      <Text
        fz={{ base: 20, xl: 26 }}
        fw={700}
        lh={1.3}
        c={isFaint ? 'dimmed' : undefined}
        className={tone && `tone-${tone}`}
      >
        <FigureButton figure={figure} plan={plan} />
      </Text>
      <Text size="xs" c="dimmed">
        {isDefined(figure) ? note : reasonOf(figure)}
      </Text>
    </Paper>
  );
}
