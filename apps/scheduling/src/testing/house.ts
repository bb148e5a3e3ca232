import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Client, type ServiceUnderTest, withService } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { createService } from '../service.ts';

export const clientId = idOf('client');
export const engagementId = idOf('engagement');

/** The service with one engagement, its project manager, and people who may do less. */
export async function openHouse(): Promise<ServiceUnderTest> {
  process.env['SCHEDULING_QUIET_MILLISECONDS'] = '50';
  const house = await withService({ service: 'scheduling', createService, consumes: ['engagement'] });
  await house.knows({ client: clientId, engagement: engagementId });
  await house.grant('project-manager');
  await house.grant('sponsor', { client: clientId });
  await house.grant('vendor-lead', { engagement: engagementId });
  return house;
}

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Sends a file as a browser's form does. */
export async function upload<Body = Answer['body']>(
  house: ServiceUnderTest,
  caller: Client,
  url: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: Body }> {
  const boundary = 'form-boundary-of-the-test';
  const part = (head: string, content: Uint8Array | string) => [`--${boundary}\r\n${head}\r\n\r\n`, content, '\r\n'];
  const pieces = [
    ...Object.entries(fields).flatMap(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, value)),
    ...part(
      `Content-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream`,
      file.bytes,
    ),
    `--${boundary}--\r\n`,
  ];
  const response = await house.app.inject({
    method: 'POST',
    url,
    headers: {
      ...(await caller.authorization()),
      'idempotency-key': idOf('upload', url, file.name, JSON.stringify(fields)),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat(pieces.map((piece) => Buffer.from(piece))),
  });
  return { status: response.statusCode, body: response.json<Body>() };
}

const PATIENCE_MS = 15_000;

/** Asks until the answer is as wanted: for what consumers and timers do by themselves. */
export async function until<Value>(ask: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await ask();
    if (wanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`Still not as wanted: ${JSON.stringify(value)}`);
    await pause(20);
  }
}

/** All items of a list of pages. */
export async function allOf<Item>(caller: Client, url: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await caller.get<{ items: Item[]; next?: string }>(`${url}?limit=5${from}`);
    items.push(...body.items);
    cursor = body.next;
  }
  return items;
}
