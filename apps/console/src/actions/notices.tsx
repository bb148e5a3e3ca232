import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { RequestProblem } from '../api/request.ts';
import { t } from '../texts/t.ts';
import { forgetUndo, offerUndo } from './undo-key.ts';

const UNDO_MS = 12_000;
const PROBLEM_MS = 15_000;

/** Says that something was recorded; with a way back where there is one, by button and by key. */
export function tellDone(text: string, undo?: () => void): void {
  if (!undo) {
    notifications.show({ message: text });
    return;
  }
  const id = crypto.randomUUID();
  const once = () => {
    forgetUndo(once);
    notifications.hide(id);
    undo();
  };
  offerUndo(once);
  notifications.show({
    id,
    autoClose: UNDO_MS,
    onClose: () => forgetUndo(once),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" component="span">
          {text}
        </Text>
        <Button size="compact-sm" variant="default" onClick={once}>
          {t('actions.undo')}
        </Button>
      </Group>
    ),
  });
}

/** Says why something was not recorded, in the server's words. The screen is as it was before. */
export function tellProblem(error: unknown): void {
  const hint = error instanceof RequestProblem ? error.hint : undefined;
  notifications.show({
    color: 'red',
    autoClose: PROBLEM_MS,
    title: t('actions.notRecorded'),
    message: (
      <>
        <Text size="sm">{error instanceof Error ? error.message : String(error)}</Text>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </>
    ),
  });
}

/** Recorded, but the readings are not that far yet. */
export function tellWaiting(): void {
  notifications.show({ color: 'yellow', message: t('actions.recordedButBehind') });
}
