import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.ts';

/** Stands in the data folder as long as sample data are being loaded: half of them are of no use to anybody. */
export const loadingMark = join(dataFolder, 'sample.loading');

/** Removes what a load has left that was stopped half-way. The server of that folder must not run. */
export function dropHalfLoaded(
  databaseDir: string,
  say: (line: string) => void = console.log,
  mark: string = loadingMark,
): void {
  if (!existsSync(mark)) return;
  say('The last load of the sample data did not end. Beginning anew.');
  rmSync(databaseDir, { recursive: true, force: true });
  rmSync(`${databaseDir}.initialised`, { force: true });
  rmSync(mark);
}
