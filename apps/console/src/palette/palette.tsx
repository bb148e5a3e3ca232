import '@mantine/spotlight/styles.css';
import { Kbd, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { openPart } from '../frame/open-part.ts';
import { t } from '../texts/t.ts';
import { found } from './find.ts';
import { useEntries } from './use-entries.ts';

const [store, palette] = createSpotlight();

/** Everything by typing: pages, engagements, what lies in the one that is open, and what can be done. Esc closes it. */
export function Palette() {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const entries = useEntries(asked);
  const groups = found(entries, asked);
  useEffect(() => palette.open(), []);

  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={() => openPart(undefined)}
      scrollable
      maxHeight={440}
      transitionProps={{ duration: 80 }}
      aria-label={t('frame.search')}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('frame.search')}
        leftSection={<IconSearch size={18} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {groups.map(([group, own]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {own.map(({ id, title, about, keys, run }) => (
              <Spotlight.Action key={id} onClick={run} className="palette-entry">
                <Text size="sm" component="span" className="palette-title">
                  {title}
                </Text>
                {about && (
                  <Text size="xs" c="dimmed" component="span">
                    {about}
                  </Text>
                )}
                {keys && (
                  <span className="palette-keys">
                    {keys.split(' ').map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </span>
                )}
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t('palette.nothing', { text: asked })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
