import { clockSkew, noteServerDate, serverNow } from './server-clock.ts';

const at = Date.parse('2026-11-24T10:00:00Z');
const header = (offset: number) => new Date(at + offset).toUTCString();

describe('the browser’s clock', () => {
  afterEach(() => clockSkew.set(0));

  it('is right while it is off by less than two minutes', () => {
    noteServerDate(header(90_000), at, at + 20);
    expect(clockSkew.get()).toBe(0);
  });

  it('is wrong beyond that: the server’s time counts', () => {
    noteServerDate(header(-10 * 60_000), at, at + 20);
    expect(clockSkew.get()).toBeCloseTo(-10 * 60_000, -4);
    expect(serverNow()).toBeLessThan(Date.now() - 9 * 60_000);
    noteServerDate(header(0), at, at + 20);
    expect(clockSkew.get()).toBe(0);
  });

  it('is not judged by a slow answer, or by one without a date', () => {
    noteServerDate(header(10 * 60_000), at, at + 40_000);
    noteServerDate(null, at, at);
    expect(clockSkew.get()).toBe(0);
  });
});
