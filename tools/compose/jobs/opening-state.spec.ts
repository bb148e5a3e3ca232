import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpeningState } from './opening-state.ts';

describe('the opening of an installation', () => {
  let folder: string;
  const state = () => new OpeningState(folder);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bw-opening-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('belongs to whoever fills it, where that one was first', () => {
    expect(state().claim('sample')).toBe('sample');
    expect(state().claim('open')).toBe('sample');
    expect(state().claim('sample')).toBe('sample');
  });

  it('cannot be filled any more once it was opened as it is', () => {
    expect(state().claim('open')).toBe('open');
    expect(state().claim('sample')).toBe('open');
  });

  it('says how the filling went', () => {
    expect(state().outcome()).toBeUndefined();
    state().note('failed');
    expect(state().outcome()).toBe('failed');
    state().note('done');
    expect(state().outcome()).toBe('done');
  });
});
