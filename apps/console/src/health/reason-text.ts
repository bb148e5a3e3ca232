import type { Reason } from '../api/views.ts';
import { formatRatio } from '../figures/figure.ts';
import { hasText, t, type TextKey } from '../texts/t.ts';

/** Short names of the figures that are judged. */
const SHORT: Readonly<Record<string, string>> = { SPI_T: 'SPI(t)' };
export const shortName = (figure: string): string => SHORT[figure] ?? figure;

/** A reason in the reader's language; in the server's words where its code is newer than the console. */
export function reasonText({ code, text, figure = '', value, threshold, count }: Reason): string {
  const key = `reason.${code}`;
  const values = {
    figure: shortName(figure),
    ...(value !== undefined && { value: formatRatio(value) }),
    ...(threshold !== undefined && { bound: formatRatio(threshold) }),
    ...(count !== undefined && { count }),
  };
  if (!hasText(count === undefined ? key : `${key}_other`)) return text;
  return t(key as TextKey, values); // just looked up
}
