import { type Office, until } from '../product/office.ts';
import { figuresOf, readEvm, replay } from './m3.ts';
import { type Case, withProduct } from './run.ts';
import { type ProjectInProduct, takeIn } from './set-up.ts';

const CORRECTED_DATE = 12;

interface ProgressView {
  readonly reports: readonly {
    readonly eventId: string;
    readonly statusDate: string;
    readonly actualStart?: string;
    readonly actualDuration: number;
    readonly remainingDuration: number;
    readonly replacedBy?: string;
  }[];
}

interface Restatement {
  readonly items: readonly { readonly event: string; readonly [more: string]: unknown }[];
  readonly [more: string]: unknown;
}

/**
 * After the last status date a progress report of an earlier one is corrected: figures as they were known then stay,
 * figures as known now change, and the difference is itemised down to the correcting event.
 */
export const l1: Case = async (run) => {
  await withProduct(run, {}, async (office) => {
    const place = await takeIn(office, run.project);
    const readings = await replay(office, run.project, place);
    const then = readings[CORRECTED_DATE - 1];
    const last = readings.at(-1);
    if (!then || !last) throw new Error(`The project has no status date ${CORRECTED_DATE}.`);
    const asOf = then.date.at;
    const knownBefore = await readEvm(office, place, { asOf, cut: last.reading.point.cut });

    const { position, event, activity } = await correctOne(office, place, asOf);
    const knownThen = await readEvm(office, place, { asOf, cut: then.reading.point.cut });
    const knownNow = await readEvm(office, place, { asOf, minPosition: position });

    const wrong: string[] = [];
    if (figuresOf(knownThen) !== figuresOf(then.reading)) wrong.push('what was known then has changed');
    if (figuresOf(knownNow) === figuresOf(knownBefore))
      wrong.push(`what is known now has not changed by the correction of ${activity}`);
    const manager = await office.as('project-manager');
    const restatement = await manager.get<Restatement>('/api/v1/restatements', {
      plan: place.plan,
      asOf,
      from: last.reading.point.cut,
      to: knownNow.point.cut,
    });
    if (!JSON.stringify(restatement).includes(event)) wrong.push(`the restatement does not name the event ${event}`);
    run.report.told(`L1 a late correction of status date ${CORRECTED_DATE}`, 3, wrong);
  });
};

/** Takes the latest report of the corrected date and says that less was done. */
async function correctOne(office: Office, { plan, activities }: ProjectInProduct, statusDate: string) {
  const manager = await office.as('project-manager');
  for (const [code, activityId] of activities) {
    const { reports } = await manager.get<ProgressView>(`/api/v1/activities/${activityId}/progress`, { plan });
    const report = reports.find((each) => each.statusDate === statusDate && each.replacedBy === undefined);
    // Only an activity that had begun and of which something counts can change the figures.
    if (!report?.actualStart || report.actualDuration < 120) continue;
    const reply = await manager.post(`/api/v1/activities/${activityId}/progress-corrections?policy=historic`, {
      planId: plan,
      statusDate,
      actualStart: report.actualStart,
      actualDuration: report.actualDuration - 60,
      remainingDuration: report.remainingDuration + 60,
      corrects: report.eventId,
      reason: 'An hour had been reported twice.',
    });
    const view = await until(
      'the correction',
      () => manager.get<ProgressView>(`/api/v1/activities/${activityId}/progress`, { plan }),
      ({ reports: now }) =>
        now.some(({ eventId, replacedBy }) => eventId === report.eventId && replacedBy !== undefined),
    );
    const event = view.reports.find(({ eventId }) => eventId === report.eventId)?.replacedBy ?? '';
    return { position: reply.position, event, activity: code };
  }
  throw new Error(`No activity has a report of ${statusDate} that could be corrected.`);
}
