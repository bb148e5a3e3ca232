import { Sources } from '@bw/projections';

/** The logs that reporting reads; its own too, so that what it measured is read like everything else. */
export const sources = new Sources([
  { name: 'engagement', id: 1, code: 'e' },
  { name: 'scheduling', id: 2, code: 's' },
  { name: 'risk', id: 3, code: 'r' },
  { name: 'reporting', id: 4, code: 'p' },
]);
