import { formatDay, formatMoment, formatShare, type Writing } from '../figures/figure.ts';
import { hasText, t, tCode } from '../texts/t.ts';
import type { Change } from './trail.ts';

/** How values are written, and who the people are whose ids they hold. */
export interface Telling extends Writing {
  readonly who?: (user: string) => string;
}

/** What the envelope of an event says already: when, and by whom. */
const SAID_BY_ENVELOPE = ['at', 'noted', 'by', 'raisedAt', 'cycle'];

/** The changes that tell people something. */
export const tellingChanges = (changes: readonly Change[] = []): readonly Change[] =>
  changes.filter(({ field }) => !SAID_BY_ENVELOPE.includes(field));

/** A change for people: `Likelihood: 2 → 5`. */
export function changeText({ field, before, after }: Change, writing: Telling = {}): string {
  const name = fieldText(field);
  const text = (json: string) => (isShare(field, json) ? formatShare(Number(json)) : valueText(json, writing));
  return before === undefined
    ? t('history.set', { field: name, after: text(after) })
    : t('history.changed', { field: name, before: text(before), after: text(after) });
}

/** Shares are kept in basis points, and called so. */
const isShare = (field: string, json: string): boolean => field.endsWith('Bp') && /^-?\d+$/.test(json);

/** What a field is called: by the catalogue, or its own name in words. The last part of a nested one tells it. */
export function fieldText(field: string): string {
  if (hasText(`field.${field}`)) return tCode('field', field);
  const words = field
    .replaceAll('.', ', ')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORT_ID = 8;
const LONGEST = 120;

/** A value for people; it stands in the log as JSON. */
export function valueText(json: string, writing: Telling = {}): string {
  const value = parse(json);
  if (value === null || value === '') return t('history.nothing');
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.some((each) => typeof each === 'object'))
    return t('history.entries', { count: value.length });
  if (Array.isArray(value)) return shortened(value.map((each) => valueText(JSON.stringify(each), writing)).join(', '));
  if (typeof value !== 'string') return shortened(json);
  if (ID.test(value)) return writing.who?.(value) ?? `…${value.slice(-SHORT_ID)}`;
  if (INSTANT.test(value)) return formatMoment(value, writing);
  if (DAY.test(value)) return formatDay(value, { ...writing, zone: 'UTC' });
  if (CODE.test(value)) return tCode('value', value);
  return `“${shortened(value)}”`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json; // a newer server may give it as it is
  }
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
