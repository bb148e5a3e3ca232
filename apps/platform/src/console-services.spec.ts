import { readFileSync } from 'node:fs';
import { routePrefixes } from './route-table.generated.ts';

/** Read as a text: apps never import apps. */
const CONSOLE = new URL('../../console/src/live/services.ts', import.meta.url);

it('the console knows which service answers below every path, to say whose figures are stale', () => {
  const known = readFileSync(CONSOLE, 'utf8');
  const listed = new Map(
    [...known.matchAll(/(\w+): \[([^\]]*)\]/g)].map(([, service = '', nouns = '']) => [
      service,
      [...nouns.matchAll(/'([^']+)'/g)].map(([, noun]) => `/api/v1/${noun ?? ''}`),
    ]),
  );
  // All that it does not list is reporting to it.
  for (const service of ['engagement', 'scheduling', 'risk'] as const)
    expect(listed.get(service)).toEqual(routePrefixes[service].filter((path) => path.startsWith('/api/')));
});
