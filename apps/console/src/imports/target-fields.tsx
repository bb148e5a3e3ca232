import { Alert, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { EngagementLine } from '../api/views.ts';
import { t } from '../texts/t.ts';
import type { GoImport } from './import-page.tsx';
import { type ChosenTarget, NEW_PLAN } from './use-target.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const CURRENCIES = Intl.supportedValuesOf('currency');

interface TargetFieldsProps {
  readonly target: ChosenTarget;
  readonly portfolio: readonly EngagementLine[];
  readonly go: GoImport;
}

/** Which engagement and plan; of a new plan what the file does not say. */
export function TargetFields({ target, portfolio, go }: TargetFieldsProps) {
  const { engagement, plans = [], planId, mayManage } = target;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('import.engagement')}
          value={engagement?.engagementId ?? ''}
          onChange={({ currentTarget }) => go({ engagement: currentTarget.value, plan: undefined })}
          data={portfolio.map(({ engagementId, code, title }) => ({
            value: engagementId,
            label: `${code} · ${title}`,
          }))}
        />
        <NativeSelect
          label={t('import.plan')}
          value={planId ?? NEW_PLAN}
          onChange={({ currentTarget }) => go({ engagement: engagement?.engagementId, plan: currentTarget.value })}
          data={[
            ...plans.map((plan) => ({ value: plan.planId, label: plan.title })),
            { value: NEW_PLAN, label: t('import.newPlan') },
          ]}
        />
      </SimpleGrid>
      {mayManage === false && (
        <Alert color="yellow" title={t('import.mayNot')}>
          {t('import.mayNotHelp')}
        </Alert>
      )}
      {planId === undefined ? (
        <NewPlanFields target={target} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('import.intoPlan')}
        </Text>
      )}
    </Stack>
  );
}

function NewPlanFields({ target: { draft, change, calendars } }: { readonly target: ChosenTarget }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('import.planTitle')}
        value={draft.title}
        maxLength={200}
        required
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('import.start')}
        description={t('import.startHelp')}
        value={draft.start}
        onChange={({ currentTarget }) => change({ start: currentTarget.value })}
      />
      <NativeSelect
        label={t('import.calendar')}
        value={draft.calendarId ?? ''}
        onChange={({ currentTarget }) => change({ calendarId: currentTarget.value || undefined })}
        data={[
          ...calendars.map(({ calendarId, name }) => ({ value: calendarId, label: name })),
          { value: '', label: t('import.usualCalendar') },
        ]}
      />
      <NativeSelect
        label={t('import.zone')}
        value={draft.zone}
        onChange={({ currentTarget }) => change({ zone: currentTarget.value })}
        data={[...new Set([draft.zone, ...ZONES])]}
      />
      <NativeSelect
        label={t('import.currency')}
        value={draft.currency}
        onChange={({ currentTarget }) => change({ currency: currentTarget.value })}
        data={[...new Set([draft.currency, ...CURRENCIES])]}
      />
    </SimpleGrid>
  );
}
