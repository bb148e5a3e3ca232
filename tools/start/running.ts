import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.ts';

/** What other tools of this machine may know of a running Bridgework: the command line, acceptance, demo data. */
export interface RunningNow {
  readonly url: string;
  readonly bus: string;
  /** For roles of analysts. Readable by the owner of the data folder only. */
  readonly adminUrl: string;
  readonly reportingUrl: string;
  readonly processes: Readonly<Record<string, number>>;
}

/** Returns how to take the note away again. */
export function noteRunning(running: RunningNow): () => void {
  const file = join(dataFolder, 'running.json');
  writeFileSync(file, JSON.stringify(running, undefined, 2), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
