import { Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useReading } from '../api/readings.ts';
import type { Explanation } from '../api/views.ts';
import { formatDay, formatFigure } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Waiting } from '../frame/reading-body.tsx';
import { Causes } from '../performance/causes.tsx';
import { changeText } from '../performance/comparison.ts';
import type { Restatement } from '../performance/views.ts';
import { t } from '../texts/t.ts';
import { firstReportDay } from './report-day.ts';

/** The same figure of the same day as it was known earlier: what was learned or set right since. */
export function KnownThen({ explanation }: { readonly explanation: Explanation }) {
  const { evaluatedAt } = explanation;
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState(() => firstReportDay(evaluatedAt, new Date().toISOString()));
  const id = useId();
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Title order={4} size="h5" component="span">
          {t('why.thenAndNow')}
        </Title>
      </summary>
      <Stack gap="sm">
        <Group gap="xs">
          <Text component="label" htmlFor={id} size="sm">
            {t('why.knownOn')}
          </Text>
          <input
            id={id}
            type="date"
            className="day-field"
            value={day}
            onChange={({ target }) => target.value && setDay(target.value)}
          />
        </Group>
        {isOpen && <Difference explanation={explanation} day={day} />}
      </Stack>
    </details>
  );
}

interface DifferenceProps {
  readonly explanation: Explanation;
  readonly day: string;
}

function Difference({ explanation: { figure, planId, evaluatedAt }, day }: DifferenceProps) {
  const at = `${day}T23:59:59.999Z`;
  const reading = useReading<Restatement>('restatements', { plan: planId, fromAsOf: evaluatedAt, fromKnownAt: at });
  const zone = useZone();
  if (reading.isPending) return <Waiting height={120} />;
  const { data } = reading;
  if (!data) return <Text size="sm">{t('why.notKnownThen', { day: formatDay(at) })}</Text>;
  const changed = data.figures.find(({ id }) => id === figure.id);
  if (!changed) return <Text size="sm">{t('why.sameThen', { day: formatDay(at) })}</Text>;
  return (
    <Stack gap="sm">
      <dl className="pairs">
        {(
          [
            [t('why.then', { day: formatDay(at) }), formatFigure(changed.before, { zone })],
            [t('why.now'), formatFigure(changed.after, { zone })],
            [t('why.change'), changeText(changed) ?? t('page.none')],
          ] as const
        ).map(([label, value]) => (
          <div key={label} className="pair">
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0} fw={600}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
      <Causes restatement={data} />
    </Stack>
  );
}
