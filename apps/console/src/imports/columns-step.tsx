import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { daysAfter, endOfDay } from '../actions/days.ts';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { Panel } from '../frame/panel.tsx';
import { t } from '../texts/t.ts';
import { FieldsTable } from './fields-table.tsx';
import { FileProblem, Notes } from './file-problem.tsx';
import { makeUsualCalendar, previewFile, type Target } from './import-api.ts';
import type { GoImport, OpenedFile } from './import-page.tsx';
import {
  columnsOf,
  DATE_ORDERS,
  DECIMALS,
  gapsIn,
  mappingOf,
  type Meaning,
  meaningOf,
  recalled,
  rememberedFrom,
  sheetOf,
} from './mapping.ts';
import { lastMeaning, rememberMeaning } from './remembered.ts';
import type { ImportSearch } from './search.ts';
import { TargetFields } from './target-fields.tsx';
import { type ChosenTarget, isComplete, useTarget } from './use-target.ts';

interface ColumnsStepProps {
  readonly opened: OpenedFile;
  readonly search: ImportSearch;
  readonly go: GoImport;
  readonly onOtherFile: () => void;
  readonly onChecked: (importId: string) => void;
}

/** What each column means, and where the plan is to be: detected, remembered, and said by whoever knows. */
export function ColumnsStep({ opened: { file, layout }, search, go, onOtherFile, onChecked }: ColumnsStepProps) {
  const portfolio = useAll<EngagementLine>('portfolio');
  const target = useTarget(search, portfolio.data ?? []);
  const client = target.engagement?.clientId ?? '';
  const [said, setSaid] = useState<Meaning>();
  const detected = meaningOf(layout);
  const sheet = sheetOf(layout, (said ?? detected).sheet);
  const fresh = sheet ? recalled(detected, columnsOf(sheet, detected.headerRow), lastMeaning(client)) : detected;
  const meaning = said ?? fresh;
  const columns = sheet ? columnsOf(sheet, meaning.headerRow) : [];
  const gaps = gapsIn(meaning);

  const checking = useMutation({
    mutationFn: async () => previewFile(file, mappingOf(meaning), await targetFrom(target)),
    onSuccess: ({ importId }) => {
      rememberMeaning(client, rememberedFrom(meaning, columns));
      onChecked(importId);
    },
  });

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text>
          {t('import.opened', { name: file.name })}{' '}
          <Text span c="dimmed" size="sm">
            {layout.format.toUpperCase()}
            {layout.encoding && `, ${layout.encoding}`}
          </Text>
        </Text>
        <Button variant="default" size="compact-sm" onClick={onOtherFile}>
          {t('import.otherFile')}
        </Button>
      </Group>
      <Notes notes={layout.notes} title={t('import.aboutFile')} />
      <Panel title={t('import.targetTitle')}>
        <TargetFields target={target} portfolio={portfolio.data ?? []} go={go} />
      </Panel>
      <Panel title={t('import.columnsTitle')}>
        <Stack gap="md">
          <Group align="end" gap="sm">
            {layout.sheets.length > 1 && (
              <NativeSelect
                label={t('import.sheet')}
                value={meaning.sheet}
                onChange={({ currentTarget }) => setSaid({ ...meaning, sheet: currentTarget.value })}
                data={layout.sheets.map(({ name, rows }) => ({
                  value: name,
                  label: t('import.sheetRows', { name, rows }),
                }))}
              />
            )}
            <NumberInput
              label={t('import.headerRow')}
              value={meaning.headerRow}
              min={1}
              max={30}
              allowDecimal={false}
              w={120}
              onChange={(row) => typeof row === 'number' && setSaid({ ...meaning, headerRow: row })}
            />
            <NativeSelect
              label={t('import.dateOrder')}
              value={meaning.dateOrder ?? ''}
              onChange={({ currentTarget }) => setSaid({ ...meaning, dateOrder: currentTarget.value || undefined })}
              data={[
                { value: '', label: t('import.detect') },
                ...DATE_ORDERS.map((order) => ({ value: order, label: t(`import.dates.${order}`) })),
              ]}
            />
            <NativeSelect
              label={t('import.decimal')}
              value={meaning.decimal ?? ''}
              onChange={({ currentTarget }) => setSaid({ ...meaning, decimal: currentTarget.value || undefined })}
              data={[
                { value: '', label: t('import.detect') },
                ...DECIMALS.map((sign) => ({ value: sign, label: t(`import.decimals.${sign}`) })),
              ]}
            />
          </Group>
          <FieldsTable
            columns={columns}
            meaning={meaning}
            onChange={(field, letter) => setSaid({ ...meaning, columns: { ...meaning.columns, [field]: letter } })}
          />
        </Stack>
      </Panel>
      {gaps.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {gaps.map((gap) => t(`import.gap.${gap}`)).join(' ')}
        </Text>
      )}
      {checking.error && <FileProblem error={checking.error} />}
      <Group>
        <Button
          onClick={() => checking.mutate()}
          loading={checking.isPending}
          disabled={gaps.length > 0 || !isComplete(target)}
        >
          {t('import.check')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('import.checkChangesNothing')}
        </Text>
      </Group>
    </Stack>
  );
}

/** The plan that is there; or a new one, with the calendar that it may need first. */
async function targetFrom({ engagement, planId, draft, newPlanId }: ChosenTarget): Promise<Target> {
  if (planId !== undefined) return { plan: planId };
  if (!engagement) throw new Error(t('import.noEngagement'));
  const { title, zone, currency, start, calendarId } = draft;
  const calendar =
    calendarId === undefined
      ? await makeUsualCalendar(engagement.engagementId, t('import.usualName'), zone)
      : calendarId;
  const newPlan = {
    planId: newPlanId,
    title,
    zone,
    currency,
    calendarId: calendar,
    ...(start && { projectStart: beginningOf(start, zone) }),
  };
  return { engagement: engagement.engagementId, newPlan };
}

/** The first instant of the day where the plan is. */
const beginningOf = (day: string, zone: string): string =>
  new Date(Date.parse(endOfDay(daysAfter(day, -1), zone)) + 1).toISOString();
