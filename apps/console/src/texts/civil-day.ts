import { locale } from './locale.ts';

const FORMAT = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

/** A civil day, `YYYY-MM-DD`, for people: the same day wherever they are. */
export const formatCivilDay = (day: string): string => FORMAT.format(new Date(`${day}T00:00:00Z`));
