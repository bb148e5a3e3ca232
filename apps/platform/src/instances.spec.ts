import { Instances } from './instances.ts';

describe('instances of a service', () => {
  let addresses: readonly string[];
  let now = 0;
  const instances = async () => {
    const them = new Instances('http://scheduling:3000', { resolve: async () => addresses, now: () => now });
    await them.look();
    return them;
  };

  it('are asked in turn where the name stands for several', async () => {
    addresses = ['10.0.0.2', '10.0.0.1'];
    const them = await instances();
    const asked = Array.from({ length: 4 }, () => them.next());
    expect(asked.toSorted()).toEqual([
      'http://10.0.0.1:3000',
      'http://10.0.0.1:3000',
      'http://10.0.0.2:3000',
      'http://10.0.0.2:3000',
    ]);
    expect(asked[0]).not.toBe(asked[1]);
  });

  it('are one and keep their name where it stands for one, or cannot be looked up', async () => {
    addresses = ['10.0.0.1'];
    expect((await instances()).next()).toBe('http://scheduling:3000');
    const unknown = new Instances('http://scheduling:3000', { resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await unknown.look();
    expect(unknown.next()).toBe('http://scheduling:3000');
  });

  it('are known anew when one comes or goes', async () => {
    addresses = ['10.0.0.1', '10.0.0.2'];
    const them = await instances();
    addresses = ['10.0.0.3', '10.0.0.4'];
    await them.look();
    expect([them.next(), them.next()].toSorted()).toEqual(['http://10.0.0.3:3000', 'http://10.0.0.4:3000']);
  });

  it('are left out for a while when they do not answer', async () => {
    addresses = ['10.0.0.1', '10.0.0.2', 'fd00::1'];
    const them = await instances();
    expect(them.leaveOut('http://10.0.0.1:3000')).toBe(true);
    expect(them.leaveOut('http://[fd00::1]:3000')).toBe(true);
    expect(new Set([them.next(), them.next(), them.next()])).toEqual(new Set(['http://10.0.0.2:3000']));
    expect(them.leaveOut('http://10.0.0.2:3000')).toBe(false);
    now += 5_000;
    expect(new Set([them.next(), them.next(), them.next()]).size).toBe(3);
  });

  it('are no matter of names where an address is given', async () => {
    const resolve = () => Promise.reject(new Error('An address is not looked up.'));
    const them = new Instances('http://127.0.0.1:3000', { resolve });
    await them.start();
    expect(them.next()).toBe('http://127.0.0.1:3000');
    them.stop();
  });
});
