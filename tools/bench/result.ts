/** One measured figure. Where a named peer was measured in the same run, how many times the peer's figure it is. */
export interface Result {
  readonly suite: string;
  readonly what: string;
  readonly bus?: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'events/s' | 'MB' | 'kB';
  readonly samples?: number;
  readonly peer?: { readonly name: string; readonly value: number };
}

/** JSON lines as the figures come, a table at the end. */
export class Results {
  readonly #all: Result[] = [];

  add(result: Result): void {
    this.#all.push(result);
    console.log(JSON.stringify(result));
  }

  table(): string {
    const rows = this.#all.map(({ what, bus = '', value, unit, samples, peer }) => {
      const count = samples === undefined ? '' : String(samples);
      const compared = peer ? `${(value / peer.value).toFixed(1)} × ${peer.name} (${shown(peer.value)} ${unit})` : '';
      return `| ${what} | ${bus} | ${shown(value)} ${unit} | ${count} | ${compared} |`;
    });
    return ['| what | bus | figure | samples | against |', '| --- | --- | ---: | ---: | --- |', ...rows].join('\n');
  }
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toFixed(1));

/** The value below which this share of the samples lies; the nearest of them, nothing in between. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}
