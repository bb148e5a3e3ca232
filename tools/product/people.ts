import { randomUUID } from 'node:crypto';
import { personas } from '../../apps/platform/src/identity/personas.ts';
import type { Office } from './office.ts';

export interface Place {
  readonly clientId?: string;
  readonly engagementId?: string;
}

const FROM = '2000-01-01';

/** Lets a persona in: the provider's people everywhere, the client's people where they belong. */
export async function grant(
  office: Office,
  persona: string,
  party: 'provider' | 'client' | 'vendor',
  place: Place = {},
): Promise<void> {
  const known = personas.find((each) => each.persona === persona);
  if (!known) throw new Error(`There is no persona ${persona}.`);
  const roles = [persona.endsWith('-sponsor') ? 'sponsor' : persona];
  const admin = await office.as('tenant-admin');
  await admin.put(`/api/v1/memberships/${randomUUID()}`, { user: known.user, party, roles, from: FROM, ...place });
}

/** The provider's own people, who see every client. */
export async function staffProvider(office: Office): Promise<void> {
  for (const persona of [
    'director',
    'project-manager',
    'analyst',
    'integrator',
    'finance-controller',
    'compliance-officer',
  ]) {
    await grant(office, persona, 'provider');
  }
}
