import type { Office } from '../product/office.ts';
import { grant, staffProvider } from '../product/people.ts';
import { sampleId } from './ids.ts';

export const clients = {
  nordwind: {
    id: sampleId('client', 'nordwind'),
    code: 'NORD',
    name: 'Nordwind Logistics',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  },
  harbour: {
    id: sampleId('client', 'harbour'),
    code: 'HARB',
    name: 'Harbour Mutual',
    zone: 'America/New_York',
    currency: 'USD',
  },
  tasman: {
    id: sampleId('client', 'tasman'),
    code: 'TASM',
    name: 'Tasman Community Bank',
    zone: 'Australia/Sydney',
    currency: 'AUD',
  },
} as const;

/** The provider's own people, the clients, and who decides and reads for each client. */
export async function openHouse(office: Office): Promise<void> {
  await staffProvider(office);
  const director = await office.as('director');
  for (const { id, ...client } of Object.values(clients)) await director.put(`/api/v1/clients/${id}`, client);
  await grant(office, 'sponsor', 'client', { clientId: clients.nordwind.id });
  await grant(office, 'client-viewer', 'client', { clientId: clients.nordwind.id });
  await grant(office, 'other-sponsor', 'client', { clientId: clients.harbour.id });
  await grant(office, 'third-sponsor', 'client', { clientId: clients.tasman.id });
}

/** A third party that delivers a part sees the engagement that it delivers to, and no other. */
export const letVendorIn = (office: Office, engagementId: string): Promise<void> =>
  grant(office, 'vendor-lead', 'vendor', { engagementId });
