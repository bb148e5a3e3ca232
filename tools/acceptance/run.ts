import { launch, type LaunchOptions, type Product, startBroker } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import type { PublishedProject } from './dslib.ts';
import type { Report } from './report.ts';

/** What every case gets: the published project, the bus to run on, where to tell what came out. */
export interface Run {
  readonly project: PublishedProject;
  readonly bus: 'embedded' | 'kafka';
  readonly report: Report;
}

export type Case = (run: Run) => Promise<void>;

/** Runs `work` against a product of its own, which is stopped afterwards whatever happened. */
export async function withProduct<T>(
  run: Run,
  options: Partial<LaunchOptions>,
  work: (office: Office, product: Product) => Promise<T>,
): Promise<T> {
  return withBus(run, async (bus) => {
    const product = await launch({ ...bus, ...options });
    try {
      return await work(new Office(product.url), product);
    } finally {
      await product.stop();
    }
  });
}

/** A bus of its own for one installation: two of them must not meet in the same topics. It outlives the product's starts. */
export async function withBus<T>({ bus }: Run, work: (options: LaunchOptions) => Promise<T>): Promise<T> {
  if (bus === 'embedded') return work({ bus });
  const broker = await startBroker();
  try {
    return await work({ bus, brokers: broker.brokers });
  } finally {
    await broker.stop();
  }
}
