import { rmSync } from 'node:fs';
import { launch, type LaunchOptions, makeDataFolder, type Product } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import { feedOf } from './foreign-model.ts';
import { figuresOf, readEvm, replay } from './m3.ts';
import type { Reading } from './comparison.ts';
import { statusDatesOf, Teller } from './replay.ts';
import { type Case, NeedsOwnInstallation, type Run, withBus, withProduct } from './run.ts';
import { takeIn } from './set-up.ts';

/** Killed while this status date is being told. */
const KILLED_AT = 11;

/**
 * The platform process is killed in the middle of the replay and started again; whoever told the facts tells the
 * interrupted date once more. The final figures are those of an undisturbed run; no event is lost or doubled.
 */
export const l2: Case = async (run) => {
  if (run.url) throw new NeedsOwnInstallation();
  const undisturbed = await withProduct(run, {}, async (office) => {
    const place = await takeIn(office, run.project);
    return (await replay(office, run.project, place)).at(-1)?.reading;
  });

  await withBus(run, (bus) => disturbed(run, bus, undisturbed));
};

async function disturbed(run: Run, bus: LaunchOptions, undisturbed: Reading | undefined): Promise<void> {
  const folder = makeDataFolder();
  const victim = run.bus === 'kafka' ? 'scheduling' : 'platform';
  let product = await launch({ ...bus, folder });
  try {
    const office = new Office(product.url);
    const place = await takeIn(office, run.project);
    const dates = statusDatesOf(run.project);
    const teller = new Teller(office, run.project, place);
    for (const date of dates.slice(0, KILLED_AT - 1)) await teller.tell(date);
    const again = new Teller(office, run.project, place);
    await killWhileTelling(product, victim, async () => {
      for (const date of dates.slice(0, KILLED_AT)) await again.tell(date);
    });

    product = await launch({ ...bus, folder });
    const survivor = new Office(product.url);
    const readings = await replay(survivor, run.project, place);
    const last = dates.at(-1);
    await survivor.rest();
    const reading = await readEvm(survivor, place, { asOf: last?.at ?? '' });

    const wrong: string[] = [];
    if (figuresOf(reading) !== figuresOf(undisturbed))
      wrong.push('the final figures differ from those of an undisturbed run');
    if (figuresOf(reading) !== figuresOf(readings.at(-1)?.reading))
      wrong.push('the final figures changed after the last fact');
    const feed = await feedOf(survivor);
    const sequences = feed.map(({ feedsequence }) => feedsequence);
    if (sequences.some((sequence, index) => sequence !== index + 1)) wrong.push('the feed has a gap or a repetition');
    if (new Set(feed.map(({ id }) => id)).size !== feed.length) wrong.push('an event is in the feed twice');
    wrong.push(...gaps(feed));
    run.report.told(`L2 ${victim} killed while status date ${KILLED_AT} was told`, 5, wrong);
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killWhileTelling(running: Product, victim: string, telling: () => Promise<void>): Promise<void> {
  const told = telling();
  const interrupted = told.then(
    () => undefined,
    () => undefined,
  ); // its end is the point of this case
  await new Promise((resolve) => setTimeout(resolve, 150));
  await running.kill(victim);
  await interrupted;
}

/** Positions of each log are whole numbers without gaps; every event of every log is in the feed. */
function gaps(feed: readonly { readonly source: string; readonly sequence: string }[]): readonly string[] {
  const bySource = Map.groupBy(feed, ({ source }) => source);
  return [...bySource].flatMap(([source, events]) => {
    const positions = events.map(({ sequence }) => Number(sequence)).toSorted((a, b) => a - b);
    const whole = positions.every((position, index) => position === index + 1);
    return whole ? [] : [`the log of ${source} is not in the feed without gaps`];
  });
}
