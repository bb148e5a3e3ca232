import { Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { t, tCode } from '../texts/t.ts';
import { cellOf, countsByCell, LEVELS, type Rated, type RiskLine, type RiskPolicy, scoreAt, toneOf } from './risk.ts';
import './risks.css';

interface RiskMatrixProps {
  readonly risks: readonly RiskLine[];
  readonly policy: RiskPolicy | undefined;
  readonly rated: Rated;
  readonly chosen: string | undefined;
  readonly onChoose: (cell: string | undefined) => void;
}

const DOWN = LEVELS.toReversed();
const STEPS: Readonly<Record<string, readonly [likelihood: number, impact: number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const bounded = (level: number): number => Math.min(5, Math.max(1, level));

/** Likelihood by impact: each cell a button that shows its risks. The heavy line is the appetite. */
export function RiskMatrix({ risks, policy, rated, chosen, onChoose }: RiskMatrixProps) {
  const counts = countsByCell(risks, rated);
  const table = useRef<HTMLTableElement>(null);
  /** One stop for the Tab key; arrows go round inside. */
  const [stop, setStop] = useState(chosen ?? '5x1');
  const tolerance = policy?.appetite.tolerance;
  const isWithin = (likelihood: number, impact: number) =>
    tolerance === undefined || likelihood < 1 || impact < 1 || scoreAt(policy, likelihood, impact) <= tolerance;

  const move = (event: KeyboardEvent, likelihood: number, impact: number) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const inline = document.documentElement.dir === 'rtl' ? -step[1] : step[1];
    const next = cellOf({ likelihood: bounded(likelihood + step[0]), impact: bounded(impact + inline) });
    setStop(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${next}"]`)?.focus();
  };

  return (
    <table ref={table} className="risk-matrix">
      <VisuallyHidden component="caption">{t('risks.matrix')}</VisuallyHidden>
      <tbody>
        {DOWN.map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{levelName(policy, 'likelihood', likelihood)}</th>
            {LEVELS.map((impact) => {
              const cell = cellOf({ likelihood, impact });
              const score = scoreAt(policy, likelihood, impact);
              const count = counts.get(cell) ?? 0;
              const above = !isWithin(likelihood, impact);
              const label = t('risks.cell', {
                likelihood: levelName(policy, 'likelihood', likelihood),
                impact: levelName(policy, 'impact', impact),
                score,
                count: t('risks.count', { count }),
              });
              return (
                <td
                  key={cell}
                  className={[
                    above && isWithin(likelihood, impact - 1) && impact > 1 ? 'appetite-start' : '',
                    above && isWithin(likelihood - 1, impact) && likelihood > 1 ? 'appetite-below' : '',
                  ].join(' ')}
                >
                  <button
                    type="button"
                    data-cell={cell}
                    className={`risk-cell risk-${toneOf(score, policy)}`}
                    aria-pressed={chosen === cell}
                    tabIndex={stop === cell ? 0 : -1}
                    onFocus={() => setStop(cell)}
                    onKeyDown={(event) => move(event, likelihood, impact)}
                    onClick={() => onChoose(chosen === cell ? undefined : cell)}
                  >
                    <span className="only-read">{above ? `${label}, ${t('risks.aboveAppetite')}` : label}</span>
                    <span className="risk-cell-score" aria-hidden>
                      {score}
                    </span>
                    <span aria-hidden>{count > 0 ? count : ''}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>
            <Text size="xs" c="dimmed" ta="end">
              {t('risks.axes')}
            </Text>
          </td>
          {LEVELS.map((impact) => (
            <th key={impact} scope="col">
              {levelName(policy, 'impact', impact)}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** A step of a scale by name; its number where no scale was agreed. */
export function levelName(policy: RiskPolicy | undefined, scale: 'likelihood' | 'impact', level: number): string {
  const name = policy?.scales[scale].find((step) => step.level === level)?.name;
  return name === undefined ? String(level) : tCode('scale', name.replaceAll(' ', '-'));
}
