import {
  type Figure,
  formatDay,
  formatFigure,
  formatMinutes,
  formatMoment,
  formatMoney,
  formatSignedMinutes,
  formatSignedMoney,
  formatSignedShare,
  reasonOf,
  titleOf,
} from './figure.ts';

const figure = (part: Partial<Figure>): Figure => ({ id: 'X', title: 'X', formulaVersion: 1, unit: 'ratio', ...part });

describe('a figure for people', () => {
  it.each([
    [figure({ unit: 'ratio', value: '0.9166666667' }), '0.92'],
    [figure({ unit: 'money', amount: 1_807_5944, currency: 'EUR' }), '€180,759'],
    [figure({ unit: 'minutes', minutes: -4_800 }), '−10 d'],
    [figure({ id: 'PERCENT_COMPLETE', unit: 'ratio', value: '0.8166666667' }), '82%'],
    [figure({ unit: 'ratio', undefinedReason: 'NO_COST_YET' }), '–'],
  ])('reads %j as %s', (given, text) => {
    expect(formatFigure(given, { locale: 'en-IE' })).toBe(text);
  });

  it('keeps cents while they matter, and knows currencies without them', () => {
    expect(formatMoney(12_345, 'USD', 'en-US')).toBe('$123.45');
    expect(formatMoney(12_345, 'JPY', 'en-US')).toBe('¥12,345');
  });

  it('counts working time in days of eight hours', () => {
    expect([90, 479, 480, 720].map((minutes) => formatMinutes(minutes, 'en'))).toEqual([
      '1.5 h',
      '8 h',
      '1 d',
      '1.5 d',
    ]);
  });

  it('is on the civil day of its zone, whoever reads it', () => {
    const late = '2026-11-20T23:30:00.000Z';
    expect(formatDay(late, { locale: 'en-GB', zone: 'Europe/Warsaw' })).toBe('21 Nov 2026');
    expect(formatDay(late, { locale: 'en-GB', zone: 'America/New_York' })).toBe('20 Nov 2026');
    expect(formatMoment(late, { locale: 'en-GB', zone: 'Asia/Kolkata' })).toBe('21 Nov 2026, 05:00 GMT+5:30');
    expect(formatMoment('never')).toBe('–');
  });

  it('has a sign where two are compared', () => {
    expect([formatSignedShare(0.0415, 'en'), formatSignedShare(0, 'en')]).toEqual(['+4.2%', '0%']);
    expect([formatSignedMoney(5_000, 'EUR', 'en'), formatSignedMinutes(-960, 'en')]).toEqual(['+€50.00', '−2 d']);
  });

  it('is called by its name, also where the server knows it earlier than the console', () => {
    expect(titleOf({ id: 'EAC_T_ES_SPI_T', title: 'x' })).toBe('Forecast finish (earned schedule, SPI(t))');
    expect(titleOf({ id: 'LUCK', title: 'Luck' })).toBe('Luck');
  });

  it('says why there is no value', () => {
    expect(reasonOf(figure({ undefinedReason: 'NO_COST_YET' }))).toBe('no cost recorded by then');
    expect(reasonOf(figure({ undefinedReason: 'SOMETHING_NEW' }))).toBe('something new');
  });
});
