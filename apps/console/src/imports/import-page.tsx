import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { useMe } from '../session/people.ts';
import { t } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { readReport } from './import-api.ts';
import type { ImportSearch } from './search.ts';
import type { Layout } from './views.ts';
import './imports.css';

const route = getRouteApi('/frame/import');

/** A file and what it looks like: kept while the wizard is open, for columns to be said anew. */
export interface OpenedFile {
  readonly file: File;
  readonly layout: Layout;
}

export type GoImport = (change: ImportSearch) => void;

/** From a spreadsheet to a plan: what it holds, what becomes of each row, and the schedule beside the file's dates. */
export function ImportPage() {
  const search = route.useSearch();
  const past = isPast(usePoint());
  const navigate = useNavigate({ from: '/import' });
  const go: GoImport = (change) => void navigate({ to: '.', search: (now) => ({ ...now, ...change }) });
  const [opened, setOpened] = useState<OpenedFile>();
  const step = search.import ? 2 : opened ? 1 : 0;
  return (
    <Stack gap="lg" maw={1180}>
      <div>
        <Title order={1} size="h2">
          {t('import.title')}
        </Title>
        <Text c="dimmed" maw={820}>
          {t('import.about')}
        </Text>
      </div>
      {past ? (
        <Empty title={t('import.past')}>{t('import.pastHelp')}</Empty>
      ) : (
        <>
          <Steps step={step} importId={search.import} />
          {search.import ? (
            <Report importId={search.import} search={search} go={go} canGoBack={opened !== undefined} />
          ) : opened ? (
            <ColumnsStep
              opened={opened}
              search={search}
              go={go}
              onOtherFile={() => setOpened(undefined)}
              onChecked={(importId) => go({ import: importId, rows: undefined })}
            />
          ) : (
            <>
              <MayNotHint engagement={search.engagement} />
              <FileStep onOpened={setOpened} />
            </>
          )}
        </>
      )}
    </Stack>
  );
}

/** Said before somebody prepares a file in vain: who changes plans nowhere cannot import one either. */
function MayNotHint({ engagement }: { readonly engagement: string | undefined }) {
  const portfolio = useAll<EngagementLine>('portfolio');
  const me = useMe(engagement ?? portfolio.data?.[0]?.engagementId);
  if (!me.data || me.data.actions.includes('manage')) return null;
  return (
    <Alert color="yellow" title={t('import.mayNot')}>
      {t('import.mayNotHelp')}
    </Alert>
  );
}

const STEPS = ['file', 'columns', 'check', 'done'] as const;

const useReport = (importId: string | undefined) =>
  useQuery({
    queryKey: ['imports', importId],
    queryFn: () => readReport(importId ?? ''),
    enabled: importId !== undefined,
  });

function Steps({ step, importId }: { readonly step: number; readonly importId: string | undefined }) {
  const report = useReport(importId);
  const active = report.data?.status === 'accepted' ? 3 : step;
  return (
    <ol className="steps" aria-label={t('import.steps')}>
      {STEPS.map((each, index) => (
        <li key={each} className="step" aria-current={index === active ? 'step' : undefined}>
          <span className="step-mark" aria-hidden>
            {index < active ? <IconCheck size={16} /> : index + 1}
          </span>
          <span>
            <Text span size="sm" fw={600} display="block">
              {t(`import.step.${each}`)}
            </Text>
            <Text span size="xs" c="dimmed" display="block">
              {t(`import.stepAbout.${each}`)}
            </Text>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface ReportProps {
  readonly importId: string;
  readonly search: ImportSearch;
  readonly go: GoImport;
  /** The file is still at hand. */
  readonly canGoBack: boolean;
}

function Report({ importId, search, go, canGoBack }: ReportProps) {
  const report = useReport(importId);
  const again = () => go({ import: undefined, rows: undefined });
  return (
    <ReadingBody reading={report} height={480}>
      {(found) =>
        found.status === 'accepted' ? (
          <DoneStep report={found} onAnother={again} />
        ) : (
          <CheckStep report={found} search={search} go={go} onBack={again} canGoBack={canGoBack} />
        )
      }
    </ReadingBody>
  );
}
