import { clockTime } from '../texts/clock-time.ts';
import { t } from '../texts/t.ts';
import { liveState } from './live.ts';
import { useStore } from './store.ts';

/** Whether what one sees is told as it happens. Says nothing while it begins: that takes a blink. */
export function LiveMark() {
  const { kind, since } = useStore(liveState);
  if (kind === 'connecting') return null;
  const label = kind === 'live' ? t('live.live') : t('live.reconnecting', { at: clockTime(since) });
  return (
    <span className={`live-mark live-${kind}`} role="status" title={label}>
      <span className="live-dot" aria-hidden />
      <span className={kind === 'live' ? 'only-read' : 'live-text'}>{label}</span>
    </span>
  );
}
