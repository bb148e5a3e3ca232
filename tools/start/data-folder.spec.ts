import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInitialised, markInitialised } from './data-folder.ts';

describe('a database folder', () => {
  let folder: string;
  let database: string;
  let said: string[];
  const say = (line: string) => said.push(line);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bw-data-'));
    database = join(folder, 'postgres');
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is not initialised where there is none, and nothing is said', () => {
    expect(isInitialised(database, say)).toBe(false);
    expect(said).toEqual([]);
  });

  it('that an interrupted set-up left goes, with a clear sentence', () => {
    mkdirSync(database);
    writeFileSync(join(database, 'PG_VERSION'), '18');

    expect(isInitialised(database, say)).toBe(false);
    expect(existsSync(database)).toBe(false);
    expect(said).toEqual([expect.stringContaining('half initialised')]);
  });

  it('whose server once ran is kept, whatever happened to the marker', () => {
    mkdirSync(database);
    writeFileSync(join(database, 'postmaster.opts'), '');

    expect(isInitialised(database, say)).toBe(true);
  });

  it('that was set up to the end is kept', () => {
    mkdirSync(database);
    markInitialised(database);

    expect(isInitialised(database, say)).toBe(true);
    expect(existsSync(database)).toBe(true);
  });
});
