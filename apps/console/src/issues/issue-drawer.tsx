import { Drawer, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpen } from '../actions/opened.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { Empty } from '../frame/empty.tsx';
import { RecordHistory } from '../history/record-history.tsx';
import { type Me, type Person, personText } from '../session/people.ts';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { ClockLine } from './clock-line.tsx';
import type { IssueLine } from './issue.ts';
import { IssueActions } from './issue-actions.tsx';
import { IssueState } from './issue-state.tsx';
import { OriginText } from './origin-text.tsx';

interface IssueDrawerProps {
  readonly engagement: string;
  /** Undefined where the address names one that is not there, or not for the reader. */
  readonly issue: IssueLine | undefined;
  readonly me: Me | undefined;
  readonly people: readonly Person[];
  readonly now: number;
}

/** One issue: what can be done, its clocks, its ladder, and how it came to be so. */
export function IssueDrawer({ engagement, issue, me, people, now }: IssueDrawerProps) {
  const open = useOpen();
  const past = isPast(usePoint());
  return (
    <Drawer
      opened
      onClose={() => open({ issue: undefined })}
      position="right"
      size="lg"
      title={issue?.title ?? t('issues.issue')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      {issue ? (
        <Stack gap="lg">
          {!past && <IssueActions engagement={engagement} issue={issue} me={me} />}
          <Facts issue={issue} engagement={engagement} people={people} />
          <section>
            <Title order={3} size="h5" mb="xs">
              {t('issues.clocks')}
            </Title>
            {issue.clocks.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('issues.noClocks')}
              </Text>
            ) : (
              <Stack gap="sm">
                {issue.clocks.map((clock) => (
                  <ClockLine key={clock.clockId} clock={clock} now={now} />
                ))}
              </Stack>
            )}
          </section>
          <LadderOf issue={issue} />
          <RecordHistory engagement={engagement} streams={streamsOf(issue)} />
        </Stack>
      ) : (
        <Empty title={t('issues.notFound')}>{t('issues.notFoundHelp')}</Empty>
      )}
    </Drawer>
  );
}

/** Its own, those of its clocks, and that of its ladder. */
const streamsOf = ({ issueId, clocks, escalations }: IssueLine): readonly string[] => [
  `iss-${issueId}`,
  ...clocks.map(({ clockId }) => `clk-${clockId}`),
  ...escalations.map(({ escalationId }) => `esc-${escalationId}`),
];

interface FactsProps {
  readonly issue: IssueLine;
  readonly engagement: string;
  readonly people: readonly Person[];
}

function Facts({ issue, engagement, people }: FactsProps) {
  const zone = useZone();
  const { severity, assignee, raisedAt } = issue;
  const facts: readonly (readonly [label: string, text: ReactNode])[] = [
    [t('issues.state'), <IssueState key="state" issue={issue} />],
    [t('issues.severity'), tCode('issues.severity', String(severity))],
    [t('issues.assignee'), assignee ? personText(assignee, people) : t('issues.nobody')],
    [t('issues.raised'), formatMoment(raisedAt, { zone })],
    [t('issues.origin'), <OriginText key="origin" issue={issue} engagement={engagement} />],
  ];
  return (
    <dl className="pairs" aria-label={t('issues.facts')}>
      {facts.map(([label, text]) => (
        <div key={label} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {text}
          </Text>
        </div>
      ))}
    </dl>
  );
}

/** The levels that were reached, from the first one up. */
function LadderOf({ issue: { escalations } }: { readonly issue: IssueLine }) {
  const zone = useZone();
  const ladder = escalations.at(-1);
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('issues.ladder')}
      </Title>
      {ladder ? (
        <ol className="ladder">
          {ladder.steps.map(({ level, role, at, reached }) => (
            <li key={level} value={level}>
              <Text size="sm" className={reached ? undefined : 'tone-amber'}>
                {t('issues.level', { level })}:{' '}
                {t(reached ? 'issues.reached' : 'issues.unreached', {
                  role: tCode('role', role),
                  at: formatMoment(at, { zone }),
                })}
              </Text>
            </li>
          ))}
          <Text component="li" size="sm" c="dimmed" className="ladder-end">
            {tCode('escalation', ladder.state)}, {formatMoment(ladder.since, { zone })}
          </Text>
        </ol>
      ) : (
        <Text size="sm" c="dimmed">
          {t('issues.noLadder')}
        </Text>
      )}
    </section>
  );
}
