import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageProblem } from '../frame/page-problem.tsx';
import { t } from '../texts/t.ts';
import { type ParkedEvent, skipEvent } from './readings.ts';
import type { Service } from './standing.ts';

const LONGEST_NOTE = 2_000;

interface SkipDialogProps {
  readonly service: Service;
  readonly event: ParkedEvent;
  readonly onClose: () => void;
}

/** Going on without an event is for good, so it needs a reason. */
export function SkipDialog({ service, event, onClose }: SkipDialogProps) {
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const skipping = useMutation({
    mutationFn: () => skipEvent(service, event, note.trim()),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['ops'] });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('system.skipTitle')} closeButtonProps={{ 'aria-label': t('why.close') }}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          skipping.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t('system.skipAbout', { type: event.type })}</Text>
          <Textarea
            label={t('system.skipNote')}
            required
            maxLength={LONGEST_NOTE}
            data-autofocus
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {skipping.isError && <PageProblem title={t('page.failed')} error={skipping.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('decisions.cancel')}
            </Button>
            <Button type="submit" loading={skipping.isPending} disabled={note.trim() === ''}>
              {t('system.skip')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
