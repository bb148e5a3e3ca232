import { locale } from './locale.ts';

const FORMAT = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** The time on the reader's own clock: for what happens to their page, never for facts. */
export const clockTime = (at: number): string => FORMAT.format(at);
