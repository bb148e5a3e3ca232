/** What a figure should reach, and what would be better still. */
export interface Bar {
  readonly bar: number;
  readonly stretch: number;
  readonly better: 'lower' | 'higher';
}

/** One measured figure. Where a named peer was measured in the same run, how many times the peer's figure it is. */
export interface Result extends Partial<Bar> {
  readonly suite: string;
  readonly what: string;
  readonly bus?: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'events/s' | 'MB' | 'kB' | 'count';
  readonly samples?: number;
  readonly peer?: { readonly name: string; readonly value: number };
}

/** JSON lines as the figures come, a table at the end. */
export class Results {
  readonly #all: Result[] = [];

  add(result: Result): void {
    this.#all.push(result);
    const { suite, what } = result;
    console.log(JSON.stringify({ name: `${suite}: ${what}`, ...result }));
  }

  table(): string {
    const rows = this.#all.map((result) => {
      const { what, bus = '', value, unit, samples } = result;
      const count = samples === undefined ? '' : String(samples);
      return `| ${what} | ${bus} | ${shown(value)} ${unit} | ${count} | ${against(result)} |`;
    });
    return ['| what | bus | figure | samples | against |', '| --- | --- | ---: | ---: | --- |', ...rows].join('\n');
  }
}

/** Whether it reaches its bar; nothing where it has none. */
export function reaches({ value, bar, better }: Pick<Result, 'value' | 'bar' | 'better'>): boolean | undefined {
  if (bar === undefined) return undefined;
  return better === 'higher' ? value >= bar : value <= bar;
}

function against({ value, unit, peer, ...rest }: Result): string {
  if (peer) return `${(value / peer.value).toFixed(1)} × ${peer.name} (${shown(peer.value)} ${unit})`;
  const isReached = reaches({ value, ...rest });
  if (isReached === undefined) return '';
  return `${isReached ? 'within' : 'MISSES'} ${shown(rest.bar ?? 0)} ${unit}`;
}

const shown = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toFixed(1));

/** The value below which this share of the samples lies; the nearest of them, nothing in between. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}
