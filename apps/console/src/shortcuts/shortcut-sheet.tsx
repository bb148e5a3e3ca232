import { Group, Kbd, Modal, SimpleGrid, Text } from '@mantine/core';
import { openPart } from '../frame/open-part.ts';
import type { Command } from '../palette/command.ts';
import { commands } from '../palette/commands.ts';
import { usePlace } from '../palette/use-place.ts';
import { t } from '../texts/t.ts';

/** Every key that does something here. */
export function ShortcutSheet() {
  const place = usePlace();
  const shown = commands.filter(({ keys, when }) => keys !== undefined && (when?.(place) ?? true));
  const lines: readonly (readonly [keys: string, title: string])[] = [
    [`${t('frame.ctrl')} K`, t('frame.search')],
    ...shown.map(({ keys = '', titleKey }: Command) => [keys, t(titleKey)] as const),
    [`${t('frame.ctrl')} Z`, t('shortcuts.undo')],
    ['Esc', t('shortcuts.close')],
  ];
  return (
    <Modal
      opened
      onClose={() => openPart(undefined)}
      title={t('frame.shortcuts')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing={6} m={0}>
        {lines.map(([keys, title]) => (
          <Group key={keys} justify="space-between" wrap="nowrap">
            <Text component="dt" size="sm">
              {title}
            </Text>
            <Text component="dd" m={0}>
              {keys.split(' ').map((key) => (
                <Kbd key={key} ms={4}>
                  {key}
                </Kbd>
              ))}
            </Text>
          </Group>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
