import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../workspace.ts';
import type { Results } from './result.ts';

const suite = 'console';
const FIRST = { bar: 220, stretch: 180, better: 'lower' } as const;
const LAZY = { bar: 250, stretch: 200, better: 'lower' } as const;
const LINKED = /(?:src|href)="\/?([^"]+\.js)"/g;

/** JavaScript that a browser fetches before the console begins, and the largest part that comes later. */
export function measureScripts(results: Results): void {
  const folder = join(root, 'apps/console/dist');
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`${index} is missing: the console is not built.`);
  const linked = new Set([...readFileSync(index, 'utf8').matchAll(LINKED)].map(([, path = '']) => path));
  const first = [...linked].map((path) => packed(join(folder, path)));
  const lazy = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js') && !linked.has(`assets/${name}`))
    .map((name) => ({ name: name.replace(/-[^-]*\.js$/, ''), size: packed(join(folder, 'assets', name)) }))
    .toSorted((a, b) => b.size - a.size);
  const [largest] = lazy;
  const about = { suite, unit: 'kB' } as const;
  results.add({
    ...about,
    what: 'first load, JavaScript with gzip',
    value: sum(first),
    samples: first.length,
    ...FIRST,
  });
  if (largest) {
    results.add({
      ...about,
      what: `largest lazy chunk (${largest.name}), gzip`,
      value: largest.size,
      samples: lazy.length,
      ...LAZY,
    });
  }
}

const packed = (file: string): number => gzipSync(readFileSync(file)).length / 1000;

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
