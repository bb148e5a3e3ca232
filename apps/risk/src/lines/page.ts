import { Id } from '@bw/contracts-base';
import { isId } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { invalid, type Page, type PageOf } from '@bw/service-shell';
import type { LineKind, Lines, LineStates } from './lines.ts';

/** Whose things a list is about. */
export class OfEngagement {
  @Id() readonly engagement!: string;
}

export interface LinesPage<Kind extends LineKind, View> {
  readonly kind: Kind;
  readonly engagement: string;
  readonly page: Page;
  readonly view: (state: LineStates[Kind], version: number) => View;
}

/** One page of an engagement's things; the cursor is the id of the last one. */
export async function pageOfLines<Kind extends LineKind, View>(
  lines: Lines,
  tx: Transaction,
  { kind, engagement, page: { cursor: after, limit }, view }: LinesPage<Kind, View>,
): Promise<PageOf<View>> {
  if (after !== undefined && !isId(after)) throw invalid('/cursor', 'must be the next of an earlier answer');
  const found = await lines.of(tx, kind, { engagement, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ state, version }) => view(state, version)),
    ...(found.length > limit && last && { next: last.id }),
  };
}
