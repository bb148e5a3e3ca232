import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useOpen, useOpened } from '../actions/opened.ts';
import { type Person, personText } from '../session/people.ts';
import { t } from '../texts/t.ts';

/** What people look for, and the types of event that tell it. */
const KINDS = [
  ['all', ''],
  ['promise', 'engagement.*'],
  ['decisions', 'engagement.Approval*,scheduling.Baseline*'],
  ['plan', 'scheduling.Activit*,scheduling.Link*,scheduling.Plan*,scheduling.Budget*,scheduling.Constraint*'],
  ['progress', 'scheduling.Progress*,scheduling.DataDate*,scheduling.ActivityStarted,scheduling.ActivityCompleted'],
  ['cost', 'scheduling.ActualCost*'],
  ['schedule', 'scheduling.Schedule*,scheduling.Forecast*,scheduling.CriticalPath*'],
  ['risks', 'risk.Risk*'],
  ['issues', 'risk.Issue*'],
  ['clocks', 'risk.Sla*,risk.Escalation*'],
  ['figures', 'reporting.*'],
] as const;

/** Type, actor, period: each in the address, so that a link shows the same part. */
export function HistoryFilter({ people }: { readonly people: readonly Person[] }) {
  const opened = useOpened();
  const open = useOpen();
  const { types, actor, from, to, stream } = opened;
  const isFiltered = [types, actor, from, to, stream].some((part) => part !== undefined);
  const known = KINDS.some(([, of]) => of === (types ?? ''));
  const services = ['engagement', 'scheduling', 'risk', 'reporting'].map((name) => `system:${name}`);
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <NativeSelect
        label={t('history.kind')}
        value={types ?? ''}
        onChange={({ currentTarget }) => open({ types: currentTarget.value || undefined })}
        data={[
          ...KINDS.map(([name, of]) => ({ value: of, label: t(`history.kind.${name}`) })),
          ...(known || !types ? [] : [{ value: types, label: types }]),
        ]}
      />
      <NativeSelect
        label={t('history.actor')}
        value={actor ?? ''}
        onChange={({ currentTarget }) => open({ actor: currentTarget.value || undefined })}
        data={[
          { value: '', label: t('history.anybody') },
          ...[...new Set([...people.map(({ user }) => user), ...services, ...(actor ? [actor] : [])])].map((value) => ({
            value,
            label: personText(value, people),
          })),
        ]}
      />
      <TextInput
        type="date"
        label={t('history.from')}
        value={from ?? ''}
        onChange={({ currentTarget }) => open({ from: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('history.to')}
        value={to ?? ''}
        onChange={({ currentTarget }) => open({ to: currentTarget.value || undefined })}
      />
      {isFiltered && (
        <Button
          variant="default"
          onClick={() =>
            open({ types: undefined, actor: undefined, stream: undefined, from: undefined, to: undefined })
          }
        >
          {t('history.everything')}
        </Button>
      )}
    </Group>
  );
}
