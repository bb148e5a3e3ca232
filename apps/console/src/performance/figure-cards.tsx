import { SimpleGrid, Text } from '@mantine/core';
import type { Series } from '../api/views.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { FigureButton } from '../explain/figure-button.tsx';
import { type Figure, formatRatio, titleOf } from '../figures/figure.ts';
import { FigureCard } from '../figures/figure-card.tsx';
import { t } from '../texts/t.ts';
import { type Card, cardsOf } from './cards.ts';
import { trendOf } from './trend.ts';

interface FiguresProps {
  readonly figures: readonly Figure[];
  readonly plan: string;
}

interface FigureCardsProps extends FiguresProps {
  /** From data date to data date; cards show their trend from it. */
  readonly points?: Series['points'] | undefined;
}

/** The figures that people ask for first. */
export function FigureCards({ figures, plan, points = [] }: FigureCardsProps) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, xl: 6 }} spacing="sm">
      {cardsOf(figures).map((card) => (
        <FigureCard key={card.figure.id} plan={plan} {...card} trend={<Trend card={card} points={points} />} />
      ))}
    </SimpleGrid>
  );
}

interface TrendProps {
  readonly card: Card;
  readonly points: Series['points'];
}

function Trend({ card: { figure, label, tone, isFaint }, points }: TrendProps) {
  const values = trendOf(points, figure.id);
  const known = values.flatMap((value) => value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2 || isFaint) return null;
  const text = t('performance.trendLabel', {
    name: label,
    from: formatRatio(first),
    to: formatRatio(last),
    count: known.length,
  });
  return <Sparkline values={values} level={1} label={text} tone={tone} />;
}

export function FigureGrid({ figures, plan }: FiguresProps) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" m={0}>
      {figures.map((figure) => (
        <div key={figure.id} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {titleOf(figure)}
          </Text>
          <Text component="dd" size="sm" fw={600} m={0}>
            <FigureButton figure={figure} plan={plan} />
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
