import { asCsv } from './export.ts';
import type { Entry } from './trail.ts';

const entry: Entry = {
  sequence: 1,
  event: 'e1',
  type: 'risk.RiskAssessed',
  source: 'risk',
  position: 7,
  stream: 'risk-r',
  streamVersion: 2,
  actor: 'maria',
  effective: '2027-03-01T00:00:00.000Z',
  recorded: '2027-03-02T00:00:00.000Z',
  replayed: false,
};

describe('the trail as a table', () => {
  it('has a row for each event', () => {
    expect(asCsv([entry]).split('\r\n')).toEqual([
      'recorded,effective,type,actor,reason,stream,streamVersion,event,corrects,correctedBy,source,position',
      '2027-03-02T00:00:00.000Z,2027-03-01T00:00:00.000Z,risk.RiskAssessed,maria,,risk-r,2,e1,,,risk,7',
    ]);
  });

  it('quotes what needs it and defuses formulas', () => {
    const cells = (reason: string) =>
      asCsv([{ ...entry, reason }])
        .split('maria,')[1]
        ?.split(',risk-r')[0];
    expect(cells('late, "again"')).toBe('"late, ""again"""');
    expect(cells('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
  });
});
