import type { Command } from 'commander';
import { WrongUse } from './exit-status.ts';

/** A point in both times, as the API takes it. */
export interface Point {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly cut?: string;
}

export interface PointOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly cut?: string;
}

export const WHEN = 'an instant (2026-03-29T07:00:00Z), a day (2026-03-29: its end in UTC), or 3d or 4w: that long ago';

/** Gives a command the two times. */
export function withPoint(command: Command): Command {
  return command
    .option('--as-of <when>', `look at the facts that were true by then: ${WHEN}`)
    .option('--known-at <when>', 'look with the knowledge of then; written likewise')
    .option('--cut <cut>', 'look with exactly the knowledge of an earlier answer, in place of --known-at');
}

export function pointOf({ asOf, knownAt, cut }: PointOptions, now: Date): Point {
  if (knownAt !== undefined && cut !== undefined) {
    throw new WrongUse('--known-at and --cut both say what is known. Leave one out.');
  }
  return {
    ...(asOf !== undefined && { asOf: instantOf('--as-of', asOf, now) }),
    ...(knownAt !== undefined && { knownAt: instantOf('--known-at', knownAt, now) }),
    ...(cut !== undefined && { cut }),
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AGO = /^(\d{1,5})([dw])$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAYS = { d: 1, w: 7 } as const;
const DAY_MS = 86_400_000;

/** Reads a time as people write it. A day means its end in UTC, as in the console. */
export function instantOf(option: string, text: string, now: Date): string {
  const at = dayEnd(text) ?? ago(text, now) ?? (INSTANT.test(text) ? Date.parse(text) : Number.NaN);
  if (Number.isNaN(at)) throw new WrongUse(`${option}: "${text}" is no time. Write ${WHEN}.`);
  return new Date(at).toISOString();
}

function dayEnd(text: string): number | undefined {
  if (!DAY.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  // 30 February is no day, although some readers of dates take it for 2 March.
  return Number.isNaN(start) || !new Date(start).toISOString().startsWith(text) ? Number.NaN : start + DAY_MS - 1;
}

function ago(text: string, now: Date): number | undefined {
  const [, count, unit] = AGO.exec(text) ?? [];
  if (count === undefined || (unit !== 'd' && unit !== 'w')) return undefined;
  return now.getTime() - Number(count) * DAYS[unit] * DAY_MS;
}
