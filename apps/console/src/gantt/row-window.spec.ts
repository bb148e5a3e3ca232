import { windowOf } from './row-window.ts';

const at = (offset: number) => windowOf({ offset, room: 20, length: 1000, step: 10 });

describe('the window', () => {
  it('draws a little more than is seen, and stays the same within a step', () => {
    expect(at(0)).toEqual({ first: 0, end: 30 });
    expect(at(101)).toEqual(at(109));
    expect(at(105)).toEqual({ first: 90, end: 140 });
  });

  it('ends with the whole', () => {
    expect(at(985)).toEqual({ first: 970, end: 1000 });
    expect(windowOf({ offset: 0, room: 20, length: 3, step: 10 })).toEqual({ first: 0, end: 3 });
    expect(windowOf({ offset: 500, room: 20, length: 3, step: 10 })).toEqual({ first: 0, end: 3 });
  });
});
