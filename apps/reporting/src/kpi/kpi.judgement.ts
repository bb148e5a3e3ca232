import type { KpiState } from '@bw/contracts-reporting';
import { compare, type Ratio } from '@bw/kernel';

/** What was agreed about a key figure. Decimal texts. */
export interface Agreed {
  readonly target: string;
  readonly threshold: string;
  readonly direction: 'up' | 'down';
}

/** Met at the target or better, watch up to the threshold, breached beyond it; unknown without a value. */
export function judge(value: string | undefined, { target, threshold, direction }: Agreed): KpiState {
  if (value === undefined) return 'unknown';
  const worseThan = (bound: string) => {
    const order = compare(decimal(value), decimal(bound));
    return direction === 'up' ? order < 0 : order > 0;
  };
  if (worseThan(threshold)) return 'breached';
  return worseThan(target) ? 'watch' : 'met';
}

/** A decimal text, exactly. */
export function decimal(text: string): Ratio {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const numerator = BigInt(`${sign}${whole}${decimals}`);
  return { numerator, denominator: 10n ** BigInt(decimals.length) };
}
