import {
  advanceAll,
  NeverQuiet,
  NotReplaying,
  type ServiceClock,
  type Services,
  type Standing,
  untilQuiet,
} from './coordinator.ts';

const instant = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

/** Services in memory: a timer appends an event, which the other one takes in at its next look. */
class Toy implements Services {
  readonly names = ['first', 'second'];
  readonly fired: string[] = [];
  now = instant(0);
  mode: ServiceClock['mode'] = 'replay';
  timers: { readonly service: string; readonly due: string }[] = [];
  logs: Record<string, number> = { first: 0, second: 0 };
  taken: Record<string, number> = { first: 0, second: 0 };
  stuck = false;

  clock = (service: string): Promise<ServiceClock> => {
    const nextTimer = this.timers
      .filter((timer) => timer.service === service)
      .map(({ due }) => due)
      .sort()[0];
    return Promise.resolve({ mode: this.mode, now: this.now, ...(nextTimer && { nextTimer }) });
  };

  standing = (service: string): Promise<Standing> => {
    const other = service === 'first' ? 'second' : 'first';
    return Promise.resolve({
      log: this.logs[service] ?? 0,
      consumed: { [other]: this.taken[other] ?? 0 },
      pending: 0,
    });
  };

  advance = (service: string, to: string): Promise<void> => {
    this.now = to;
    const due = this.timers.filter((timer) => timer.service === service && timer.due <= to);
    this.timers = this.timers.filter((timer) => !due.includes(timer));
    for (const timer of due) {
      this.fired.push(`${timer.service} at ${to}`);
      this.logs[service] = (this.logs[service] ?? 0) + 1;
    }
    return Promise.resolve();
  };

  pause = (): Promise<void> => {
    if (!this.stuck) this.taken = { ...this.logs };
    return Promise.resolve();
  };
}

describe('the coordinator of replay clocks', () => {
  it('goes from timer to timer, each at its own time', async () => {
    const toy = new Toy();
    toy.timers = [
      { service: 'second', due: instant(20) },
      { service: 'first', due: instant(10) },
      { service: 'first', due: instant(99) },
    ];
    await advanceAll(toy, instant(60));

    expect(toy.fired).toEqual([`first at ${instant(10)}`, `second at ${instant(20)}`]);
    expect([toy.now, toy.timers.length]).toEqual([instant(60), 1]);
    expect(toy.taken).toEqual({ first: 1, second: 1 });
  });

  it('fires a timer that is due exactly at the end', async () => {
    const toy = new Toy();
    toy.timers = [{ service: 'first', due: instant(60) }];
    await advanceAll(toy, instant(60));
    expect(toy.fired).toHaveLength(1);
  });

  it('leaves clocks alone that follow the wall', async () => {
    const toy = new Toy();
    toy.mode = 'wall';
    await expect(advanceAll(toy, instant(60))).rejects.toThrow(NotReplaying);
    expect(toy.now).toBe(instant(0));
  });

  it('says where everybody stands when rest never comes', async () => {
    const toy = new Toy();
    toy.logs['first'] = 7;
    toy.stuck = true;
    await expect(untilQuiet(toy)).rejects.toThrow(NeverQuiet);
  });
});
