import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort, isFree } from './ports.ts';

describe('a free port', () => {
  it('is the wished one where nobody has it', async () => {
    const wish = await freePort();
    expect(await freePort(wish)).toBe(wish);
  });

  it('is another where somebody has the wished one, or one behind it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
    expect(await isFree(port)).toBe(false);
    expect(await freePort(port)).not.toBe(port);
    expect(await freePort(port - 1, 1)).not.toBe(port - 1);
    server.close();
  });

  it('is none that an outgoing connection may be given', async () => {
    expect(await freePort()).toBeLessThan(32_768);
  });
});
