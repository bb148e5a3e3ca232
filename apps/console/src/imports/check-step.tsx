import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { t } from '../texts/t.ts';
import { FileProblem, Notes } from './file-problem.tsx';
import { acceptImport, saveQuarantine } from './import-api.ts';
import type { GoImport } from './import-page.tsx';
import { RowsTable } from './rows-table.tsx';
import { ROW_FILTERS, type ImportSearch, type RowFilter } from './search.ts';
import type { ImportReport } from './views.ts';

interface CheckStepProps {
  readonly report: ImportReport;
  readonly search: ImportSearch;
  readonly go: GoImport;
  readonly onBack: () => void;
  readonly canGoBack: boolean;
}

/** What would become of the file, row by row, before anything is changed. */
export function CheckStep({ report, search, go, onBack, canGoBack }: CheckStepProps) {
  const { counts, problems, notes, missing = [], makesPlan, projectStart, fileName } = report;
  const quarantined = counts['quarantined'] ?? 0;
  const filter = search.rows ?? (quarantined > 0 ? 'quarantined' : 'all');
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text>
          {t('import.checked', { name: fileName, rows: counts['rows'] ?? 0 })}
          {makesPlan && projectStart && (
            <Text span size="sm" c="dimmed">
              {' '}
              {t('import.startsOn', { day: formatDay(projectStart) })}
            </Text>
          )}
        </Text>
        <Button variant="default" size="compact-sm" onClick={onBack}>
          {t(canGoBack ? 'import.back' : 'import.otherFile')}
        </Button>
      </Group>
      <Counts counts={counts} filter={filter} go={go} />
      <Notes notes={problems} title={t('import.blocked')} isProblem />
      <Notes notes={notes} title={t('import.aboutFile')} />
      {missing.length > 0 && (
        <Alert color="gray" title={t('import.missing', { count: counts['missing'] ?? missing.length })}>
          <Text size="sm">{t('import.missingHelp')}</Text>
          <Text size="sm" ff="monospace" lineClamp={3}>
            {missing.join(', ')}
          </Text>
        </Alert>
      )}
      <Panel title={t('import.rowsTitle')} aside={quarantined > 0 ? <QuarantineButton report={report} /> : undefined}>
        <RowsTable importId={report.importId} filter={filter} />
      </Panel>
      {problems.length === 0 && <Accept report={report} quarantined={quarantined} />}
    </Stack>
  );
}

interface CountsProps {
  readonly counts: ImportReport['counts'];
  readonly filter: RowFilter;
  readonly go: GoImport;
}

/** How many rows of each kind; a press shows them. */
function Counts({ counts, filter, go }: CountsProps) {
  const count = (of: RowFilter) => (of === 'all' ? counts['rows'] : counts[of]) ?? 0;
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }} spacing="xs" role="group" aria-label={t('import.rowsTitle')}>
      {ROW_FILTERS.map((each) => (
        <Button
          key={each}
          variant={each === filter ? 'light' : 'default'}
          h="auto"
          py="xs"
          aria-pressed={each === filter}
          onClick={() => go({ rows: each })}
        >
          <Stack gap={0} align="center">
            <Text fw={700} size="lg" className={count(each) > 0 ? `row-${each}` : undefined}>
              {count(each)}
            </Text>
            <Text size="xs">{t(`import.rows.${each}`)}</Text>
          </Stack>
        </Button>
      ))}
    </SimpleGrid>
  );
}

function QuarantineButton({ report }: { readonly report: ImportReport }) {
  const saving = useMutation({ mutationFn: () => saveQuarantine(report) });
  return (
    <Button
      id="import-quarantine"
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size={14} />}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {t('import.download')}
    </Button>
  );
}

function Accept({ report, quarantined }: { readonly report: ImportReport; readonly quarantined: number }) {
  const client = useQueryClient();
  const [isAgreed, setIsAgreed] = useState(false);
  const { counts, importId, makesPlan } = report;
  const good = (counts['rows'] ?? 0) - quarantined - (counts['blank'] ?? 0);
  const accepting = useMutation({
    mutationFn: () => acceptImport(importId, quarantined > 0 ? 'leave-out' : 'refuse'),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Stack gap="sm">
      {quarantined > 0 && (
        <Checkbox
          label={t('import.leaveOut', { count: quarantined })}
          description={t('import.leaveOutHelp')}
          checked={isAgreed}
          onChange={({ currentTarget }) => setIsAgreed(currentTarget.checked)}
        />
      )}
      {accepting.error && <FileProblem error={accepting.error} />}
      <Group>
        <Button
          onClick={() => accepting.mutate()}
          loading={accepting.isPending}
          disabled={good === 0 || (quarantined > 0 && !isAgreed)}
        >
          {t(makesPlan ? 'import.acceptNew' : 'import.accept', { count: good })}
        </Button>
        <Text size="sm" c="dimmed">
          {t('import.acceptHelp')}
        </Text>
      </Group>
    </Stack>
  );
}
