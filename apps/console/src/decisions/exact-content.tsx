import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import type { ApprovalLine } from './approval.ts';

/** For whoever wants to know exactly: the fingerprint, the plan, the history. */
export function ExactContent({ approval }: { readonly approval: ApprovalLine }) {
  const { approvalId, engagementId, contentHash, planId } = approval;
  return (
    <details className="exact">
      <summary>{t('decisions.exact')}</summary>
      <Text size="xs" c="dimmed">
        {t('decisions.hashHelp')}
      </Text>
      <Text size="xs" className="event-id">
        {t('decisions.hash')}: {contentHash}
      </Text>
      <Group gap="md" mt={4}>
        {planId && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/engagements/$engagement"
                params={{ engagement: engagementId }}
                search={(search) => ({ ...onward(search), tab: 'plan' as const, plan: planId })}
                {...props}
              />
            )}
          >
            {t('decisions.toPlan')}
          </Anchor>
        )}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/engagements/$engagement"
              params={{ engagement: engagementId }}
              search={(search) => ({ ...onward(search), tab: 'history' as const, stream: `apr-${approvalId}` })}
              {...props}
            />
          )}
        >
          {t('decisions.history')}
        </Anchor>
      </Group>
    </details>
  );
}
