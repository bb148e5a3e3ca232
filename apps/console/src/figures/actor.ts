import { currentSession } from '../session/sign-in.ts';
import { t } from '../texts/t.ts';

const SHORT = 8;

/** Who it was: oneself, a service, or as much of the id as tells people apart. Names are in no event. */
export function whoIs(actor: string): string {
  if (actor === currentSession()?.user) return t('actor.you');
  if (actor.startsWith('system:')) return actor.slice('system:'.length);
  return t('actor.person', { id: actor.slice(-SHORT) });
}
