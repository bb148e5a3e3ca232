import type { Office } from '../product/office.ts';

/** An event of the feed, as far as a foreign reader cares. */
export interface FeedEvent {
  readonly feedsequence: number;
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly sequence: string;
  readonly effective: string;
  readonly corrects?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The whole feed, page by page, as an integrator would read it; as somebody who may see all of it. */
export async function feedOf(office: Office): Promise<readonly FeedEvent[]> {
  const client = await office.as('director');
  const events: FeedEvent[] = [];
  for (;;) {
    const page = (await client.events(events.at(-1)?.feedsequence ?? 0, {
      limit: 500,
    })) as unknown as readonly FeedEvent[];
    if (page.length === 0) return events;
    events.push(...page);
  }
}

export interface ForeignActivity {
  readonly activityId: string;
  /** Cost of the client's project so far. */
  readonly ac: number;
  /** Event of the progress that rules. */
  readonly progressEvent?: string;
}

/**
 * A read model of somebody else's, folded from nothing but the feed: cost and ruling progress of each activity of a
 * plan, corrections included. Written without the product's own libraries.
 */
export function foreignModel(feed: readonly FeedEvent[], plan: string): ReadonlyMap<string, ForeignActivity> {
  const costs = new Map<string, { readonly activity: string; readonly amount: number }>();
  const progress = new Map<
    string,
    { readonly activity: string; readonly effective: string; readonly position: number }
  >();
  for (const event of feed.filter(({ data }) => data['planId'] === plan)) {
    const activity = (event.data['activityId'] as string | undefined) ?? '';
    if (event.type === 'scheduling.ActualCostRecorded' && event.data['basis'] === 'project') {
      if (event.corrects) costs.delete(event.corrects);
      costs.set(event.id, { activity, amount: Number(event.data['amount']) });
    }
    if (event.type === 'scheduling.ProgressRecorded' || event.type === 'scheduling.ProgressCorrected') {
      if (event.corrects) progress.delete(event.corrects);
      progress.set(event.id, { activity, effective: event.effective, position: Number(event.sequence) });
    }
  }
  const model = new Map<string, ForeignActivity>();
  const line = (activityId: string) => model.get(activityId) ?? { activityId, ac: 0 };
  for (const { activity, amount } of costs.values())
    model.set(activity, { ...line(activity), ac: line(activity).ac + amount });
  const rulers = new Map<string, { readonly id: string; readonly effective: string; readonly position: number }>();
  for (const [id, { activity, effective, position }] of progress) {
    const ruler = rulers.get(activity);
    if (ruler && (ruler.effective > effective || (ruler.effective === effective && ruler.position > position)))
      continue;
    rulers.set(activity, { id, effective, position });
  }
  for (const [activity, { id }] of rulers) model.set(activity, { ...line(activity), progressEvent: id });
  return model;
}
