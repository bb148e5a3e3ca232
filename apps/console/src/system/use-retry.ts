import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tellProblem } from '../actions/notices.tsx';
import { t } from '../texts/t.ts';
import { type ParkedEvent, retryKey } from './readings.ts';
import type { Service } from './standing.ts';

/** Tries a key's parked events again, and says how far that went. */
export function useRetry(service: Service, event: ParkedEvent) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => retryKey(service, event),
    onError: tellProblem,
    onSuccess: ({ applied, left, reason }) => {
      notifications.show({
        message:
          left === 0 ? t('system.freed', { count: applied }) : t('system.stillParked', { left, reason: reason ?? '' }),
      });
      return client.invalidateQueries({ queryKey: ['ops'] });
    },
  });
}
