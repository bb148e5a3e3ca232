import { locale } from '../texts/locale.ts';

/** A count as the reader writes it. */
export const formatWhole = (count: number): string => new Intl.NumberFormat(locale).format(count);
