import { FixedClock } from '@bw/testing';
import { newId, type Timer, type Timers, type TimersOptions } from '../index.ts';

const NOW = '2026-03-02T09:00:00.000Z';
const at = (minute: number) => new Date(Date.parse(NOW) + minute * 60_000).toISOString();
const tenant = newId();

export const timer = (key: string, minute: number, more: Partial<Timer> = {}): Timer => ({
  tenant,
  name: 'remind',
  key,
  due: at(minute),
  payload: { for: key },
  ...more,
});

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500 && !(await isSo()); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await isSo()).toBe(true);
}

/** What timers do, wherever they are kept. */
export function describeTimers(create: (options: TimersOptions) => Promise<Timers>): void {
  let clock: FixedClock;
  let timers: Timers;
  let fired: string[];
  let reported: string[];
  const started: Timers[] = [];

  const make = async (options: Partial<TimersOptions> = {}) => {
    const report = (error: unknown, doing: string) => reported.push(`${doing}: ${String(error)}`);
    const made = await create({ clock, report, pollMs: 20, retryMs: 1, mostFailures: 3, ...options });
    started.push(made);
    return made;
  };

  beforeEach(async () => {
    clock = new FixedClock(NOW);
    fired = [];
    reported = [];
    timers = await make();
  });
  afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())));

  const remember = (one: Timers = timers) =>
    one.on('remind', async ({ key }) => {
      fired.push(key);
    });

  it('fire what is due, earliest first, once', async () => {
    remember();
    await timers.set(timer('late', 9));
    await timers.set(timer('second', -1));
    await timers.set(timer('first', -2));
    await timers.set(timer('now', 0));

    expect(await timers.countDue()).toBe(3);
    expect(await timers.fireDue()).toBe(3);
    expect(await timers.fireDue()).toBe(0);
    expect(fired).toEqual(['first', 'second', 'now']);
    expect(await timers.countDue()).toBe(0);
    expect(await timers.next()).toBe(at(9));
  });

  it('hand the whole timer over', async () => {
    const seen: Timer[] = [];
    timers.on('remind', async (one) => {
      seen.push(one);
    });
    const one = timer('a', 0, { payload: { list: [1, { deep: null }], text: 'x' } });
    await timers.set(one);
    await timers.fireDue();
    expect(seen).toEqual([one]);
  });

  it('move when set again, and go when cancelled', async () => {
    remember();
    await timers.set(timer('moved', 0));
    await timers.set(timer('moved', 5));
    await timers.set(timer('gone', 0));
    await timers.cancel(tenant, 'remind', 'gone');
    await timers.cancel(tenant, 'remind', 'never-there');
    expect(await timers.fireDue()).toBe(0);

    clock.set(at(5));
    expect(await timers.fireDue()).toBe(1);
    expect(fired).toEqual(['moved']);
    expect(await timers.next()).toBeUndefined();
  });

  it('are told apart by tenant, name and key', async () => {
    remember();
    timers.on('other', async ({ key }) => {
      fired.push(`other ${key}`);
    });
    await timers.set(timer('a', 0));
    await timers.set(timer('a', 0, { tenant: newId() }));
    await timers.set(timer('a', 0, { name: 'other' }));
    expect(await timers.fireDue()).toBe(3);
    expect(() => remember()).toThrow(/already/);
  });

  it('leave to others what they have no handler for', async () => {
    await timers.set(timer('a', 0));
    expect(await timers.fireDue()).toBe(0);
    expect(await timers.countDue()).toBe(1);
  });

  it('fire also what became due by firing', async () => {
    timers.on('remind', async ({ key }) => {
      fired.push(key);
      if (key === 'a') await timers.set(timer('b', -1));
    });
    await timers.set(timer('a', 0));
    expect(await timers.fireDue()).toBe(2);
    expect(fired).toEqual(['a', 'b']);
  });

  it('keep an alarm that its own handler sets anew', async () => {
    timers.on('remind', async ({ key }) => {
      fired.push(key);
      await timers.set(timer(key, 10 * fired.length));
    });
    await timers.set(timer('daily', 0));
    await timers.fireDue();
    expect(await timers.next()).toBe(at(10));
    clock.set(at(10));
    await timers.fireDue();
    expect(fired).toEqual(['daily', 'daily']);
  });

  it('try again after a failure, later, without holding up the others', async () => {
    let failures = 1;
    timers.on('remind', async ({ key }) => {
      fired.push(key);
      if (key === 'shaky' && failures-- > 0) throw new Error('not yet');
    });
    await timers.set(timer('shaky', -1));
    await timers.set(timer('steady', 0));
    await timers.fireDue();
    await until(async () => (await timers.fireDue()) >= 0 && (await timers.countDue()) === 0);

    expect(fired.filter((key) => key === 'shaky')).toHaveLength(2);
    expect(fired).toContain('steady');
    expect(reported).toEqual(['firing the timer remind of shaky: Error: not yet']);
  });

  it('park what keeps failing, with its reason, until it is set again', async () => {
    let broken = true;
    timers.on('remind', async ({ key }) => {
      if (broken) throw new Error('no such engagement');
      fired.push(key);
    });
    await timers.set(timer('a', 0));
    await until(async () => (await timers.fireDue()) >= 0 && (await timers.parked()).length === 1);

    expect(await timers.parked()).toEqual([{ ...timer('a', 0), failures: 3, reason: 'no such engagement' }]);
    expect([await timers.countDue(), await timers.next()]).toEqual([0, undefined]);
    expect(reported).toHaveLength(3);

    broken = false;
    await timers.set(timer('a', 0));
    expect(await timers.fireDue()).toBe(1);
    expect([fired, await timers.parked()]).toEqual([['a'], []]);
  });

  it('fire by themselves once started, as the clock moves', async () => {
    remember();
    await timers.set(timer('a', 0));
    await timers.set(timer('b', 1));
    timers.start();
    timers.start();
    await until(() => fired.length === 1);
    clock.set(at(1));
    await until(() => fired.length === 2);
    expect(fired).toEqual(['a', 'b']);
  });

  it('wake for one that is set to be earlier', async () => {
    const slow = await make({ pollMs: 60_000 });
    remember(slow);
    slow.start();
    await new Promise((resolve) => setTimeout(resolve, 30)); // asleep by now
    await slow.set(timer('soon', 0));
    await until(() => fired.length === 1);
  });

  it('stop after the handler that runs', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    timers.on('remind', async ({ key }) => {
      fired.push(key);
      await held;
    });
    await timers.set(timer('a', 0));
    await timers.set(timer('b', 1));
    timers.start();
    await until(() => fired.length === 1);
    clock.set(at(1));
    const stopping = timers.stop();
    letGo();
    await stopping;
    expect([fired, await timers.next()]).toEqual([['a'], at(1)]);
  });
}
