import { NativeSelect, Text } from '@mantine/core';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { type Field, type FileColumn, FIELDS, type Meaning } from './mapping.ts';

interface FieldsTableProps {
  readonly columns: readonly FileColumn[];
  readonly meaning: Meaning;
  readonly onChange: (field: Field, letter: string | undefined) => void;
}

/** Each thing that a plan can hold, with the column that says it and what stands there. */
export function FieldsTable({ columns, meaning, onChange }: FieldsTableProps) {
  const taken = new Map(Object.entries(meaning.columns).map(([field, letter]) => [letter, field]));
  const choices = columns.map(({ letter, header }) => ({
    value: letter,
    label: header ? `${letter} · ${header}` : letter,
  }));
  const unread = columns.filter(({ letter, header }) => header !== '' && !taken.has(letter));
  const shown: readonly Column<Field>[] = [
    {
      key: 'field',
      header: t('import.field'),
      isName: true,
      minWidth: 180,
      cell: (field) => (
        <>
          <Text size="sm" fw={600}>
            {t(`import.field.${field}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`import.fieldAbout.${field}`)}
          </Text>
        </>
      ),
    },
    {
      key: 'column',
      header: t('import.column'),
      minWidth: 200,
      cell: (field) => (
        <NativeSelect
          aria-label={t('import.columnFor', { field: t(`import.field.${field}`) })}
          value={meaning.columns[field] ?? ''}
          onChange={({ currentTarget }) => onChange(field, currentTarget.value || undefined)}
          data={[{ value: '', label: t('import.notRead') }, ...choices]}
        />
      ),
    },
    {
      key: 'examples',
      header: t('import.examples'),
      minWidth: 220,
      cell: (field) => (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {columns.find(({ letter }) => letter === meaning.columns[field])?.examples.join(' · ')}
        </Text>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('import.columnsTitle')}
        columns={shown}
        rows={FIELDS}
        rowKey={(field) => field}
        maxHeight="520px"
      />
      {unread.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('import.unread', { columns: unread.map(({ header }) => header).join(', ') })}
        </Text>
      )}
    </>
  );
}
