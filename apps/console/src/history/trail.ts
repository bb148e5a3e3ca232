import type { Page } from '../api/views.ts';

/** A field that an event set anew; values are JSON texts. */
export interface Change {
  readonly field: string;
  readonly before?: string;
  readonly after: string;
}

/** One event of the trail, with what it changed where that was asked for. */
export interface Entry {
  readonly sequence: number;
  readonly event: string;
  readonly type: string;
  readonly source: string;
  readonly position: number;
  readonly stream: string;
  readonly streamVersion: number;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly effective: string;
  readonly recorded: string;
  readonly reason?: string;
  readonly corrects?: string;
  readonly correctedBy?: string;
  readonly replayed: boolean;
  readonly changes?: readonly Change[];
}

export type TrailPage = Page<Entry>;
