import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useOpen, useOpened } from '../actions/opened.ts';
import { usePages } from '../api/readings.ts';
import { Empty } from '../frame/empty.tsx';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { EventDialog } from '../history/event-dialog.tsx';
import { useMe, usePeople } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import {
  chosenRisks,
  isOpen,
  isRated,
  RATED,
  type Rated,
  type Register,
  type RiskLine,
  type RiskPolicy,
} from './risk.ts';
import { RiskDialogs } from './risk-dialogs.tsx';
import { RiskDrawer } from './risk-drawer.tsx';
import { levelName, RiskMatrix } from './risk-matrix.tsx';
import { RiskTable } from './risk-table.tsx';

/** What may happen: the matrix as a filter, the register beside it, each risk in a drawer. */
export function RisksTab({ engagement }: { readonly engagement: string }) {
  const register = usePages<Register>('register', { engagement, limit: '200' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = register;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); // the matrix counts all of them
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <ReadingBody reading={{ ...register, data: register.data?.pages }} height={480}>
      {(pages) => (
        <Risks
          engagement={engagement}
          risks={pages.flatMap(({ items }) => items)}
          policy={pages[0]?.policy}
          now={pages[0]?.point.asOf ?? ''}
        />
      )}
    </ReadingBody>
  );
}

interface RisksProps {
  readonly engagement: string;
  readonly risks: readonly RiskLine[];
  readonly policy: RiskPolicy | undefined;
  /** The point's business time. */
  readonly now: string;
}

function Risks({ engagement, risks, policy, now }: RisksProps) {
  const opened = useOpened();
  const open = useOpen();
  const me = useMe(engagement);
  const people = usePeople(engagement);
  const past = isPast(usePoint());
  const mayRecord = !past && (me.data?.actions.includes('record') ?? false);
  const rated: Rated = isRated(opened.rated) ? opened.rated : 'current';
  const all = opened.show === 'all';
  const shown = chosenRisks(risks, { all, cell: opened.cell, rated });
  const inMatrix = risks.filter((risk) => all || isOpen(risk));
  const risk = risks.find(({ riskId }) => riskId === opened.risk);

  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {summaryOf(risks)}
        </Text>
        {mayRecord && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => open({ do: 'risk.identify' })}>
            {t('risks.identify')}
          </Button>
        )}
      </Group>
      {risks.length === 0 ? (
        <Empty title={t('risks.empty')}>{t('risks.emptyHelp')}</Empty>
      ) : (
        <div className="risks-page">
          <Panel
            title={t('risks.matrix')}
            aside={
              <SegmentedControl
                size="xs"
                aria-label={t('risks.which')}
                value={rated}
                onChange={(next) => open({ rated: next === 'current' ? undefined : next, cell: undefined })}
                data={RATED.map((value) => ({ value, label: t(`risks.rated.${value}`) }))}
              />
            }
          >
            <RiskMatrix
              risks={inMatrix}
              policy={policy}
              rated={rated}
              chosen={opened.cell}
              onChoose={(cell) => open({ cell })}
            />
            {policy && <Appetite policy={policy} />}
          </Panel>
          <Stack gap="sm" miw={0}>
            <Group justify="space-between">
              <SegmentedControl
                size="xs"
                aria-label={t('risks.show')}
                value={all ? 'all' : 'open'}
                onChange={(next) => open({ show: next === 'all' ? 'all' : undefined })}
                data={[
                  { value: 'open', label: t('risks.showOpen') },
                  { value: 'all', label: t('risks.showAll') },
                ]}
              />
              {opened.cell && <CellChip cell={opened.cell} policy={policy} onClear={() => open({ cell: undefined })} />}
            </Group>
            {shown.length === 0 ? (
              <Empty title={t('risks.noneHere')}>{t('risks.noneHereHelp')}</Empty>
            ) : (
              <RiskTable risks={shown} rated={rated} policy={policy} people={people.data ?? []} />
            )}
          </Stack>
        </div>
      )}
      {opened.risk && <RiskDrawer engagement={engagement} risk={risk} policy={policy} me={me.data} now={now} />}
      {!past && (
        <RiskDialogs engagement={engagement} risk={risk} policy={policy} people={people.data ?? []} now={now} />
      )}
      <EventDialog engagement={engagement} />
    </Stack>
  );
}

function summaryOf(risks: readonly RiskLine[]): string {
  const open = risks.filter(isOpen);
  const above = open.filter((risk) => risk.state === 'open' && risk.current?.aboveAppetite);
  return t('risks.summary', {
    open: t('risks.count', { count: open.length }),
    above: t('risks.aboveCount', { count: above.length }),
    overdue: t('risks.overdueCount', { count: open.filter(({ reviewOverdue }) => reviewOverdue).length }),
  });
}

/** Who may bear how much: what the colours and the heavy line mean. */
function Appetite({ policy }: { readonly policy: RiskPolicy }) {
  const { tolerance, bands } = policy.appetite;
  return (
    <Text size="xs" c="dimmed" mt="xs">
      {t('risks.appetite', { tolerance })}{' '}
      {bands.map(({ upTo, role }) => t('risks.band', { upTo, role: tCode('role', role) })).join('; ')}.
    </Text>
  );
}

interface CellChipProps {
  readonly cell: string;
  readonly policy: RiskPolicy | undefined;
  readonly onClear: () => void;
}

function CellChip({ cell, policy, onClear }: CellChipProps) {
  const [likelihood = 0, impact = 0] = cell.split('x').map(Number);
  return (
    <Group gap="xs">
      <Badge variant="default" radius="sm">
        {levelName(policy, 'likelihood', likelihood)} × {levelName(policy, 'impact', impact)}
      </Badge>
      <Button size="compact-xs" variant="default" onClick={onClear}>
        {t('risks.allCells')}
      </Button>
    </Group>
  );
}
