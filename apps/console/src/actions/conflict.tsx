import { Alert, Button, List, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read, type RequestProblem } from '../api/request.ts';
import { formatMoment } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { changeText, tellingChanges } from '../history/change-text.ts';
import { inWords } from '../history/event-words.ts';
import type { TrailPage } from '../history/trail.ts';
import { personText, usePeople } from '../session/people.ts';
import { t } from '../texts/t.ts';

/** What a command changes. */
export interface Thing {
  /** Where its present state is read: `risks/<id>`. */
  readonly path: string;
  /** Its stream in the log: `risk-<id>`. */
  readonly stream: string;
  readonly engagement: string;
}

interface ConflictProps {
  readonly problem: RequestProblem;
  readonly thing: Thing;
  /** The version on which the form was built. */
  readonly seen: number;
  readonly onAgain: () => Promise<void>;
}

/** Somebody was faster: who changed what meanwhile, and the offer to apply one's own to that. */
export function Conflict({ problem, thing: { stream, engagement }, seen, onAgain }: ConflictProps) {
  const zone = useZone();
  const people = usePeople(engagement);
  const since = useQuery({
    queryKey: ['audit', 'since', stream, seen],
    queryFn: () => read<TrailPage>('/api/v1/audit', { engagement, stream, with: 'changes', limit: '20' }),
    select: ({ items }) => items.filter(({ streamVersion }) => streamVersion > seen).toReversed(),
  });
  const entries = since.data ?? [];
  const isStale = problem.code === 'VERSION_CONFLICT';
  return (
    <Alert role="alert" color="yellow" title={t('conflict.title')} styles={{ label: { color: 'var(--bw-amber)' } }}>
      <Stack gap="xs">
        <Text size="sm">{isStale ? t('conflict.about') : problem.message}</Text>
        {!isStale && problem.hint && <Text size="sm">{problem.hint}</Text>}
        {since.isPending && <Skeleton height={40} />}
        {entries.length > 0 && (
          <List size="sm" aria-label={t('conflict.meanwhile')}>
            {entries.map(({ event, type, actor, recorded, changes }) => (
              <List.Item key={event}>
                <strong>{inWords(type)}</strong>, {personText(actor, people.data)}, {formatMoment(recorded, { zone })}
                {tellingChanges(changes).map((change) => (
                  <Text key={change.field} size="sm">
                    {changeText(change, { zone, who: (user) => personText(user, people.data) })}
                  </Text>
                ))}
              </List.Item>
            ))}
          </List>
        )}
        {isStale && (
          <Button variant="default" size="compact-md" w="fit-content" onClick={() => void onAgain()}>
            {t('conflict.again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
