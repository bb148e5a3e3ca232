import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EngagementLine } from '../api/views.ts';
import { Panel } from '../frame/panel.tsx';
import { ColourMark } from '../health/colour-mark.tsx';
import { t } from '../texts/t.ts';
import { isPast, onward } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { type Exception, exceptionsOf } from './attention.ts';
import { MatterText } from './matter-text.tsx';

const FIRST = 5;
const MATTERS = 2;

interface NeedsYouProps {
  readonly lines: readonly EngagementLine[];
  readonly asOf: string;
}

/** Which engagement needs somebody today, and why: ranked, a line of reason each. */
export function NeedsYou({ lines, asOf }: NeedsYouProps) {
  const [isWhole, setWhole] = useState(false);
  const past = isPast(usePoint());
  const all = exceptionsOf(lines, asOf);
  const shown = isWhole ? all : all.slice(0, FIRST);
  return (
    <Panel title={t(past ? 'portfolio.neededThen' : 'portfolio.needsYou')}>
      {all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('portfolio.calm')}
        </Text>
      ) : (
        <ol className="needs">
          {shown.map((exception) => (
            <Need key={exception.line.engagementId} exception={exception} />
          ))}
        </ol>
      )}
      {all.length > FIRST && !isWhole && (
        <Button mt="xs" variant="default" size="compact-sm" onClick={() => setWhole(true)}>
          {t('portfolio.needsAll', { count: all.length })}
        </Button>
      )}
    </Panel>
  );
}

function Need({ exception: { line, matters } }: { readonly exception: Exception }) {
  const { engagementId, title, clientName = '' } = line;
  const [first] = matters;
  const rest = matters.length - MATTERS;
  return (
    <li className="need">
      <ColourMark colour={first?.colour ?? 'unknown'} />
      <div className="need-text">
        <Group gap={6} wrap="wrap">
          <Anchor
            fw={600}
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/engagements/$engagement"
                params={{ engagement: engagementId }}
                search={(search) => ({ ...onward(search), tab: first?.tab })}
                {...props}
              />
            )}
          >
            {title}
          </Anchor>
          <Text size="xs" c="dimmed">
            {clientName}
          </Text>
        </Group>
        <Text size="sm" component="p" m={0}>
          {matters.slice(0, MATTERS).map((matter, index) => (
            <span key={`${matter.code} ${matter.planId ?? ''} ${matter.figure ?? ''}`}>
              {index > 0 && ' · '}
              <MatterText matter={matter} engagement={engagementId} />
            </span>
          ))}
          {rest > 0 && <span className="dimmed"> {t('portfolio.andMore', { count: rest })}</span>}
        </Text>
      </div>
    </li>
  );
}
