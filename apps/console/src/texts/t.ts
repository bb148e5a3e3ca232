import { createInstance, type Resource } from 'i18next';
import { en } from './en.ts';
import { language } from './locale.ts';

type Whole = keyof typeof en;
type Singular<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** A text of the catalogue; plurals are named without their ending. */
export type TextKey = Singular<Whole>;

/*
 * Loaded before anything else of the console runs (top-level await), because modules read texts when they are loaded.
 * The German chunk must import nothing of the console at run time: its importer still waits here.
 */
const resources: Resource = { en: { translation: en } };
if (language === 'de') resources['de'] = { translation: (await import('./de.ts')).de };

const texts = createInstance({
  lng: language === 'de' ? 'de' : 'en', // the trial of the layout from right to left speaks English
  fallbackLng: 'en',
  resources,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});
void texts.init();

/** The text in the reader's language. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return texts.t(key, values);
}

/** The text of a code that the server gave; the code itself, in words, where it is newer than the console. */
export function tCode(family: string, code: string): string {
  const key = `${family}.${code}`;
  return texts.exists(key) ? texts.t(key) : code.toLowerCase().replaceAll(/[_-]/g, ' ');
}

/** Whether the catalogue knows a text: for what the server may name earlier than the console. */
export const hasText = (key: string): boolean => texts.exists(key);
