import { Progress, Text } from '@mantine/core';
import { formatMoment, formatShare } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { t, tCode } from '../texts/t.ts';
import { clockTone, formatCountdown, formatSpan, standingAt } from './clock-text.ts';
import type { ClockLine as Line } from './issue.ts';

interface ClockLineProps {
  readonly clock: Line;
  /** The server's time. */
  readonly now: number;
}

const FULL_BP = 10_000;

/** One clock: how it stands, what is left, how much of the promise is used up. */
export function ClockLine({ clock, now }: ClockLineProps) {
  const zone = useZone();
  const { clock: kind, elapsedMinutes, targetMinutes, due, calendarId } = clock;
  const { state, left, usedBp } = standingAt(clock, now);
  const used = t('issues.used', { elapsed: formatSpan(elapsedMinutes), target: formatSpan(targetMinutes) });
  const tone = clockTone(state);
  return (
    <div>
      <Text size="sm" component="div">
        {tCode('clock', kind)} <strong className={tone}>{tCode('clock', state)}</strong>
        {left !== undefined && (
          <strong className={tone}>
            {', '}
            {t(left < 0 ? 'issues.over' : 'issues.left', { span: formatCountdown(left) })}
          </strong>
        )}
      </Text>
      <Progress
        value={Math.min(usedBp, FULL_BP) / 100}
        size="xs"
        my={2}
        color={
          tone === 'tone-red' ? 'red' : tone === 'tone-amber' ? 'yellow' : tone === 'tone-green' ? 'green' : 'indigo'
        }
        aria-label={`${tCode('clock', kind)}: ${t('issues.warned', { share: formatShare(Math.min(usedBp, FULL_BP)) })}`}
      />
      <Text size="xs" c="dimmed" title={calendarId ? t('issues.byCalendar') : undefined}>
        {used}
        {due && <>, {t('issues.due', { due: formatMoment(due, { zone }) })}</>}
      </Text>
    </div>
  );
}
