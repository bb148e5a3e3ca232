import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Approval } from '../api/views.ts';
import { PageProblem } from '../frame/page-problem.tsx';
import { t, tCode } from '../texts/t.ts';
import { answer, type Outcome } from './answer.ts';
import { ImpactText } from './impact-text.tsx';

interface AnswerDialogProps {
  readonly approval: Approval;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/** Asks for the reason, and once more shows what follows. A no needs a reason. */
export function AnswerDialog({ approval, outcome, onClose }: AnswerDialogProps) {
  const [reason, setReason] = useState('');
  // Another reason is another answer.
  const key = useMemo(() => `${crypto.randomUUID()}/${reason.length}`, [reason]);
  const isNo = outcome === 'refuse';
  const deciding = useMutation({
    mutationFn: () => answer(approval, { outcome, reason, key }),
    onSuccess: () => {
      notifications.show({ message: t(isNo ? 'decisions.refused' : 'decisions.granted') });
      onClose();
    },
  });
  const what = tCode('decisions.kind', approval.kind);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isNo ? 'decisions.refuseThis' : 'decisions.grantThis', { what })}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deciding.mutate();
        }}
      >
        <Stack>
          <Text size="sm">
            <ImpactText impact={approval.impact} />
          </Text>
          <Textarea
            label={t(isNo ? 'decisions.reason' : 'decisions.reasonOptional')}
            placeholder={isNo ? t('decisions.reasonExample') : undefined}
            required={isNo}
            maxLength={LONGEST_REASON}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {deciding.isError && <PageProblem title={t('decisions.failed')} error={deciding.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('decisions.cancel')}
            </Button>
            <Button type="submit" loading={deciding.isPending} disabled={isNo && reason.trim() === ''}>
              {t(isNo ? 'decisions.refuse' : 'decisions.grant')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
