import { de } from './de.ts';
import { en } from './en.ts';
import { languageFor, localeFor } from './locale.ts';

const english: Readonly<Record<string, string>> = en;
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/{{(\w+)}}/g)].map(([all]) => all).sort();

describe('the German catalogue', () => {
  it('says everything that the English one says, and nothing else', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills in the same values', () => {
    for (const [key, text] of Object.entries(english))
      expect([key, ...placeholders(de[key])]).toEqual([key, ...placeholders(text)]);
  });

  it('leaves no text empty, and knows both numbers of every plural', () => {
    const faults = [english, de].flatMap((catalogue) =>
      Object.entries(catalogue).flatMap(([key, text]) => [
        ...(text.trim() === '' ? [`${key} is empty`] : []),
        ...(key.endsWith('_one') && !(key.replace(/_one$/, '_other') in catalogue) ? [`${key} has no plural`] : []),
      ]),
    );
    expect(faults).toEqual([]);
  });
});

describe('the language', () => {
  it('is the chosen one, else the best of the browser that we speak, else English', () => {
    expect(languageFor({ chosen: 'de', preferred: ['en-GB'] })).toBe('de');
    expect(languageFor({ chosen: 'xx', preferred: ['fr-FR', 'de-AT', 'en'] })).toBe('de');
    expect(languageFor({ preferred: ['fr-FR', 'ar-EG'] })).toBe('en');
  });

  it('tries right to left where the address says so, and ends the trial the same way', () => {
    expect(languageFor({ direction: 'rtl', chosen: 'de', preferred: [] })).toBe('ar');
    expect(languageFor({ direction: 'ltr', chosen: 'ar', preferred: ['de'] })).toBe('de');
  });

  it('writes numbers and days as in the reader’s own country', () => {
    expect(localeFor('de', ['en-US', 'de-CH', 'de-DE'])).toBe('de-CH');
    expect(localeFor('de', ['en-US'])).toBe('de');
    expect(localeFor('en', ['en-US@posix', 'en-GB'])).toBe('en-GB');
  });
});
