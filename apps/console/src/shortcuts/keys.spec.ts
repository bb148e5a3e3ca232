import { nextKey, NOTHING_TYPED, type Typed } from './keys.ts';

const choices = [
  { id: 'portfolio', keys: 'g p' },
  { id: 'decisions', keys: 'g d' },
  { id: 'help', keys: '?' },
  { id: 'none' },
];

/** Types keys at 100 ms each, or at the time that is given with them. */
function type(...keys: readonly (string | readonly [string, number])[]): readonly string[] {
  let typed: Typed = NOTHING_TYPED;
  const found: string[] = [];
  keys.forEach((each, index) => {
    const [key, at] = typeof each === 'string' ? [each, 1_000 + index * 100] : each;
    const step = nextKey(choices, typed, key, at);
    typed = step.typed;
    if (step.found) found.push(step.found.id);
  });
  return found;
}

describe('keys', () => {
  it('lead somewhere one after the other', () => {
    expect(type('g', 'p', 'g', 'd', '?')).toEqual(['portfolio', 'decisions', 'help']);
  });

  it('begin anew where the next one fits nothing, or comes late', () => {
    expect(type('g', '?')).toEqual(['help']);
    expect(type('g', 'g', 'd')).toEqual(['decisions']);
    expect(type(['g', 1_000], ['p', 4_000])).toEqual([]);
    expect(type('p')).toEqual([]);
  });
});
