import { Problem } from '@bw/service-shell';

/** The same words for what is not there and for what the caller may not know of. */
export function notThere(what: string, id: string): Problem {
  return new Problem({ code: 'NOT_FOUND', detail: `There is no ${what} ${id} that you know of.` });
}
