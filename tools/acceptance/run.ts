import { launch, type LaunchOptions, startBroker } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import type { PublishedProject } from './dslib.ts';
import type { Report } from './report.ts';

/** What every case gets: the published project, the bus to run on, where to tell what came out. */
export interface Run {
  readonly project: PublishedProject;
  readonly bus: 'embedded' | 'kafka';
  /** An installation that runs already: every case plays on it instead of one of its own. */
  readonly url?: string;
  readonly report: Report;
}

export type Case = (run: Run) => Promise<void>;

/** The rest of the case sets clocks or kills processes: on an installation that belongs to others it is left out. */
export class NeedsOwnInstallation extends Error {
  constructor() {
    super('it needs an installation of its own');
  }
}

/** Runs `work` against a product of its own, which is stopped afterwards whatever happened; or against one that runs already. */
export async function withProduct<T>(
  run: Run,
  options: Partial<LaunchOptions>,
  work: (office: Office) => Promise<T>,
): Promise<T> {
  if (run.url && options.clock !== 'replay') return work(new Office(run.url));
  return withBus(run, async (bus) => {
    const product = await launch({ ...bus, ...options });
    try {
      return await work(new Office(product.url));
    } finally {
      await product.stop();
    }
  });
}

/** A bus of its own for one installation: two of them must not meet in the same topics. It outlives the product's starts. */
export async function withBus<T>({ bus, url }: Run, work: (options: LaunchOptions) => Promise<T>): Promise<T> {
  if (url) throw new NeedsOwnInstallation();
  if (bus === 'embedded') return work({ bus });
  const broker = await startBroker();
  try {
    return await work({ bus, brokers: broker.brokers });
  } finally {
    await broker.stop();
  }
}
