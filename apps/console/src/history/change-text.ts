import { formatDay, formatMoment, type Writing } from '../figures/figure.ts';
import { hasText, t, tCode } from '../texts/t.ts';
import type { Change } from './trail.ts';

/** A change for people: `Likelihood: 2 → 5`. */
export function changeText({ field, before, after }: Change, writing: Writing = {}): string {
  const name = fieldText(field);
  const now = valueText(after, writing);
  return before === undefined
    ? t('history.set', { field: name, after: now })
    : t('history.changed', { field: name, before: valueText(before, writing), after: now });
}

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
const LONGEST = 120;

/** A value for people; it stands in the log as JSON. */
export function valueText(json: string, writing: Writing = {}): string {
  const value = parse(json);
  if (value === null || value === '') return t('history.nothing');
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.some((each) => typeof each === 'object'))
    return t('history.entries', { count: value.length });
  if (Array.isArray(value)) return shortened(value.map((each) => valueText(JSON.stringify(each), writing)).join(', '));
  if (typeof value !== 'string') return shortened(json);
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
