import { actionFor } from './keys.ts';

const standing = { place: 5, count: 10, page: 4, isParent: false, isCollapsed: false, parent: 2 };
const to = (key: string, part: Partial<typeof standing> = {}) => actionFor(key, { ...standing, ...part });

describe('keys on the rows', () => {
  it('walk, and stop at the ends', () => {
    const places = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => to(key));
    expect(places).toEqual([6, 4, 9, 1, 0, 9].map((place) => ({ kind: 'go', to: place })));
    expect(to('PageUp', { place: 1 })).toEqual({ kind: 'go', to: 0 });
  });

  it('open and close what lies below, and go up to it', () => {
    expect(to('ArrowLeft')).toEqual({ kind: 'go', to: 2 });
    expect(to('ArrowLeft', { isParent: true })).toEqual({ kind: 'collapse' });
    expect(to('ArrowLeft', { isParent: true, isCollapsed: true })).toEqual({ kind: 'go', to: 2 });
    expect(to('ArrowRight', { isParent: true, isCollapsed: true })).toEqual({ kind: 'expand' });
    expect(to('ArrowRight', { isParent: true })).toEqual({ kind: 'go', to: 6 });
    expect([to('ArrowRight'), to('ArrowLeft', { parent: -1 })]).toEqual([undefined, undefined]);
  });

  it('open and change, and leave all others alone', () => {
    expect(['Enter', 'F2', 'x', 'Tab'].map((key) => to(key)?.kind)).toEqual(['open', 'edit', undefined, undefined]);
  });
});
