import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { dropHalfLoaded } from './sample-mark.ts';
import { progressLine, sampleProgress } from './sample-progress.ts';
import { sampleWanted } from './sample.ts';

describe('the wanted sample', () => {
  it.each([
    ['full', 'full'],
    ['small', 'small'],
    ['none', 'none'],
    ['', 'full'],
  ])('of "%s" is %s', (value, size) => {
    expect(sampleWanted(value)).toBe(size);
  });

  it('says which there are', () => {
    expect(() => sampleWanted('huge')).toThrow('BW_SAMPLE=huge is unknown. It is full, small, none');
  });
});

describe('a load that did not end', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bw-sample-'));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres.initialised'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves nothing', () => {
    const said: string[] = [];
    const mark = join(folder, 'sample.loading');
    writeFileSync(mark, '');
    dropHalfLoaded(join(folder, 'postgres'), (line) => said.push(line), mark);
    const left = ['postgres', 'postgres.initialised', 'sample.loading'].filter((name) =>
      existsSync(join(folder, name)),
    );
    expect(left).toEqual([]);
    expect(said).toEqual(['The last load of the sample data did not end. Beginning anew.']);
  });

  it('is not any other database', () => {
    dropHalfLoaded(join(folder, 'postgres'), () => {}, join(folder, 'sample.loading'));
    expect(existsSync(join(folder, 'postgres'))).toBe(true);
  });
});

describe('the progress of a load', () => {
  const moment = { done: 42, of: 100, day: '2026-03-20', what: 'NORD-DC: the sponsor approves' };

  it('says what happens, in which month of the story, and how long it takes', () => {
    const line = stripVTControlCharacters(progressLine(moment, 18));
    expect(line).toMatch(/█{10}░{14} {2}42 % {2}March 2026 +NORD-DC: the sponsor approves +18 s, about 25 s left$/);
  });

  it('goes on one line where somebody watches, on a few where nobody does', () => {
    const told = (isTTY: boolean) => {
      let text = '';
      const progress = sampleProgress({ isTTY, write: (more) => (text += more) }, () => 0);
      for (let done = 0; done <= 100; done++) progress.say({ ...moment, done });
      progress.end();
      return text.split('\n').length - 1;
    };
    expect([told(true), told(false)]).toEqual([1, 6]);
  });
});
