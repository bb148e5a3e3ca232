import { Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import type { Approval, Page } from '../api/views.ts';
import { ImpactText } from '../decisions/impact-text.tsx';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { t, tCode } from '../texts/t.ts';
import { TabLink } from './tab-link.tsx';

const SHOWN = 3;

/** What waits for an answer: what follows from it, and until when. */
export function OpenDecisions({ engagement }: { readonly engagement: string }) {
  const inbox = useReading<Page<Approval>>('decision-inbox', { engagement });
  const zone = useZone();
  return (
    <ReadingBody reading={inbox} height={120}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('overview.noDecision')}
          </Text>
        ) : (
          <>
            <ul className="lines">
              {items.slice(0, SHOWN).map(({ approvalId, kind, impact, due, overdue }) => (
                <li key={approvalId} className="line">
                  <span>
                    <strong>{tCode('decisions.kind', kind)}</strong>
                    <Text size="xs" c="dimmed">
                      <ImpactText impact={impact} />
                    </Text>
                  </span>
                  <span className={`line-end ${overdue ? 'tone-red' : ''}`}>
                    {due ? formatMoment(due, { zone }) : t('decisions.noDue')}
                  </span>
                </li>
              ))}
            </ul>
            <TabLink tab="decisions">{t('overview.toAll')}</TabLink>
          </>
        )
      }
    </ReadingBody>
  );
}
