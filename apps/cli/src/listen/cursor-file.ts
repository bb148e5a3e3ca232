import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { WrongUse } from '../frame/exit-status.ts';

/** The feed sequence that a file remembers; 0 where there is none yet. */
export function readCursor(file: string): number {
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8').trim();
  if (!/^\d{1,15}$/.test(text)) throw new WrongUse(`--cursor: ${file} holds no feed sequence. Name another file.`);
  return Number(text);
}

/** Written whole or not at all, so that a break in between loses no event. */
export function writeCursor(file: string, sequence: number): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${sequence}\n`);
  renameSync(fresh, file);
}
