/** Languages of the console. `ar` is a trial of the layout from right to left: English words, Arabic days and numbers. */
export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'bw.language';

export interface Wishes {
  /** Chosen in the menu. */
  readonly chosen?: string | null;
  /** `?dir=rtl` tries the layout out. */
  readonly direction?: string | null;
  /** Of the browser, the best one first. */
  readonly preferred: readonly string[];
}

const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.some((known) => known === text);
const languageOf = (locale: string): string => locale.split(/[-_@]/, 1).join();

/** The language to speak: what was chosen, else what the browser prefers and we can. The trial is never guessed. */
export function languageFor({ chosen, direction, preferred }: Wishes): Language {
  if (direction === 'rtl') return 'ar';
  if (isLanguage(chosen) && !(direction === 'ltr' && chosen === 'ar')) return chosen;
  return preferred.map(languageOf).find((known): known is Language => isLanguage(known) && known !== 'ar') ?? 'en';
}

/** Some systems give their browser tags that are none, such as `en-US@posix`: those are no wish. */
export const isTag = (locale: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(locale);

/** How days, money and numbers look: as in the reader's own country, where its language is the one that is shown. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((each) => isTag(each) && languageOf(each) === language) ?? language;
}

/** Outside a browser (tests) it is English of nowhere in particular. */
const wishes: Wishes =
  typeof document === 'undefined'
    ? { preferred: ['en'] }
    : {
        chosen: localStorage.getItem(STORED),
        direction: new URLSearchParams(location.search).get('dir'),
        preferred: navigator.languages,
      };

export const language: Language = languageFor(wishes);
/** For `Intl`, everywhere where something is shown. */
export const locale: string = localeFor(language, wishes.preferred);
export const direction: 'ltr' | 'rtl' = language === 'ar' ? 'rtl' : 'ltr';

/** Texts are read when a page's module is loaded, so another language begins with a fresh page. The address stays. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(STORED, next);
  const url = new URL(location.href);
  url.searchParams.delete('dir');
  if (url.href === location.href) location.reload();
  else location.replace(url);
}
