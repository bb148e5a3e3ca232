import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyBlock } from '../code/copy-block.tsx';
import { t } from '../texts/t.ts';
import type { GoTo } from './events-page.tsx';
import type { EventsSearch } from './search.ts';
import { subscription } from './subscribe.ts';

interface SubscribeProps {
  readonly search: EventsSearch;
  /** Number behind which a subscriber would go on. */
  readonly after: number;
  readonly go: GoTo;
}

/** The same events for a program, and the same again from any number on. */
export function Subscribe({ search, after, go }: SubscribeProps) {
  const [from, setFrom] = useState<string | number>(search.start ?? 1);
  const { token, stream, pages, bw } = subscription(search, after, location.origin);
  return (
    <details className="no-print">
      <summary>{t('events.elsewhere')}</summary>
      <Stack gap="sm" maw={900}>
        <Text size="sm" c="dimmed">
          {t('events.elsewhereAbout')}
        </Text>
        <CopyBlock label={t('events.byStream')} text={`${token}\n${stream}`} />
        <CopyBlock label={t('events.byPages')} text={pages} />
        <CopyBlock label={t('events.byCommand')} text={bw} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typeof from === 'number' && from > 0) go({ start: from });
          }}
        >
          <Group align="end" gap="sm">
            <NumberInput
              label={t('events.from')}
              description={t('events.fromAbout')}
              min={1}
              allowDecimal={false}
              value={from}
              onChange={setFrom}
            />
            <Button type="submit" variant="default">
              {t('events.replay')}
            </Button>
          </Group>
        </form>
      </Stack>
    </details>
  );
}
