import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/request.ts';
import { CopyBlock } from '../code/copy-block.tsx';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { inWords } from '../history/event-words.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import type { EventType } from './event-types.ts';
import type { GoTo } from './events-page.tsx';
import { fieldsOf, type Schema, type SchemaField } from './schema-fields.ts';

interface WholeType extends Omit<EventType, 'schema'> {
  readonly schema: Schema;
  readonly sample: object;
}

/** One type: its fields, an example in its envelope, the schema that tools take, and where such events are. */
export function TypeDetails({ type, go }: { readonly type: string; readonly go: GoTo }) {
  const whole = useQuery({
    queryKey: ['event-types', type],
    queryFn: () => read<WholeType>(`/api/v1/event-types/${type}`),
    staleTime: Infinity,
  });
  return (
    <ReadingBody reading={whole} height={480}>
      {(found) => <Details found={found} go={go} />}
    </ReadingBody>
  );
}

function Details({ found, go }: { readonly found: WholeType; readonly go: GoTo }) {
  const { type, version, about, topic, schema, sample } = found;
  return (
    <Panel
      title={inWords(type)}
      aside={
        <Button variant="default" size="compact-sm" onClick={() => go({ type: undefined })}>
          {t('events.closeType')}
        </Button>
      }
    >
      <Stack gap="md">
        <div>
          <Text size="sm">{about}</Text>
          <Text size="xs" c="dimmed" ff="monospace" dir="ltr">
            {type} · {t('events.version', { version })} · {topic}
          </Text>
        </div>
        <Group gap="md">
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/events"
                search={(now: Record<string, unknown>) => ({ ...onward(now), types: type })}
                {...props}
              />
            )}
          >
            {t('events.showSuch')}
          </Anchor>
          <Anchor size="sm" href={`/api/v1/schemas/${type}/${version}`} target="_blank" rel="noreferrer">
            {t('events.schemaAddress')}
          </Anchor>
        </Group>
        <DataTable
          caption={t('events.fieldsOf', { type })}
          columns={columns}
          rows={fieldsOf(schema)}
          rowKey={({ path }) => path}
        />
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('events.sample')}
          </Text>
          <CopyBlock label={t('events.sample')} text={JSON.stringify(sample, undefined, 2)} />
        </div>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('events.schema')}
          </Text>
          <CopyBlock label={t('events.schema')} text={JSON.stringify(schema, undefined, 2)} />
        </div>
      </Stack>
    </Panel>
  );
}

const columns: readonly Column<SchemaField>[] = [
  {
    key: 'field',
    header: t('events.field'),
    isName: true,
    cell: ({ path }) => (
      <Text span size="sm" ff="monospace" dir="ltr">
        {path}
      </Text>
    ),
  },
  {
    key: 'kind',
    header: t('events.kind'),
    minWidth: 140,
    cell: ({ kind }) => (
      <Text span size="xs" c="dimmed" ff="monospace" className="event-id">
        {kind}
      </Text>
    ),
  },
  {
    key: 'required',
    header: t('events.required'),
    cell: ({ isRequired }) => t(isRequired ? 'events.always' : 'events.sometimes'),
  },
];
