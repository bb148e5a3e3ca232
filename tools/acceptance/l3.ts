import { feedOf, foreignModel } from './foreign-model.ts';
import { replay } from './m3.ts';
import { type Case, withProduct } from './run.ts';
import { takeIn } from './set-up.ts';

interface Contributions {
  readonly contributions: readonly {
    readonly activityId: string;
    readonly ac: number;
    readonly progressEvent?: string;
  }[];
}

/** A foreign read model built from the feed alone equals the product's own, row by row, at the same position. */
export const l3: Case = async (run) => {
  await withProduct(run, {}, async (office) => {
    const place = await takeIn(office, run.project);
    const readings = await replay(office, run.project, place);
    await office.rest();
    const theirs = foreignModel(await feedOf(office), place.plan);
    const manager = await office.as('project-manager');
    const asOf = readings.at(-1)?.date.at ?? '';
    const { contributions } = await manager.get<Contributions>('/api/v1/evm/contributions', { plan: place.plan, asOf });
    const wrong = contributions.flatMap(({ activityId, ac, progressEvent }) => {
      const row = theirs.get(activityId);
      const same = (row?.ac ?? 0) === ac && row?.progressEvent === progressEvent;
      return same
        ? []
        : [`${activityId}: theirs ${JSON.stringify(row)}, ours ${JSON.stringify({ ac, progressEvent })}`];
    });
    run.report.told('L3 a foreign read model from the feed alone', contributions.length, wrong);
  });
};
