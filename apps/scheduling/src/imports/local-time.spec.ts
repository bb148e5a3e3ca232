import { localTimes } from './local-time.ts';

describe('a local time', () => {
  const brussels = localTimes('Europe/Brussels');

  it.each([
    ['2010-01-01T08:00', '2010-01-01T07:00:00.000Z'],
    ['2010-07-01T00:00', '2010-06-30T22:00:00.000Z'],
    ['2010-03-28T01:59', '2010-03-28T00:59:00.000Z'],
    ['2010-03-28T03:00', '2010-03-28T01:00:00.000Z'],
    ['2010-03-28T17:00', '2010-03-28T15:00:00.000Z'],
    ['2010-10-31T01:30', '2010-10-30T23:30:00.000Z'],
    ['2010-10-31T02:30', '2010-10-31T00:30:00.000Z'],
    ['2010-10-31T03:00', '2010-10-31T02:00:00.000Z'],
    ['2010-10-31T23:59', '2010-10-31T22:59:00.000Z'],
  ])('%s in Brussels is %s', (local, at) => {
    expect(brussels(local)).toEqual({ at, skipped: false });
  });

  it('moves to the end of the gap where the clocks skip it', () => {
    expect(brussels('2010-03-28T02:30')).toEqual({ at: '2010-03-28T01:00:00.000Z', skipped: true });
  });

  it('knows zones that skip midnight, and half hours', () => {
    expect(localTimes('America/Sao_Paulo')('2018-11-04T08:00')).toEqual({
      at: '2018-11-04T10:00:00.000Z',
      skipped: false,
    });
    expect(localTimes('Asia/Kolkata')('2020-05-05T09:30')).toEqual({ at: '2020-05-05T04:00:00.000Z', skipped: false });
    expect(localTimes('Australia/Lord_Howe')('2020-10-04T02:15')).toEqual({
      at: '2020-10-03T15:30:00.000Z',
      skipped: true,
    });
  });
});
