import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { read } from '../api/request.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t } from '../texts/t.ts';
import { Connect } from './connect.tsx';
import { Dictionary } from './dictionary.tsx';
import { Samples } from './samples.tsx';
import { isSqlPart, SQL_PARTS, type SqlPart, type SqlSearch } from './search.ts';
import type { DataDictionary } from './views.ts';

const route = getRouteApi('/frame/sql');

/** For analysts: what can be read with SQL, queries to begin with, and how to get in. */
export function SqlPage() {
  const search = route.useSearch();
  const { part = 'dictionary' } = search;
  const navigate = useNavigate({ from: '/sql' });
  // The schema is the same at every point in time; it changes with a release only.
  const dictionary = useQuery({
    queryKey: ['data-dictionary'],
    queryFn: () => read<DataDictionary>('/api/v1/data-dictionary'),
    staleTime: Infinity,
  });
  const go = (change: SqlSearch) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (now) => ({ ...now, ...change }),
    });

  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('sql.title')}
        </Title>
        <Text c="dimmed" maw={820}>
          {t('sql.about')}
        </Text>
      </div>
      <Tabs value={part} onChange={(next) => isSqlPart(next) && go({ part: next })} keepMounted={false}>
        <Tabs.List aria-label={t('sql.parts')} className="tab-list">
          {SQL_PARTS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`sql.part.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part} pt="md">
          <ReadingBody reading={dictionary} height={480}>
            {(found) => <Part part={part} dictionary={found} search={search} go={go} />}
          </ReadingBody>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

interface PartProps {
  readonly part: SqlPart;
  readonly dictionary: DataDictionary;
  readonly search: SqlSearch;
  readonly go: (change: SqlSearch) => void;
}

function Part({ part, dictionary, search, go }: PartProps) {
  switch (part) {
    case 'dictionary':
      return <Dictionary dictionary={dictionary} search={search} go={go} />;
    case 'samples':
      return <Samples samples={dictionary.samples} />;
    case 'connect':
      return <Connect dictionary={dictionary} />;
  }
}
