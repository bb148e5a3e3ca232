import { createHash } from 'node:crypto';

/** The same name is the same thing in every sample portfolio. */
export function sampleId(...name: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`sample/${name.join('/')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
