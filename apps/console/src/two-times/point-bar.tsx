import { Button, Text } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { formatCivilDay } from '../texts/civil-day.ts';
import { t } from '../texts/t.ts';
import { isPast, type WantedPoint } from './point.ts';
import { type Step, wantedStep } from './step-point.ts';
import { useGoTo } from './use-go-to.ts';
import { useLife } from './use-life.ts';
import { useNeighbours } from './use-neighbours.ts';
import { dayAt, stepDay, stepOf } from './weeks.ts';

const route = getRouteApi('/frame');

/**
 * Which point in both times the page shows: by day, or by dragging through the life of the portfolio. Kept in the URL, so
 * that a link shows the same figures to everybody. On a narrow screen it is a line that opens.
 */
export function PointBar() {
  const { asOf, knownAt } = route.useSearch();
  const { shown, go, drag } = useGoTo({ asOf, knownAt });
  const weeks = useLife();
  useSteps(({ direction }) =>
    direction === 0 ? go({}) : drag({ ...shown, asOf: stepDay(shown.asOf, direction, weeks) }),
  );
  useNeighbours({ asOf, knownAt }, weeks);
  const fetching = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  const [isOpen, setOpen] = useState(false);
  const past = isPast(shown);
  const id = useId();

  return (
    <section aria-label={t('point.region')} className="point-bar" data-past={past} data-tour="point">
      <div className="point-line">
        <div className="point-sentence">
          <Text size="sm" fw={past ? 650 : 400} role="status">
            {sentence(shown)}
          </Text>
          <Text size="xs" c={past ? 'inherit' : 'dimmed'} className="point-zone">
            {t('point.zone')}
          </Text>
        </div>
        {past && (
          <Button size="compact-sm" variant="default" className="point-now no-print" onClick={() => go({})}>
            {t('point.toNow')}
          </Button>
        )}
        <button
          type="button"
          className="point-toggle no-print"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('point.change')}
        </button>
      </div>
      <div className="point-fields no-print" id={id} data-open={isOpen}>
        <TimeField
          label={t('point.asOf')}
          help={t('point.asOfHelp')}
          value={shown.asOf}
          weeks={weeks}
          onChange={(day) => go({ ...shown, asOf: day })}
          onDrag={(day) => drag({ ...shown, asOf: day })}
        />
        <TimeField
          label={t('point.knownAt')}
          help={t('point.knownAtHelp')}
          value={shown.knownAt}
          weeks={weeks}
          onChange={(day) => go({ ...shown, knownAt: day })}
          onDrag={(day) => drag({ ...shown, knownAt: day })}
        />
      </div>
      <div className="point-busy" data-busy={fetching} aria-hidden />
    </section>
  );
}

/** Fulfils wishes to move in time that come from keys and the palette. */
function useSteps(take: (step: Step) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(
    () =>
      wantedStep.subscribe(() => {
        const step = wantedStep.get();
        if (step) latest.current(step);
      }),
    [],
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string | undefined;
  readonly weeks: readonly string[];
  readonly onChange: (day: string | undefined) => void;
  readonly onDrag: (day: string | undefined) => void;
}

/** A day, and a slider over the weeks whose last step is now. */
function TimeField({ label, help, value, weeks, onChange, onDrag }: TimeFieldProps) {
  const id = useId();
  const step = stepOf(value, weeks);
  return (
    <div className="time-field">
      <label htmlFor={id} title={help}>
        {label}
      </label>
      <input
        id={id}
        className="day-field"
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
      <input
        type="range"
        className="time-slider"
        aria-label={t('point.slider', { what: label })}
        aria-valuetext={value === undefined ? t('point.nowStep') : formatCivilDay(value)}
        min={0}
        max={weeks.length}
        step={1}
        value={step}
        disabled={weeks.length === 0}
        onChange={({ target }) => onDrag(dayAt(Number(target.value), weeks))}
      />
    </div>
  );
}

function sentence({ asOf, knownAt }: WantedPoint): string {
  if (!asOf && !knownAt) return t('point.now');
  const values = { asOf: asOf ? formatCivilDay(asOf) : '', knownAt: knownAt ? formatCivilDay(knownAt) : '' };
  if (asOf && knownAt) return t('point.both', values);
  return t(asOf ? 'point.past' : 'point.known', values);
}
