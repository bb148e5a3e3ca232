import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { t } from '../texts/t.ts';
import type { GoTo } from './events-page.tsx';
import { type EventsSearch, isPattern } from './search.ts';

const PAUSE_MS = 350;

/** Which events are wanted: by type and engagement asked of the service, by words found among those that are here. */
export function Filters({ search, go }: { readonly search: EventsSearch; readonly go: GoTo }) {
  const portfolio = useAll<EngagementLine>('portfolio');
  const [types, setTypes] = useState(search.types ?? '');
  const isWrong = types !== '' && !isPattern(types);
  useEffect(() => setTypes(search.types ?? ''), [search.types]);
  useEffect(() => {
    const wanted = types.replaceAll(' ', '') || undefined;
    if (isWrong || wanted === search.types) return;
    const timer = setTimeout(() => go({ types: wanted }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [types, isWrong, search.types]);

  const engagements = (portfolio.data ?? []).map(({ engagementId, code, title }) => ({
    value: engagementId,
    label: `${code} · ${title}`,
  }));
  const isFiltered = [search.types, search.engagement, search.text, search.start].some((each) => each !== undefined);
  return (
    <Group align="start" gap="sm">
      <TextInput
        id="events-types"
        label={t('events.types')}
        placeholder="risk.*, *.Issue*"
        value={types}
        error={isWrong && t('events.typesWrong')}
        onChange={({ currentTarget }) => setTypes(currentTarget.value)}
        w={{ base: '100%', xs: 240 }}
        styles={{ input: { fontFamily: 'monospace' } }}
      />
      <NativeSelect
        label={t('events.engagement')}
        value={search.engagement ?? ''}
        onChange={({ currentTarget }) => go({ engagement: currentTarget.value || undefined })}
        data={[{ value: '', label: t('events.everyEngagement') }, ...engagements]}
        w={{ base: '100%', xs: 260 }}
      />
      <TextInput
        id="events-text"
        type="search"
        label={t('events.text')}
        placeholder={t('events.textHint')}
        value={search.text ?? ''}
        onChange={({ currentTarget }) => go({ text: currentTarget.value || undefined })}
        w={{ base: '100%', xs: 220 }}
      />
      {isFiltered && (
        <Button
          variant="default"
          mt={{ base: 0, xs: 25 }}
          onClick={() => go({ types: undefined, engagement: undefined, text: undefined, start: undefined })}
        >
          {t('events.clear')}
        </Button>
      )}
    </Group>
  );
}
