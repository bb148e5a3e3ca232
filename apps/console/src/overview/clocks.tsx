import { Text } from '@mantine/core';
import { useAll } from '../api/readings.ts';
import type { Issue } from '../api/views.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { ColourMark } from '../health/colour-mark.tsx';
import { t, tCode } from '../texts/t.ts';
import { pressingClocks } from './pressing.ts';
import { TabLink } from './tab-link.tsx';

/** Promises that run out or have: breached first. */
export function Clocks({ engagement }: { readonly engagement: string }) {
  const issues = useAll<Issue>('issue-clocks', { engagement });
  const zone = useZone();
  return (
    <ReadingBody reading={issues} height={120}>
      {(all) => {
        const pressing = pressingClocks(all);
        if (pressing.length === 0)
          return (
            <Text size="sm" c="dimmed">
              {t('overview.noClock')}
            </Text>
          );
        return (
          <>
            <ul className="lines">
              {pressing.map(({ issue, clock, isBreached }) => (
                <li key={clock.clockId} className="line">
                  <span className="line-start">
                    <ColourMark colour={isBreached ? 'red' : 'unknown'} />
                    {issue.title}
                  </span>
                  <span className="line-end">
                    <span className={isBreached ? 'tone-red' : undefined}>{tCode('clock', clock.state)}</span>
                    <Text span size="xs" c="dimmed">
                      {tCode('clock', clock.clock)}
                      {clock.due && `, ${formatMoment(clock.due, { zone })}`}
                    </Text>
                  </span>
                </li>
              ))}
            </ul>
            <TabLink tab="issues">{t('overview.toIssues')}</TabLink>
          </>
        );
      }}
    </ReadingBody>
  );
}
