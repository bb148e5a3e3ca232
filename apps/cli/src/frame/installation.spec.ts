import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningHere, urlOf } from './installation.ts';

describe('the installation that a command talks to', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bw-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const note = (place: string) => {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'running.json'), JSON.stringify({ url: `http://${place}` }));
  };

  it('is the one that runs from this folder or one above', () => {
    note(join(folder, '.data'));
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    expect(runningHere({ folder: join(folder, 'a', 'b'), env: {} })?.url).toContain(folder);
  });

  it('is the one of the data folder where one is named', () => {
    note(join(folder, 'elsewhere'));
    expect(runningHere({ folder: '/', env: { BW_DATA: join(folder, 'elsewhere') } })?.url).toContain('elsewhere');
  });

  it('is the named one before all others, without a slash at the end', () => {
    expect(urlOf({ url: 'http://127.0.0.1:9/' }, { folder, env: {} })).toBe('http://127.0.0.1:9');
  });
});
