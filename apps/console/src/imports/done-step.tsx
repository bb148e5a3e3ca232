import { Button, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read, RequestProblem } from '../api/request.ts';
import type { PlanActivities } from '../api/views.ts';
import { formatDay, formatMoment } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { locale } from '../texts/locale.ts';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import { compareDates, type Comparison, type DateDifference } from './compare.ts';
import type { ImportReport } from './views.ts';

const SIGNED = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
const ASK_AGAIN_MS = 1_500;
const SHOWN = 50;

interface DoneStepProps {
  readonly report: ImportReport;
  readonly onAnother: () => void;
}

/** The plan is there: the schedule that follows from its logic, beside the dates that the file had. */
export function DoneStep({ report, onAnother }: DoneStepProps) {
  const { target: plan, counts } = report;
  const calculated = useQuery({
    queryKey: ['plan-activities', 'imported', plan],
    queryFn: () => readWhole(plan),
    // Reporting learns of a new plan, and of its schedule, a moment after it was made.
    retry: (_, error) => error instanceof RequestProblem && error.status === 404,
    retryDelay: ASK_AGAIN_MS,
    refetchInterval: ({ state }) => (state.data?.run ? false : ASK_AGAIN_MS),
  });
  const whole = calculated.data;
  return (
    <Stack gap="md">
      <Text role="status">
        {t('import.taken', {
          added: counts['added'] ?? 0,
          changed: counts['changed'] ?? 0,
          links: counts['links'] ?? 0,
        })}
      </Text>
      <Group>
        {whole && (
          <Button
            renderRoot={(props) => (
              <Link
                to="/engagements/$engagement"
                params={{ engagement: whole.engagementId }}
                search={(now) => ({ ...onward(now), tab: 'plan' as const, plan })}
                {...props}
              />
            )}
          >
            {t('import.openPlan')}
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {t('import.another')}
        </Button>
      </Group>
      <Panel title={t('import.compareTitle')}>
        {whole?.run ? (
          <Compared comparison={compareDates(whole.items)} zone={whole.zone} />
        ) : (
          <Stack gap="xs" role="status">
            <Text size="sm" c="dimmed">
              {t('import.calculating')}
            </Text>
            <Skeleton height={160} />
          </Stack>
        )}
      </Panel>
    </Stack>
  );
}

async function readWhole(plan: string): Promise<PlanActivities> {
  const first = await read<PlanActivities>('/api/v1/plan-activities', { plan, limit: '200' });
  const { asOf, cut } = first.point;
  const items = [...first.items];
  for (let { next } = first; next !== undefined;) {
    const page = await read<PlanActivities>('/api/v1/plan-activities', { plan, limit: '200', asOf, cut, cursor: next });
    items.push(...page.items);
    ({ next } = page);
  }
  return { ...first, items };
}

function Compared({ comparison, zone }: { readonly comparison: Comparison; readonly zone: string }) {
  const { compared, same, differences, finishInFile, finishCalculated } = comparison;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Fact name={t('import.finishInFile')} value={finishInFile && formatDay(finishInFile, { zone })} />
        <Fact name={t('import.finishCalculated')} value={finishCalculated && formatDay(finishCalculated, { zone })} />
        <Fact name={t('import.sameDates')} value={t('import.sameOf', { same, compared })} />
      </SimpleGrid>
      {differences.length === 0 ? (
        <Text size="sm">{t(compared === 0 ? 'import.noDates' : 'import.allSame')}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('import.differ', { count: differences.length })}
          </Text>
          <DataTable
            caption={t('import.compareTitle')}
            columns={columnsIn(zone)}
            rows={differences.slice(0, SHOWN)}
            rowKey={({ activityId }) => activityId}
            maxHeight="420px"
          />
        </>
      )}
    </Stack>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={650}>{value ?? t('page.none')}</Text>
    </div>
  );
}

const columnsIn = (zone: string): readonly Column<DateDifference>[] => [
  {
    key: 'activity',
    header: t('import.activity'),
    isName: true,
    minWidth: 220,
    cell: ({ code, name }) => (
      <>
        <Text span size="xs" c="dimmed" ff="monospace">
          {code}
        </Text>{' '}
        {name}
      </>
    ),
  },
  { key: 'file', header: t('import.inFile'), isNumber: true, cell: ({ inFile }) => formatMoment(inFile, { zone }) },
  {
    key: 'calculated',
    header: t('import.calculated'),
    isNumber: true,
    cell: ({ calculated }) => formatMoment(calculated, { zone }),
  },
  {
    key: 'days',
    header: t('import.difference'),
    isNumber: true,
    cell: ({ days }) => t('import.days', { count: Math.abs(days), days: SIGNED.format(days) }),
  },
];
