import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { forGood, useCommand } from '../actions/use-command.ts';
import { command, read } from '../api/request.ts';
import { formatDay } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t, tCode } from '../texts/t.ts';
import type { BaselineRow, WholePlan } from './plan-views.ts';

interface BaselineDialogProps {
  readonly plan: WholePlan;
  readonly onClose: () => void;
}

/** The baselines of the plan: captured from it as it is now, and put before the sponsor. */
export function BaselineDialog({ plan: { planId }, onClose }: BaselineDialogProps) {
  const zone = useZone();
  const baselines = useQuery({
    queryKey: ['baselines', planId],
    queryFn: () => read<readonly BaselineRow[]>('/api/v1/baselines', { plan: planId }),
  });
  const capture = useCommand<string>({
    send: (plan, key) => command('PUT', `/api/v1/baselines/${key}`, { planId: plan }),
    done: () => forGood(t('plan.baselineCaptured')),
  });
  const submit = useCommand<BaselineRow>({
    send: ({ baselineId }, key) => command('POST', `/api/v1/baselines/${baselineId}/submit`, {}, { key }),
    done: () => forGood(t('plan.baselineSubmitted')),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('plan.baselines')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('plan.baselinesAbout')}
        </Text>
        <ReadingBody reading={baselines} height={80}>
          {(rows) =>
            rows.length === 0 ? (
              <Text size="sm">{t('plan.noBaselines')}</Text>
            ) : (
              <Stack gap="xs">
                {rows.map((row) => (
                  <Group key={row.baselineId} justify="space-between">
                    <Group gap="xs">
                      <Text size="sm">{t('plan.baselineOf', { day: formatDay(row.dataDate, { zone }) })}</Text>
                      <Badge variant="outline" color="gray" className="colour-unknown">
                        {tCode('baseline', row.status)}
                      </Badge>
                    </Group>
                    {row.status === 'captured' && (
                      <Button size="compact-sm" loading={submit.isPending} onClick={() => submit.run(row)}>
                        {t('plan.submitBaseline')}
                      </Button>
                    )}
                  </Group>
                ))}
              </Stack>
            )
          }
        </ReadingBody>
        <Group justify="flex-end">
          <Button variant="default" loading={capture.isPending} onClick={() => capture.run(planId)}>
            {t('plan.captureBaseline')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
