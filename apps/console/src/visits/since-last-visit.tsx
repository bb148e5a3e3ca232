import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../frame/panel.tsx';
import { inWords } from '../history/event-words.ts';
import { useStore } from '../live/store.ts';
import { formatCivilDay } from '../texts/civil-day.ts';
import { t } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { GROUPS, type Group as GroupName, type Happened, type HealthChange } from './happened.ts';
import { lastVisit } from './remember.ts';
import type { Mark } from './visit.ts';
import { useHappened } from './use-happened.ts';

/** Where a group's things are shown. */
const TABS: Readonly<Record<GroupName, 'overview' | 'performance' | 'decisions' | 'issues' | 'risks' | 'history'>> = {
  health: 'overview',
  crossings: 'overview',
  forecasts: 'performance',
  decisions: 'decisions',
  issues: 'issues',
  risks: 'risks',
  restatements: 'history',
};

/**
 * What happened since the reader was here last, of one engagement or of all that they see. Says nothing on a first visit,
 * nor where the page shows the past.
 */
export function SinceLastVisit({ engagement }: { readonly engagement?: string }) {
  const mark = useStore(lastVisit);
  const past = isPast(usePoint());
  return mark && !past ? <Since key={mark.sequence} mark={mark} engagement={engagement} /> : null;
}

interface SinceProps {
  readonly mark: Mark;
  readonly engagement: string | undefined;
}

function Since({ mark, engagement }: SinceProps) {
  const { lines, health, titles, isCut, limit } = useHappened(mark, engagement);
  const day = new Date(mark.at).toISOString().slice(0, 10);
  const groups = GROUPS.filter((group) =>
    group === 'health' ? health.length > 0 : lines.some((line) => line.group === group),
  );
  return (
    <Panel
      title={t('visits.title')}
      aside={
        <Anchor size="sm" renderRoot={(props) => <Link to="." search={asKnown(day)} {...props} />}>
          {t('visits.asThen')}
        </Anchor>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('visits.since', { at: formatCivilDay(day) })}
      </Text>
      {groups.length === 0 && <Text size="sm">{t('visits.nothing')}</Text>}
      <Group align="flex-start" gap="xl">
        {groups.map((group) => (
          <Stack key={group} gap={2} miw={200}>
            <Title order={3} size="h6">
              {t(`visits.group.${group}`)}
            </Title>
            {group === 'health'
              ? health.map((change) => <HealthLine key={change.engagement} change={change} titles={titles} />)
              : lines
                  .filter((line) => line.group === group)
                  .map((line) => <Line key={`${line.engagement} ${line.type}`} line={line} titles={titles} />)}
          </Stack>
        ))}
      </Group>
      {isCut && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('visits.more', { count: limit })}
        </Text>
      )}
    </Panel>
  );
}

const asKnown =
  (day: string) =>
  (search: Record<string, unknown>): Record<string, unknown> => ({ ...search, knownAt: day });

type Titles = ReadonlyMap<string, string>;

function HealthLine({ change, titles }: { readonly change: HealthChange; readonly titles: Titles }) {
  const values = { before: t(`colour.${change.before}`), after: t(`colour.${change.after}`) };
  return (
    <Text size="sm">
      <To engagement={change.engagement} tab="overview" titles={titles} />{' '}
      <span className={`colour-${change.after}`}>{t('visits.health', values)}</span>
    </Text>
  );
}

function Line({ line, titles }: { readonly line: Happened; readonly titles: Titles }) {
  return (
    <Text size="sm">
      {inWords(line.type)}
      {line.count > 1 && <>, {t('visits.times', { count: line.count })}</>}{' '}
      <To engagement={line.engagement} tab={TABS[line.group]} titles={titles} />
    </Text>
  );
}

interface ToProps {
  readonly engagement: string;
  readonly tab: (typeof TABS)[GroupName];
  readonly titles: Titles;
}

function To({ engagement, tab, titles }: ToProps) {
  const title = titles.get(engagement);
  if (title === undefined) return null;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/engagements/$engagement"
          params={{ engagement }}
          search={tab === 'overview' ? {} : { tab }}
          {...props}
        />
      )}
    >
      {title}
    </Anchor>
  );
}
