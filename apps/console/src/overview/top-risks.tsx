import { Text } from '@mantine/core';
import { useAll } from '../api/readings.ts';
import type { Risk } from '../api/views.ts';
import { ReadingBody } from '../frame/reading-body.tsx';
import { ColourMark } from '../health/colour-mark.tsx';
import { t } from '../texts/t.ts';
import { topRisks } from './gravest-risks.ts';
import { TabLink } from './tab-link.tsx';

/** The open risks that weigh most. */
export function TopRisks({ engagement }: { readonly engagement: string }) {
  const register = useAll<Risk>('register', { engagement });
  return (
    <ReadingBody reading={register} height={120}>
      {(risks) => {
        const top = topRisks(risks);
        if (top.length === 0)
          return (
            <Text size="sm" c="dimmed">
              {t('overview.noRisk')}
            </Text>
          );
        return (
          <>
            <ul className="lines">
              {top.map(({ riskId, title, current }) => (
                <li key={riskId} className="line">
                  <span className="line-start">
                    <ColourMark colour={current?.aboveAppetite ? 'amber' : 'unknown'} />
                    {title}
                  </span>
                  <span className="line-end">
                    {current ? t('overview.score', { score: current.score }) : t('page.none')}
                    {current?.aboveAppetite && (
                      <Text span size="xs" className="tone-amber">
                        {t('overview.aboveAppetite')}
                      </Text>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <TabLink tab="risks">{t('overview.toRisks')}</TabLink>
          </>
        );
      }}
    </ReadingBody>
  );
}
