import { createInstance } from 'i18next';
import { en } from './en.ts';

type Whole = keyof typeof en;
type Singular<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** A text of the catalogue; plurals are named without their ending. */
export type TextKey = Singular<Whole>;

const texts = createInstance({
  lng: 'en',
  resources: { en: { translation: en } },
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
