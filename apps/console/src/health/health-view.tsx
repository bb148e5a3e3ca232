import { Badge, List, Text } from '@mantine/core';
import type { Colour, Health, Reason } from '../api/views.ts';
import { useAskWhy } from '../explain/figure-button.tsx';
import { t } from '../texts/t.ts';
import { ColourMark } from './colour-mark.tsx';
import { reasonText } from './reason-text.ts';
import './health.css';

const LIMIT = 3;

/** A colour is never alone: it stands in words, too. */
export function ColourBadge({ colour }: { readonly colour: Colour }) {
  return (
    <Badge className={`colour-${colour}`} variant="outline" radius="sm" leftSection={<ColourMark colour={colour} />}>
      {t(`colour.${colour}`)}
    </Badge>
  );
}

interface ReasonsProps {
  readonly health: Health;
  /** Only what makes it look as it does. */
  readonly isShort?: boolean;
}

/** Why it has its colour, gravest first; a reason that is a figure explains itself. */
export function Reasons({ health, isShort = false }: ReasonsProps) {
  const { reasons } = health;
  if (reasons.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('health.noReasons')}
      </Text>
    );
  const shown = isShort ? reasons.filter(({ colour }) => colour !== 'green').slice(0, LIMIT) : reasons;
  return (
    <List listStyleType="none" size="sm" spacing={2}>
      {(shown.length > 0 ? shown : reasons.slice(0, 1)).map((reason) => (
        <List.Item key={`${reason.code} ${reason.planId ?? ''} ${reason.figure ?? ''}`} className="reason">
          <ColourMark colour={reason.colour} />
          <ReasonText reason={reason} />
        </List.Item>
      ))}
    </List>
  );
}

function ReasonText({ reason }: { readonly reason: Reason }) {
  const ask = useAskWhy();
  const { figure, planId } = reason;
  const text = reasonText(reason);
  if (!figure || !planId) return <>{text}</>;
  return (
    <button
      type="button"
      className="figure-button"
      aria-label={t('health.why', { name: text })}
      onClick={() => ask(figure, planId)}
    >
      {text}
    </button>
  );
}
