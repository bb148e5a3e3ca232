import { Alert, Stack } from '@mantine/core';
import { clockTime } from '../texts/clock-time.ts';
import { t } from '../texts/t.ts';
import { clockSkew } from './server-clock.ts';
import { useStore } from './store.ts';
import { type Trouble, troubles } from './troubles.ts';

const MINUTE_MS = 60_000;

/** Says over every page which figures may be stale and since when, and that the browser's clock is wrong. */
export function TroubleNotes() {
  const all = useStore(troubles);
  const skew = useStore(clockSkew);
  if (all.length === 0 && skew === 0) return null;
  return (
    <Stack gap="xs" mb="md" role="status">
      {all.map((trouble) => (
        <Alert key={trouble.service} color="yellow" variant="light" py="xs" className="trouble">
          {textOf(trouble)}
        </Alert>
      ))}
      {skew !== 0 && (
        <Alert color="yellow" variant="light" py="xs" className="trouble">
          {t(skew > 0 ? 'live.clockSlow' : 'live.clockFast', { count: Math.round(Math.abs(skew) / MINUTE_MS) })}
        </Alert>
      )}
    </Stack>
  );
}

function textOf({ service, kind, since, lastGood }: Trouble): string {
  const values = {
    service: t(`live.service.${service}`),
    since: clockTime(since),
    lastGood: clockTime(lastGood ?? since),
  };
  if (kind === 'behind') return t('live.behind', values);
  return lastGood === undefined ? t('live.away', values) : t('live.stale', values);
}
