import { Accordion, Badge, Group, Mark, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { CopyBlock } from '../code/copy-block.tsx';
import { Empty } from '../frame/empty.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { findIn, type FoundView } from './match.ts';
import type { SqlSearch } from './search.ts';
import type { DataDictionary, DictionaryColumn, DictionaryFunction } from './views.ts';

interface DictionaryProps {
  readonly dictionary: DataDictionary;
  readonly search: SqlSearch;
  readonly go: (change: SqlSearch) => void;
}

/** Every view with its columns, every function with what it takes and gives; in the words of the database. */
export function Dictionary({ dictionary, search, go }: DictionaryProps) {
  const { q = '', open } = search;
  const { views, functions } = findIn(dictionary, q);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <TextInput
          id="sql-search"
          type="search"
          label={t('sql.search')}
          placeholder={t('sql.searchHint')}
          leftSection={<IconSearch size={16} />}
          value={q}
          onChange={({ currentTarget }) => go({ q: currentTarget.value || undefined })}
          w={{ base: '100%', xs: 340 }}
        />
        <Text size="sm" c="dimmed" role="status">
          {t('sql.found', { views: views.length, functions: functions.length })}
        </Text>
      </Group>
      {views.length + functions.length === 0 && <Empty title={t('sql.nothing')}>{t('sql.nothingHelp')}</Empty>}
      <Accordion
        variant="separated"
        order={2}
        value={open ?? null}
        onChange={(next) => go({ open: next ?? undefined })}
      >
        {views.map((view) => (
          <Accordion.Item key={view.name} value={view.name}>
            <Accordion.Control>
              <Heading name={view.name} kind={t('sql.view')} about={view.about} hits={view.hits} />
            </Accordion.Control>
            <Accordion.Panel>
              {open === view.name && <ViewColumns view={view} schema={dictionary.schema} />}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
        {functions.map((each) => (
          <Accordion.Item key={each.name} value={each.name}>
            <Accordion.Control>
              <Heading name={each.name} kind={t('sql.function')} about={each.about} />
            </Accordion.Control>
            <Accordion.Panel>
              {open === each.name && <FunctionParts each={each} schema={dictionary.schema} />}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

interface HeadingProps {
  readonly name: string;
  readonly kind: string;
  readonly about: string;
  readonly hits?: readonly string[];
}

function Heading({ name, kind, about, hits = [] }: HeadingProps) {
  return (
    <>
      <Group gap="xs">
        <Text span ff="monospace" fw={600} size="sm" dir="ltr">
          {name}
        </Text>
        <Badge variant="default" size="sm" tt="none">
          {kind}
        </Badge>
        {hits.map((hit) => (
          <Mark key={hit} px={4}>
            {hit}
          </Mark>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    </>
  );
}

function ViewColumns({ view, schema }: { readonly view: FoundView; readonly schema: string }) {
  return (
    <Stack gap="sm">
      <DataTable
        caption={t('sql.columnsOf', { name: view.name })}
        columns={columns}
        rows={view.columns}
        rowKey={({ name }) => name}
      />
      <CopyBlock label={t('sql.firstRows')} text={`select *\nfrom ${schema}.${view.name}\nlimit 100;`} />
    </Stack>
  );
}

function FunctionParts({ each, schema }: { readonly each: DictionaryFunction; readonly schema: string }) {
  return (
    <Stack gap="sm">
      <CopyBlock label={t('sql.takes')} text={`${schema}.${each.name}(${each.takes})`} />
      <Text size="sm" fw={600}>
        {t('sql.gives')}
      </Text>
      <Text size="sm" ff="monospace" className="event-id" dir="ltr">
        {each.gives}
      </Text>
    </Stack>
  );
}

const columns: readonly Column<DictionaryColumn>[] = [
  {
    key: 'name',
    header: t('sql.column'),
    isName: true,
    cell: ({ name }) => (
      <Text span ff="monospace" size="sm">
        {name}
      </Text>
    ),
  },
  {
    key: 'type',
    header: t('sql.type'),
    cell: ({ type }) => (
      <Text span ff="monospace" size="xs" c="dimmed" className="no-wrap">
        {type}
      </Text>
    ),
  },
  { key: 'about', header: t('sql.meaning'), minWidth: 260, cell: ({ about }) => <Text size="sm">{about}</Text> },
];
