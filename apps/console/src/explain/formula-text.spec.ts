import { formulaText } from './formula-text.ts';

describe('a formula', () => {
  it('is written in proper signs', () => {
    expect(formulaText({ id: 'EAC_SCI', text: 'AC + (BAC - EV) / SPI x CPI' })).toBe('AC + (BAC − EV) ÷ SPI × CPI');
  });

  it('is in the words of the catalogue where it is made of words', () => {
    expect(formulaText({ id: 'AC', text: 'in the server’s words' })).toBe('Sum of the cost recorded by now');
  });
});
