import { changeText, fieldText, tellingChanges, valueText } from './change-text.ts';

const writing = { locale: 'en-GB' };

describe('a change', () => {
  it('is told with what was before, where anything was', () => {
    expect(changeText({ field: 'likelihood', before: '2', after: '5' })).toBe('Likelihood: 2 → 5');
    expect(changeText({ field: 'likelihood', after: '5' })).toBe('Likelihood: 5');
    expect(changeText({ field: 'pointBp', after: '5000' })).toBe('Warning point: 50%');
  });

  it('leaves out what stands above it anyway', () => {
    const changes = ['at', 'likelihood', 'by'].map((field) => ({ field, after: '1' }));
    expect(tellingChanges(changes).map(({ field }) => field)).toEqual(['likelihood']);
  });

  it('names people as they are known, and other things by the end of their id', () => {
    const id = '"0192a000-0000-7000-8000-000000000102"';
    expect(valueText(id, { who: () => 'Project manager' })).toBe('Project manager');
    expect(valueText(id)).toBe('…00000102');
  });

  it('names fields that the catalogue does not know in words', () => {
    expect([fieldText('nextReview'), fieldText('target.upToDays')]).toEqual(['Next review', 'Target, up to days']);
  });

  it('shows values as people read them', () => {
    const shown = [
      '"2027-03-01"',
      '"2027-03-01T09:30:00.000Z"',
      'true',
      'null',
      '[1,2]',
      '[{"a":1}]',
      '"waiting-client"',
    ];
    expect(shown.map((value) => valueText(value, writing))).toEqual([
      '1 Mar 2027',
      '1 Mar 2027, 09:30 UTC',
      'yes',
      'nothing',
      '1, 2',
      '1 entry',
      'waiting for the client',
    ]);
    expect(valueText('"One supplier"')).toBe('“One supplier”');
    expect(valueText(JSON.stringify('long words '.repeat(30))).length).toBeLessThan(130);
  });
});
