import { closingsOf, type Correction, lineRoots } from './lines.ts';

const recorded = '2026-01-01T00:00:00.000Z';
const correction = (event: string, corrects: string, position: number): Correction => ({
  event,
  corrects,
  position,
  recorded,
});
const closed = (corrections: readonly Correction[]) =>
  Object.fromEntries(closingsOf(corrections).map(({ event, knownTo }) => [event, knownTo]));

describe('a line of corrections', () => {
  it('lets the corrected event count until its correction', () => {
    expect(closed([correction('b', 'a', 5)])).toEqual({ a: 5 });
  });

  it('follows a chain', () => {
    const chain = [correction('c', 'b', 7), correction('b', 'a', 5)];
    expect(closed(chain)).toEqual({ a: 5, b: 7 });
    expect(lineRoots(chain)).toEqual(
      new Map([
        ['c', 'a'],
        ['b', 'a'],
      ]),
    );
  });

  it('lets the last one count where two correct the same event', () => {
    expect(closed([correction('c', 'a', 7), correction('b', 'a', 5)])).toEqual({ a: 5, b: 7 });
  });

  it('starts where the corrections at hand end', () => {
    expect(closed([correction('c', 'b', 7)])).toEqual({ b: 7 });
  });

  it('survives events that claim to correct each other', () => {
    expect(() => closed([correction('a', 'b', 1), correction('b', 'a', 2)])).not.toThrow();
  });
});
