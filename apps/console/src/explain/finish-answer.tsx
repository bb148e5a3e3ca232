import { Anchor, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReading } from '../api/readings.ts';
import { formatDay, formatMoment, formatSignedMinutes } from '../figures/figure.ts';
import { ZoneContext } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import type { Outlook } from '../overview/outlook.ts';
import { personText, usePeople } from '../session/people.ts';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';

const SHOWN = 8;

/** When the schedule ends, what makes it end then, and how that has moved from data date to data date. */
export function FinishAnswer({ plan }: { readonly plan: string }) {
  const outlook = useReading<Outlook>('outlook', { plan });
  return (
    <ReadingBody reading={outlook} height={420}>
      {(data) => (
        <ZoneContext value={data.zone}>
          <Stack gap="lg">
            <Finish outlook={data} />
            {data.critical.length > 0 && <Driving outlook={data} />}
            {data.finishes.length > 0 && <Moves outlook={data} />}
          </Stack>
        </ZoneContext>
      )}
    </ReadingBody>
  );
}

interface PartProps {
  readonly outlook: Outlook;
}

function Finish({ outlook: { run, baselineFinish, finishVariance, zone, finishes } }: PartProps) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="baseline">
        <Title order={3} size="h4">
          {t('figure.FORECAST_FINISH')}
        </Title>
        <Text fz={28} fw={700}>
          {run ? formatDay(run.finish, { zone }) : t('page.none')}
        </Text>
      </Group>
      <Code fz="sm">{t('formula.FORECAST_FINISH')}</Code>
      {run ? (
        <Text size="sm" c="dimmed">
          {t('why.ofRun', { dataDate: formatDay(run.dataDate, { zone }), zone })}
        </Text>
      ) : (
        <Text>{t('why.noValue', { reason: t('figure.none.NO_RUN') })}</Text>
      )}
      {baselineFinish && (
        <Text size="sm">
          {t('why.baselineFinish', { day: formatDay(baselineFinish, { zone }) })}
          {finishVariance !== undefined && `, ${t('why.workingTime', { time: formatSignedMinutes(finishVariance) })}`}
        </Text>
      )}
      {finishes[0] && (
        <Text size="xs" c="dimmed" className="event-id">
          {t('why.event')} {finishes[0].event}
        </Text>
      )}
    </Stack>
  );
}

function Driving({ outlook: { critical, criticalCount, engagementId, planId, zone } }: PartProps) {
  return (
    <section aria-label={t('why.driving')}>
      <Title order={4} size="h5" mb={4}>
        {t('why.driving')}
      </Title>
      <DataTable
        caption={t('why.driving')}
        rows={critical.slice(0, SHOWN)}
        rowKey={({ activityId }) => activityId}
        columns={[
          { key: 'activity', header: t('why.activity'), isName: true, cell: ({ code, name }) => `${code} ${name}` },
          {
            key: 'finish',
            header: t('why.finish'),
            isNumber: true,
            cell: ({ scheduled }) => (scheduled ? formatDay(scheduled.earlyFinish, { zone }) : t('page.none')),
          },
          {
            key: 'late',
            header: t('why.toBaseline'),
            isNumber: true,
            cell: ({ finishVariance }) =>
              finishVariance === undefined ? t('page.none') : formatSignedMinutes(finishVariance),
          },
        ]}
      />
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/engagements/$engagement"
            params={{ engagement: engagementId }}
            search={(search) => ({ ...onward(search), tab: 'plan' as const, plan: planId })}
            {...props}
          />
        )}
      >
        {t('why.allDriving', { count: criticalCount })}
      </Anchor>
    </section>
  );
}

function Moves({ outlook: { finishes, zone, engagementId } }: PartProps) {
  const { data: people } = usePeople(engagementId);
  return (
    <section aria-label={t('why.moves')}>
      <Title order={4} size="h5" mb={4}>
        {t('why.moves')}
      </Title>
      <DataTable
        caption={t('why.moves')}
        rows={finishes}
        rowKey={({ runId }) => runId}
        maxHeight="20rem"
        columns={[
          {
            key: 'dataDate',
            header: t('performance.dataDate'),
            isName: true,
            cell: ({ dataDate, recorded, actor }) => (
              <span
                title={`${t('why.recorded', { at: formatMoment(recorded, { zone }) })}${actor ? `, ${personText(actor, people)}` : ''}`}
              >
                {formatDay(dataDate, { zone })}
              </span>
            ),
          },
          { key: 'finish', header: t('why.finish'), isNumber: true, cell: ({ finish }) => formatDay(finish, { zone }) },
          {
            key: 'moved',
            header: t('performance.change'),
            isNumber: true,
            cell: ({ moved }) => (moved === undefined ? t('page.none') : formatSignedMinutes(moved)),
          },
        ]}
      />
    </section>
  );
}
