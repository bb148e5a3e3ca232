import { Anchor, List, Text } from '@mantine/core';
import { formatMinutes } from '../figures/figure.ts';
import { t } from '../texts/t.ts';
import { type LateStep, whyLate } from './late.ts';
import type { Activity } from './plan-views.ts';
import { Section } from './section.tsx';

interface WhyLateProps {
  readonly activity: Activity;
  readonly all: ReadonlyMap<string, Activity>;
  readonly onOpen: (activityId: string) => void;
}

/** Where a delay came from: back along what drives the activity, with what each one added. */
export function WhyLate({ activity, all, onOpen }: WhyLateProps) {
  const whole = whyLate(activity, all);
  const [first] = whole;
  if (!first) return null;
  // Those between that only hand the delay on say nothing.
  const steps = whole.filter((step, index) => index === 0 || step.own !== 0);
  return (
    <Section title={t('plan.whyLate')}>
      <Text size="sm" mb={6}>
        {t('plan.lateBy', { late: formatMinutes(first.inherited + first.own) })}
      </Text>
      <List size="sm" spacing={4}>
        {steps.map((step, index) => (
          <List.Item key={step.activity.activityId}>
            {index === 0 ? (
              t('plan.itself')
            ) : (
              <Anchor component="button" type="button" size="sm" onClick={() => onOpen(step.activity.activityId)}>
                {step.activity.code} {step.activity.name}
              </Anchor>
            )}
            {': '}
            {ownText(step)}
          </List.Item>
        ))}
      </List>
      {(whole.at(-1)?.inherited ?? 0) > 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('plan.lateFromOutside')}
        </Text>
      )}
    </Section>
  );
}

function ownText({ own, inherited }: LateStep): string {
  if (own > 0)
    return inherited > 0
      ? t('plan.addsLate', { own: formatMinutes(own) })
      : t('plan.beganLate', { own: formatMinutes(own) });
  if (own < 0) return t('plan.madeGood', { own: formatMinutes(-own) });
  return t('plan.handsOn');
}
