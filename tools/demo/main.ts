import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, prepareDataFolder } from '../start/data-folder.ts';
import { stopLeftOver } from '../start/left-over.ts';
import { claimFolder } from '../start/only-one.ts';

/** What an installation keeps in its folder. Nothing else is removed: `BW_DATA` may name a folder with more in it. */
const OURS = ['postgres', 'postgres.initialised', 'postgres.secret', 'secrets', 'running.json', 'sample.loading'];

try {
  prepareDataFolder();
  const letGo = claimFolder(); // refuses where one runs
  await stopLeftOver(join(dataFolder, 'postgres'));
  for (const name of OURS) rmSync(join(dataFolder, name), { recursive: true, force: true });
  letGo();
  console.log(`${dataFolder} is empty again.`);
  await import('../start/main.ts');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
