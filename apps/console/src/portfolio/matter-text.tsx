import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAskWhy } from '../explain/figure-button.tsx';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import type { Matter } from './attention.ts';

interface MatterTextProps {
  readonly matter: Matter;
  readonly engagement: string;
}

/** A figure explains itself; a count leads to what it counts. */
export function MatterText({ matter: { text, figure, planId, tab }, engagement }: MatterTextProps) {
  const ask = useAskWhy();
  if (figure && planId)
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
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/engagements/$engagement"
          params={{ engagement }}
          search={(search) => ({ ...onward(search), tab })}
          {...props}
        />
      )}
    >
      {text}
    </Anchor>
  );
}
