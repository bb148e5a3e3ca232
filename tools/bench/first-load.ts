import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../workspace.ts';
import type { Results } from './result.ts';

const LINKED = /(?:src|href)="\/?([^"]+\.(?:js|css))"/g;

/** What a browser fetches before it can show the first page: the document and all scripts and styles that it links. */
export function measureFirstLoad(results: Results): void {
  const folder = join(root, 'apps/console/dist');
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`${index} is missing: the console is not built.`);
  const html = readFileSync(index, 'utf8');
  const linked = [...html.matchAll(LINKED)].map(([, path = '']) => join(folder, path));
  const bytes = [index, ...new Set(linked)].map((file) => gzipSync(readFileSync(file)).length);
  const value = bytes.reduce((sum, each) => sum + each, 0) / 1000;
  results.add({ suite: 'loop', what: 'first load of the console, gzip', value, unit: 'kB', samples: bytes.length });
}
