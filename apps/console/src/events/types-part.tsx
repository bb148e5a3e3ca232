import { Anchor, Badge, Grid, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/request.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t, tCode } from '../texts/t.ts';
import { type EventType, typesByService } from './event-types.ts';
import type { GoTo } from './events-page.tsx';
import type { EventsSearch } from './search.ts';
import { TypeDetails } from './type-details.tsx';

interface TypesPartProps {
  readonly search: EventsSearch;
  readonly go: GoTo;
}

/** What can happen: every type of event by the service that says it, with schema and example. */
export function TypesPart({ search, go }: TypesPartProps) {
  const types = useQuery({
    queryKey: ['event-types'],
    queryFn: () => read<readonly EventType[]>('/api/v1/event-types'),
    staleTime: Infinity, // changes with a release only
  });
  return (
    <ReadingBody reading={types} height={480}>
      {(all) => <Catalogue all={all} search={search} go={go} />}
    </ReadingBody>
  );
}

function Catalogue({ all, search, go }: TypesPartProps & { readonly all: readonly EventType[] }) {
  const groups = typesByService(all, search.text);
  const count = groups.reduce((sum, { types }) => sum + types.length, 0);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: search.type ? 5 : 12 }} order={{ base: 2, lg: 1 }}>
        <Stack gap="md">
          <Group justify="space-between" align="end">
            <TextInput
              id="events-text"
              type="search"
              label={t('events.findType')}
              placeholder={t('events.findTypeHint')}
              leftSection={<IconSearch size={16} />}
              value={search.text ?? ''}
              onChange={({ currentTarget }) => go({ text: currentTarget.value || undefined })}
              w={{ base: '100%', xs: 320 }}
            />
            <Text size="sm" c="dimmed" role="status">
              {t('events.typesFound', { count })}
            </Text>
          </Group>
          {groups.length === 0 && <Empty title={t('events.noType')}>{t('events.noTypeHelp')}</Empty>}
          {groups.map(({ service, topic, types }) => (
            <section key={service} aria-labelledby={`types-${service}`}>
              <Group gap="xs" mb={6}>
                <Title order={2} size="h5" id={`types-${service}`}>
                  {tCode('service', service)}
                </Title>
                <Badge variant="default" size="sm" tt="none" ff="monospace">
                  {topic}
                </Badge>
              </Group>
              <List listStyleType="none" spacing={6}>
                {types.map((each) => (
                  <TypeLine key={`${each.type}/${each.version}`} type={each} isOpen={search.type === keyOf(each)} />
                ))}
              </List>
            </section>
          ))}
        </Stack>
      </Grid.Col>
      {search.type && (
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 1, lg: 2 }}>
          <TypeDetails key={search.type} type={search.type} go={go} />
        </Grid.Col>
      )}
    </Grid>
  );
}

const keyOf = ({ type, version }: EventType): string => `${type}/${version}`;

function TypeLine({ type, isOpen }: { readonly type: EventType; readonly isOpen: boolean }) {
  return (
    <List.Item>
      <Anchor
        size="sm"
        fw={isOpen ? 700 : 500}
        ff="monospace"
        renderRoot={(props) => (
          <Link
            to="/events"
            resetScroll={false}
            search={(now: Record<string, unknown>) => ({ ...now, type: keyOf(type) })}
            aria-current={isOpen || undefined}
            {...props}
          />
        )}
      >
        {type.type}
      </Anchor>
      <Text size="xs" c="dimmed" span ms={6}>
        {t('events.version', { version: type.version })}
      </Text>
      <Text size="sm" c="dimmed">
        {type.about}
      </Text>
    </List.Item>
  );
}
