/** What of a long stretch is drawn: a little more than the eye sees, in steps, so that not every pixel of scrolling draws anew. */
export interface Window1D {
  readonly first: number;
  /** Not drawn any more. */
  readonly end: number;
}

interface Seen {
  readonly offset: number;
  readonly room: number;
  /** How long the whole is. */
  readonly length: number;
  readonly step: number;
}

export function windowOf({ offset, room, length, step }: Seen): Window1D {
  const first = Math.max(0, Math.floor(offset / step) * step - step);
  const end = Math.min(length, Math.ceil((offset + room) / step) * step + step);
  return { first: Math.min(first, Math.max(0, length - step)), end: Math.max(end, Math.min(length, step)) };
}
