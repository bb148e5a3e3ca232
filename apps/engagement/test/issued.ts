import type { Issued } from '@bw/kernel';
import { idOf, TEST_TENANT } from '@bw/testing';

export const NOW = '2026-02-02T09:00:00.000Z';

/** What every command says beside its own words; tests name what matters to them. */
export function issuedBy(actor: string, changes: Partial<Issued> = {}): Issued {
  const command = idOf('command');
  return {
    at: NOW,
    effective: { at: NOW },
    tenant: TEST_TENANT,
    actor,
    command,
    correlation: command,
    causation: command,
    ...changes,
  };
}
