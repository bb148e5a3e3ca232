/** The clock of one service. Times are instants of UTC to the millisecond. */
export interface ServiceClock {
  readonly mode: 'wall' | 'replay';
  readonly now: string;
  /** When its next timer is due. */
  readonly nextTimer?: string;
}

/** How one service stands. */
export interface Standing {
  /** Last position of its own log. */
  readonly log: number;
  /** How far it has taken in each log that it listens to. */
  readonly consumed: Readonly<Record<string, number>>;
  /** Work it has begun and not finished: timers that are due, figures to be measured. */
  readonly pending: number;
}

export interface Services {
  readonly names: readonly string[];
  readonly clock: (service: string) => Promise<ServiceClock>;
  readonly standing: (service: string) => Promise<Standing>;
  /** Sets its clock, forward only, and fires the timers that are due by then. */
  readonly advance: (service: string, to: string) => Promise<void>;
  readonly pause: () => Promise<void>;
}

/** The clocks of this installation are the wall's: nobody sets them. */
export class NotReplaying extends Error {
  constructor(service: string) {
    super(
      `The clock of ${service} follows the wall. Start an empty installation with BW_CLOCK=replay to set the time.`,
    );
  }
}

/** Something keeps moving, or does not move at all. */
export class NeverQuiet extends Error {}

const MOST_LOOKS = 15_000;

/**
 * Moves the replay clock of all services to `to`: from timer to timer, and after each step until every log has been
 * taken in everywhere, so that what follows from an event is recorded at the time of its cause.
 */
export async function advanceAll(services: Services, to: string): Promise<void> {
  await requireReplay(services);
  await untilQuiet(services);
  let target: string;
  do {
    const stop = await nextStop(services, to);
    await Promise.all(services.names.map((service) => services.advance(service, stop)));
    await untilQuiet(services); // also timers that were set for this very instant: they are pending
    target = stop;
  } while (target < to);
}

async function requireReplay({ names, clock }: Services): Promise<void> {
  const clocks = await Promise.all(names.map(async (name) => ({ name, mode: (await clock(name)).mode })));
  const onTheWall = clocks.find(({ mode }) => mode !== 'replay');
  if (onTheWall) throw new NotReplaying(onTheWall.name);
}

/** The earliest timer of all services, or the end where none is due before it. */
async function nextStop({ names, clock }: Services, to: string): Promise<string> {
  const clocks = await Promise.all(names.map((name) => clock(name)));
  const now = clocks.map((each) => each.now).reduce((a, b) => (a > b ? a : b));
  const due = clocks.flatMap(({ nextTimer }) => (nextTimer === undefined || nextTimer > to ? [] : [nextTimer]));
  const earliest = due.reduce((a, b) => (a < b ? a : b), to);
  return earliest > now ? earliest : due.length > 0 ? now : to;
}

/** Quiet: all is taken in and nothing is pending, seen twice in a row with no log growing in between. */
export async function untilQuiet(services: Services): Promise<void> {
  let before = '';
  for (let look = 0; look < MOST_LOOKS; look++) {
    const standings = await standingOf(services);
    const logs = JSON.stringify([...standings].map(([name, { log }]) => [name, log]));
    const quiet = [...standings.values()].every((standing) => isCaughtUp(standing, standings));
    if (quiet && logs === before) return;
    before = quiet ? logs : '';
    await services.pause();
  }
  const standings = Object.fromEntries(await standingOf(services));
  throw new NeverQuiet(`The services did not come to rest. They stand at ${JSON.stringify(standings)}.`);
}

async function standingOf({ names, standing }: Services): Promise<Map<string, Standing>> {
  const entries = await Promise.all(names.map(async (name) => [name, await standing(name)] as const));
  return new Map(entries);
}

function isCaughtUp({ consumed, pending }: Standing, all: ReadonlyMap<string, Standing>): boolean {
  return (
    pending === 0 && Object.entries(consumed).every(([source, position]) => position >= (all.get(source)?.log ?? 0))
  );
}
