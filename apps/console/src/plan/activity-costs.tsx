import { Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { usePages } from '../api/readings.ts';
import type { Explanation } from '../api/views.ts';
import { formatDay, formatMoney } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { personText, usePeople } from '../session/people.ts';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import type { Activity, WholePlan } from './plan-views.ts';
import { Section } from './section.tsx';

interface ActivityCostsProps {
  readonly plan: WholePlan;
  readonly activity: Activity;
}

const route = getRouteApi('/frame/engagements/$engagement');

/** What was spent on the activity, up to the page's point: the facts behind its actual cost. */
export function ActivityCosts({ plan: { planId, currency }, activity: { activityId } }: ActivityCostsProps) {
  const { engagement } = route.useParams();
  const zone = useZone();
  const people = usePeople(engagement);
  const costs = usePages<Explanation>('explain', { figure: 'AC', plan: planId, activity: activityId, limit: '20' });
  return (
    <Section title={t('plan.costs')}>
      <ReadingBody reading={{ ...costs, data: costs.data?.pages }} height={60}>
        {(pages) => {
          const facts = pages.flatMap((page) => page.facts).filter(({ kind }) => kind === 'cost');
          if (facts.length === 0) {
            return (
              <Text size="sm" c="dimmed">
                {t('plan.noCosts')}
              </Text>
            );
          }
          return (
            <Stack gap={4}>
              {facts.map(({ event, amount = 0, effective, actor, reason }) => (
                <div key={event} className="pair">
                  <Text size="sm" c="dimmed">
                    {formatDay(effective, { zone })}
                    {actor && `, ${personText(actor, people.data)}`}
                    {reason && `, ${reason}`}
                  </Text>
                  <Text size="sm" className="no-wrap">
                    {formatMoney(amount, currency)}
                  </Text>
                </div>
              ))}
              <MoreButton pages={costs} />
            </Stack>
          );
        }}
      </ReadingBody>
    </Section>
  );
}
