import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePages } from '../api/readings.ts';
import { read } from '../api/request.ts';
import { formatDay, formatMinutes, formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { changeText } from '../history/change-text.ts';
import { inWords } from '../history/event-words.ts';
import type { Entry, TrailPage } from '../history/trail.ts';
import { personText, usePeople } from '../session/people.ts';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import type { Activity, WholePlan } from './plan-views.ts';
import type { Report } from './progress-form.ts';
import { Section } from './section.tsx';

interface ActivityProgressProps {
  readonly plan: WholePlan;
  readonly activity: Activity;
  readonly canRecord: boolean;
  readonly onCorrect: (report: Report) => void;
}

const route = getRouteApi('/frame/engagements/$engagement');

/** Every report of the activity as it was known at the page's point: who said what, when, for when. */
export function ActivityProgress({ plan, activity, canRecord, onCorrect }: ActivityProgressProps) {
  const { engagement } = route.useParams();
  const { activityId } = activity;
  const stream = `prog-${activityId}`;
  const trail = usePages<TrailPage>('audit', { engagement, stream, with: 'changes', limit: '20' });
  const { data: reports = [] } = useReports(plan.planId, activityId);
  return (
    <Section title={t('plan.progressHistory')}>
      <ReadingBody reading={{ ...trail, data: trail.data?.pages }} height={90}>
        {(pages) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) {
            return (
              <Text size="sm" c="dimmed">
                {t('plan.noProgress')}
              </Text>
            );
          }
          return (
            <Stack gap="xs">
              {entries.map((entry) => (
                <ReportCard
                  key={entry.event}
                  entry={entry}
                  engagement={engagement}
                  report={reports.find(({ eventId }) => eventId === entry.event)}
                  onCorrect={canRecord ? onCorrect : undefined}
                />
              ))}
              <MoreButton pages={trail} />
            </Stack>
          );
        }}
      </ReadingBody>
    </Section>
  );
}

/** Reports as they stand now, with the events that a correction names. */
export function useReports(plan: string, activityId: string) {
  return useQuery({
    queryKey: ['activities', activityId, 'progress', plan],
    queryFn: () => reportsOf(plan, activityId),
  });
}

export async function reportsOf(plan: string, activityId: string): Promise<readonly Report[]> {
  const { reports } = await read<{ reports: readonly Report[] }>(`/api/v1/activities/${activityId}/progress`, { plan });
  return reports;
}

interface ReportCardProps {
  readonly entry: Entry;
  readonly engagement: string;
  readonly report: Report | undefined;
  readonly onCorrect: ((report: Report) => void) | undefined;
}

function ReportCard({ entry, engagement, report, onCorrect }: ReportCardProps) {
  const { type, actor, effective, recorded, reason, changes = [], correctedBy } = entry;
  const zone = useZone();
  const people = usePeople(engagement);
  const isStanding = report !== undefined && report.replacedBy === undefined && correctedBy === undefined;
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          {inWords(type)}
        </Text>
        <Text size="sm" className="no-wrap">
          {formatDay(effective, { zone })}
        </Text>
      </Group>
      {report ? (
        <Text size="sm">
          {t('plan.reported', {
            done: formatMinutes(report.actualDuration),
            remaining: formatMinutes(report.remainingDuration),
          })}
        </Text>
      ) : (
        changes.map((change) => (
          <Text key={change.field} size="sm">
            {changeText(change)}
          </Text>
        ))
      )}
      {reason && <Text size="sm">{t('plan.because', { reason })}</Text>}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('plan.recordedBy', { who: personText(actor, people.data), when: formatMoment(recorded, { zone }) })}
          {correctedBy !== undefined && ` · ${t('plan.wasCorrected')}`}
        </Text>
        {isStanding && onCorrect && (
          <Anchor component="button" type="button" size="xs" onClick={() => onCorrect(report)}>
            {t('plan.correct')}
          </Anchor>
        )}
      </Group>
    </Paper>
  );
}
