import { derivedId, type Timer } from '@bw/event-store';
import { type Instant, isId, type Issued } from '@bw/kernel';
import type { Place } from '../promises/turn.ts';

/**
 * The command that a timer gives: the same timer, fired twice, is one command. One that was set again for the same
 * instant, because the stream has moved on, is another.
 */
export function issuedByTimer({ tenant, name, key, due, payload }: Timer, now: Instant): Issued {
  const { correlation, version } = payload;
  const command = derivedId(tenant, 'timer', name, key, due, typeof version === 'number' ? version : 0);
  return {
    at: now,
    effective: { at: now },
    tenant,
    actor: 'system:risk',
    command,
    correlation: isId(correlation) ? correlation : command,
    causation: command,
  };
}

export function placeOfTimer({ name, key, payload: { engagement, client } }: Timer): Place {
  if (!isId(engagement)) throw new Error(`The timer ${name} of ${key} does not say of which engagement it is.`);
  return { engagement, ...(isId(client) && { client }) };
}
