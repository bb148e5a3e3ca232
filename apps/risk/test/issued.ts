import type { Instant, Issued } from '@bw/kernel';
import { idOf, TEST_TENANT } from '@bw/testing';

/** What a command carries beside its words, for scenarios. */
export function issuedAt(at: Instant, actor: string = idOf('user')): Issued {
  const command = idOf('command', at);
  return { at, effective: { at }, tenant: TEST_TENANT, actor, command, correlation: command, causation: command };
}
