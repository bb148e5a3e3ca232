import type { TextKey } from '../texts/t.ts';

/** Where the person stands: commands show themselves, or not, by it. */
export interface Place {
  readonly path: string;
  /** The engagement whose page is open. */
  readonly engagement?: string;
  /** The plan that the page names in its address. */
  readonly plan?: string;
  /** Another point in time than now: nothing can be written. */
  readonly isPast: boolean;
  /** Roles of the person here, of all memberships that count. The server decides; this only hides what would be refused. */
  readonly roles: readonly string[];
}

/** Goes to a page of the console: a path, with what the search part shall hold beside the point in time. */
export type Go = (path: string, search?: Readonly<Record<string, string | undefined>>) => void;

/** Something that can be done from anywhere: shown by the palette, run by its keys, listed on the sheet of shortcuts. */
export interface Command {
  /** `<room>.<what>`, unique. */
  readonly id: string;
  readonly titleKey: TextKey;
  /** Keys one after the other, parted by a space: `g p`, `?`, `[`. Never with a modifier: those belong to the browser. */
  readonly keys?: string;
  /** Other words under which somebody may look for it, parted by spaces. */
  readonly also?: string;
  /** Left out: everywhere. */
  readonly when?: (place: Place) => boolean;
  readonly run: (go: Go, place: Place) => void;
}
