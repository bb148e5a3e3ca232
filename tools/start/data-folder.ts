import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../workspace.ts';

/** A fresh database takes about 100 MB, a build and a week of events about as much again. */
const NEEDED_BYTES = 400 * 1024 * 1024;

/** Where a running Bridgework keeps everything: `.data` in the workspace, or the folder that `BW_DATA` names. */
export const dataFolder = resolve(process.env['BW_DATA'] ?? join(root, '.data'));

/** Only its owner may look inside: the folder holds passwords and the signing key of the development issuer. */
export function prepareDataFolder(): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  } catch (cause) {
    throw new Error(
      `The data folder ${dataFolder} cannot be made. Choose another one: BW_DATA=/some/folder npm start`,
      {
        cause,
      },
    );
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  const free = bavail * bsize;
  if (free < NEEDED_BYTES) {
    throw new Error(
      `Only ${megabytes(free)} MB are free where ${dataFolder} lies; Bridgework needs ${megabytes(NEEDED_BYTES)} MB. ` +
        'Make room, or choose another place: BW_DATA=/some/folder npm start',
    );
  }
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

/**
 * Says whether this database folder was initialised to the end. What an interrupted set-up left holds no data and goes;
 * a folder whose server once ran (`postmaster.opts`) is never taken for that, even where our marker was lost.
 */
export function isInitialised(databaseDir: string, say: (line: string) => void = console.log): boolean {
  if (existsSync(markerOf(databaseDir)) || existsSync(join(databaseDir, 'postmaster.opts'))) return true;
  if (existsSync(databaseDir)) {
    say(`${databaseDir} is only half initialised: an earlier start was interrupted. Beginning anew.`);
    rmSync(databaseDir, { recursive: true });
  }
  return false;
}

export function markInitialised(databaseDir: string): void {
  writeFileSync(markerOf(databaseDir), '');
}

const markerOf = (databaseDir: string) => `${databaseDir}.initialised`;
