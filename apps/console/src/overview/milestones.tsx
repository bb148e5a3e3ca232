import { Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import { formatDay, formatSignedMinutes } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t } from '../texts/t.ts';
import { expectedFinish, nextMilestones } from './next-milestones.ts';
import type { Outlook } from './outlook.ts';
import { TabLink } from './tab-link.tsx';

interface MilestonesProps {
  readonly plan: string;
  readonly asOf: string;
}

/** What is to be reached next, when by the last schedule run, and how that lies to the baseline. */
export function Milestones({ plan, asOf }: MilestonesProps) {
  const outlook = useReading<Outlook>('outlook', { plan });
  const zone = useZone();
  return (
    <ReadingBody reading={outlook} height={120}>
      {({ milestones }) => {
        const next = nextMilestones(milestones);
        if (next.length === 0)
          return (
            <Text size="sm" c="dimmed">
              {t('overview.noMilestone')}
            </Text>
          );
        return (
          <>
            <ul className="lines">
              {next.map((milestone) => {
                const { activityId, name, finishVariance = 0 } = milestone;
                const at = expectedFinish(milestone);
                const isPassed = at !== undefined && at < asOf;
                return (
                  <li key={activityId} className="line">
                    <span>{name}</span>
                    <span className="line-end">
                      <span className={isPassed ? 'tone-red' : undefined}>
                        {at ? formatDay(at, { zone }) : t('page.none')}
                      </span>
                      {finishVariance !== 0 && (
                        <Text span size="xs" className={finishVariance > 0 ? 'tone-amber' : 'tone-green'}>
                          {t('overview.toBaseline', { time: formatSignedMinutes(finishVariance) })}
                        </Text>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
            <TabLink tab="plan">{t('overview.toPlan')}</TabLink>
          </>
        );
      }}
    </ReadingBody>
  );
}
