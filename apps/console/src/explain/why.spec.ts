import { whyIn } from './why.ts';

describe('the question behind a figure', () => {
  it('is whole or not there', () => {
    expect(whyIn({ why: 'CPI', whyOf: 'p', tab: 'plan' })).toEqual({ why: 'CPI', whyOf: 'p' });
    for (const search of [{}, { why: 'CPI' }, { whyOf: 'p' }, { why: 1, whyOf: 2 }, { whyIn: 'a' }])
      expect(whyIn(search)).toEqual({});
  });

  it('may be about one activity', () => {
    expect(whyIn({ why: 'EV', whyOf: 'p', whyIn: 'a' })).toEqual({ why: 'EV', whyOf: 'p', whyIn: 'a' });
    expect(whyIn({ why: 'EV', whyOf: 'p', whyIn: 3 })).toEqual({ why: 'EV', whyOf: 'p' });
  });
});
