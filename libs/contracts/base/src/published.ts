import type { Contract } from './contract-catalogue.ts';
import type { Event } from './event.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const ID = '01931b7c-5a10-7c44-8f5e-2b7d0c9e4a11';
const AT = '2026-03-02T09:00:00.000Z';

export type Publishable = Pick<Contract, 'type' | 'version' | 'about'> & { readonly schema: object };

/** The JSON Schema of an event's data as it is published: in the documents, and by the running product. */
export function publishedSchema({ type, version, about, schema }: Publishable): object {
  return {
    $schema: DRAFT,
    $id: `urn:bridgework:schemas/${type}/${version}`,
    title: type,
    description: about,
    ...schema,
  };
}

/** A contract's sample in an envelope, the same in every run. */
export function sampleEventOf({
  type,
  version,
  owner,
  sample,
}: Pick<Contract, 'type' | 'version' | 'owner' | 'sample'>): Event {
  const engagement: unknown = Reflect.get(sample, 'engagementId');
  const stream = `sample-${ID}`;
  const tenant = '0192a000-0000-7000-8000-000000000001';
  return {
    id: '01931b7c-5a11-7001-8000-000000000001',
    type,
    version,
    tenant,
    ...(typeof engagement === 'string' && { engagement }),
    source: owner,
    stream,
    streamVersion: 1,
    position: 4711,
    key: `${tenant}/${typeof engagement === 'string' ? engagement : stream}`,
    effective: AT,
    recorded: AT,
    actor: '0192a000-0000-7000-8000-000000000102',
    command: '01931b7c-5a11-7001-8000-000000000002',
    correlation: '01931b7c-5a11-7001-8000-000000000003',
    causation: '01931b7c-5a11-7001-8000-000000000002',
    data: sample,
  };
}
