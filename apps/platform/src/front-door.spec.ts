import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFrontDoor } from './front-door.ts';
import type { Host } from './host.ts';

/** Two instances of one service: two addresses of this machine, the same port. */
const ADDRESSES = ['127.0.0.1', '127.0.0.2'] as const;

describe('the front door before several instances of a service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bw-door-'));
  const instances: Server[] = [];
  let door: Host;

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<title>Bridgework</title>');
    let port = 0;
    for (const address of ADDRESSES) {
      const instance = createServer((request, response) => {
        request.resume().once('end', () => response.end(`${request.method} ${request.url} at ${address}`));
      });
      await once(instance.listen(port, address), 'listening');
      port = (instance.address() as AddressInfo).port; // a TCP server's address is never a string
      instances.push(instance);
    }
    const url = `http://several.test:${port}`;
    door = await startFrontDoor({
      host: '127.0.0.1',
      port: 0,
      consoleFolder: folder,
      upstreams: { engagement: url, scheduling: url, risk: url, reporting: url },
      resolve: () => Promise.resolve(ADDRESSES),
    });
  });
  afterAll(async () => {
    await door.close();
    for (const instance of instances) instance.close();
    rmSync(folder, { recursive: true });
  });

  const writing = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  const ask = async (init: RequestInit = {}) => {
    const answer = await fetch(`${door.url}/ops/risk/health/live?x=1`, init);
    return { status: answer.status, text: await answer.text() };
  };

  it('asks them in turn, and hands on what was asked', async () => {
    const answers = await Promise.all([ask(), ask(), ask(), ask(writing)]);
    for (const address of ADDRESSES) {
      expect(answers.filter(({ text }) => text.endsWith(address))).toHaveLength(2);
    }
    expect(answers[3]?.text).toMatch(/^POST \/ops\/risk\/health\/live\?x=1 at /);
  });

  it('asks another one where one is gone, and tells who writes', async () => {
    const [, second] = instances;
    second?.closeAllConnections();
    second?.close();

    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await ask());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.every(({ text }) => text.endsWith(ADDRESSES[0]))).toBe(true);
    expect((await ask(writing)).status).toBe(200); // the one that is gone has no turns for a while
  });
});
