import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EngagementLine } from '../api/views.ts';
import { useAskWhy } from '../explain/figure-button.tsx';
import type { Tab } from '../engagement/tab.ts';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import { familiesOf, type Family, type FamilyHealth } from './families.ts';
import { ColourMark } from './colour-mark.tsx';
import { reasonText } from './reason-text.ts';
import './health.css';

const TABS: Readonly<Record<Family, Tab>> = {
  schedule: 'performance',
  cost: 'performance',
  issues: 'issues',
  risks: 'risks',
  decisions: 'decisions',
};

/** A cell per family: its shape says the same as its colour, a press leads to why. */
export function HealthCells({ line }: { readonly line: EngagementLine }) {
  return (
    <span className="health-cells">
      {familiesOf(line.health).map((health) => (
        <FamilyCell key={health.family} engagement={line.engagementId} health={health} />
      ))}
    </span>
  );
}

interface FamilyCellProps {
  readonly engagement: string;
  readonly health: FamilyHealth;
}

function FamilyCell({ engagement, health: { family, colour, reasons } }: FamilyCellProps) {
  const ask = useAskWhy();
  const named = { family: t(`family.${family}`), colour: t(`colour.${colour}`) };
  const [first] = reasons;
  const label = first ? t('family.labelWhy', { ...named, reason: reasonText(first) }) : t('family.label', named);
  const { figure, planId } = first ?? {};
  const shape = <ColourMark colour={colour} />;
  return (
    <Tooltip label={label}>
      {figure && planId ? (
        <button
          type="button"
          className={`health-cell health-${colour}`}
          aria-label={label}
          onClick={() => ask(figure, planId)}
        >
          {shape}
        </button>
      ) : (
        <Link
          to="/engagements/$engagement"
          params={{ engagement }}
          search={(search) => ({ ...onward(search), tab: TABS[family] })}
          className={`health-cell health-${colour}`}
          aria-label={label}
        >
          {shape}
        </Link>
      )}
    </Tooltip>
  );
}
