import { reasonText } from './reason-text.ts';

const base = { family: 'cost', colour: 'red', text: 'in the server’s words' } as const;

describe('a reason in words', () => {
  it.each([
    [
      { code: 'BELOW_THRESHOLD', figure: 'SPI_T', value: '0.7706632653', threshold: '0.90' },
      'SPI(t) 0.77 is below 0.90',
    ],
    [{ code: 'ON_TARGET', figure: 'CPI', value: '1.0267984143', threshold: '0.95' }, 'CPI 1.03 is at or above 0.95'],
    [{ code: 'CLOCK_BREACHED', count: 1 }, '1 clock over its target'],
    [{ code: 'CLOCK_BREACHED', count: 2 }, '2 clocks over their target'],
    [{ code: 'NEWER_THAN_THE_CONSOLE', count: 2 }, 'in the server’s words'],
    [{ code: 'NEWER_THAN_THE_CONSOLE' }, 'in the server’s words'],
  ])('%j', (part, text) => {
    expect(reasonText({ ...base, ...part })).toBe(text);
  });
});
