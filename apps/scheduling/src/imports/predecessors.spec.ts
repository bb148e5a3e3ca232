import { readPredecessors } from './predecessors.ts';

const units = { day: 480, week: 2_400 };
const codes = new Set(['1', '2', '7', '12', '14', 'A-10', 'A']);
const read = (text: string) => readPredecessors(text, units, (code) => codes.has(code));
const brief = (text: string) =>
  read(text).map((link) => {
    if ('problem' in link) return link.problem;
    const { code, type, lag } = link.value;
    return [code, type, 'percent' in lag ? `${lag.percent}%` : lag.elapsed ? `${lag.minutes}e` : lag.minutes];
  });

describe('predecessors', () => {
  it.each<[string, unknown[]]>([
    [
      '12FS+2d; 14SS',
      [
        ['12', 'FS', 960],
        ['14', 'SS', 0],
      ],
    ],
    ['1FS+1w 1d', [['1', 'FS', 2_880]]],
    [
      '26FS+8w;19FS+4d 4h',
      [
        ['26', 'FS', 19_200],
        ['19', 'FS', 2_160],
      ],
    ],
    [
      '36FS+3w 2d;35FF+1w',
      [
        ['36', 'FS', 8_160],
        ['35', 'FF', 2_400],
      ],
    ],
    ['7', [['7', 'FS', 0]]],
    [
      '7,12',
      [
        ['7', 'FS', 0],
        ['12', 'FS', 0],
      ],
    ],
    ['7ff-4h', [['7', 'FF', -240]]],
    ['7 SF - 2 days', [['7', 'SF', -960]]],
    ['7SS+50%', [['7', 'SS', '50%']]],
    ['7FS+2ed', [['7', 'FS', '2880e']]],
    [
      '7FS+1,5d;12',
      [
        ['7', 'FS', 720],
        ['12', 'FS', 0],
      ],
    ],
    ['7FS-0d', [['7', 'FS', 0]]],
    ['A-10', [['A-10', 'FS', 0]]],
    ['A-2d', [['A', 'FS', -960]]],
    ['A-10SS', [['A-10', 'SS', 0]]],
    ['', []],
    [' ; ', []],
  ])('reads %p', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('keeps a hyphen that belongs to the code', () => {
    expect(brief('A-10SS+1d')).toEqual([['A-10', 'SS', 480]]);
  });

  it.each(['7FS+soon', '7FS+2x', '+2d', '7FS+%'])('refuses %p', (text) => {
    expect(brief(text)).toEqual([expect.any(String)]);
  });

  it('reads the links around a bad one', () => {
    expect(brief('7;12FS+?;14SS')).toEqual([['7', 'FS', 0], expect.any(String), ['14', 'SS', 0]]);
  });
});
