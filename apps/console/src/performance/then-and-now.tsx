import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useReading } from '../api/readings.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import { FigureValue } from '../figures/figure-value.tsx';
import { formatDay } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Panel } from '../frame/panel.tsx';
import { Waiting } from '../frame/reading-body.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { Causes } from './causes.tsx';
import { changeText, changeTitle, inOrder, isAskedFirst } from './comparison.ts';
import type { Restatement, RestatedFigure } from './views.ts';

const route = getRouteApi('/frame/engagements/$engagement');

interface ThenAndNowProps {
  readonly plan: string;
  /** The data date before: what one compares with unless the address says another day. */
  readonly before: string | undefined;
}

/** Two dates beside each other: which figures changed, and which events changed them. */
export function ThenAndNow({ plan, before }: ThenAndNowProps) {
  const { than = before?.slice(0, DAY), reported = false } = route.useSearch();
  const navigate = useNavigate();
  const id = useId();
  const go = (part: { than?: string; reported?: true | undefined }) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (search: Record<string, unknown>) => ({ ...search, ...part }),
    });
  return (
    <Panel
      title={t('performance.compare')}
      aside={
        <Group gap="sm" className="no-print">
          <Text component="label" htmlFor={id} size="sm">
            {t('performance.than')}
          </Text>
          <input
            id={id}
            type="date"
            className="day-field"
            value={than ?? ''}
            onChange={({ target }) => go(target.value ? { than: target.value } : {})}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('performance.knowledge')}
            value={reported ? 'then' : 'now'}
            onChange={(value) => go({ reported: value === 'then' ? true : undefined })}
            data={[
              { value: 'now', label: t('performance.asKnownNow') },
              { value: 'then', label: t('performance.asReported') },
            ]}
          />
        </Group>
      }
    >
      {than === undefined ? (
        <Text size="sm" c="dimmed">
          {t('performance.compareEmpty')}
        </Text>
      ) : (
        <Comparison plan={plan} than={than} isAsReported={reported} />
      )}
    </Panel>
  );
}

const DAY = 10;
const endOf = (day: string) => `${day}T23:59:59.999Z`;

interface ComparisonProps {
  readonly plan: string;
  readonly than: string;
  readonly isAsReported: boolean;
}

function Comparison({ plan, than, isAsReported }: ComparisonProps) {
  const at = endOf(than);
  const reading = useReading<Restatement>('restatements', {
    plan,
    fromAsOf: at,
    ...(isAsReported && { fromKnownAt: at }),
  });
  const zone = useZone();
  if (reading.isPending) return <Waiting height={260} />;
  const { data } = reading;
  if (!data)
    return (
      <Stack align="flex-start" gap="xs">
        <Text size="sm">{t('performance.notComparable', { day: formatDay(at) })}</Text>
        <Text size="sm" c="dimmed">
          {reading.error instanceof Error && reading.error.message}
        </Text>
        <Button size="xs" variant="default" onClick={() => void reading.refetch()}>
          {t('page.retry')}
        </Button>
      </Stack>
    );
  if (data.figures.length === 0) return <Text size="sm">{t('performance.nothingChanged')}</Text>;
  const figures = inOrder(data.figures);
  const rest = figures.filter((figure) => !isAskedFirst(figure));
  const caption = t('performance.compareCaption', {
    earlier: formatDay(at),
    later: formatDay(data.evaluatedAt, { zone }),
  });
  return (
    <Stack gap="sm">
      <Changes caption={caption} figures={figures.filter(isAskedFirst)} plan={plan} />
      {rest.length > 0 && (
        <details>
          <summary>{t('performance.compareRest', { count: rest.length })}</summary>
          <Changes caption={t('performance.all')} figures={rest} plan={plan} />
        </details>
      )}
      <Causes restatement={data} />
    </Stack>
  );
}

interface ChangesProps {
  readonly caption: string;
  readonly figures: readonly RestatedFigure[];
  readonly plan: string;
}

/** Each figure then and now; the one of now explains itself. */
export function Changes({ caption, figures, plan }: ChangesProps) {
  return (
    <DataTable
      caption={caption}
      rows={figures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'figure', header: t('performance.figure'), isName: true, minWidth: 150, cell: changeTitle },
        {
          key: 'then',
          header: t('performance.then'),
          isNumber: true,
          cell: ({ before }) => <FigureValue figure={before} />,
        },
        {
          key: 'now',
          header: t('performance.now'),
          isNumber: true,
          cell: ({ after }) => <FigureButton figure={after} plan={plan} />,
        },
        {
          key: 'change',
          header: t('performance.change'),
          isNumber: true,
          cell: (figure) => changeText(figure) ?? t('page.none'),
        },
      ]}
    />
  );
}
