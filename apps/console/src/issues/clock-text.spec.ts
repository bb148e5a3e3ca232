import { clockTone, formatSpan } from './clock-text.ts';

describe('clocks', () => {
  it('count in hours and minutes', () => {
    expect([0, 59, 60, 1_505].map(formatSpan)).toEqual(['0 min', '59 min', '1 h', '25 h 5 min']);
  });

  it('stand out where somebody is needed', () => {
    expect(['breached-paused', 'paused', 'met', 'running'].map(clockTone)).toEqual([
      'tone-red',
      'tone-amber',
      'tone-green',
      undefined,
    ]);
  });
});
