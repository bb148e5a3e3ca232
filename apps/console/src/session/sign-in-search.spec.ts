import { signInSearch } from './sign-in-search.ts';

describe('the address of the sign-in', () => {
  it('says where to go on, and for whom', () => {
    expect(signInSearch({ next: '/decisions?asOf=2027-01-01', renew: true })).toEqual({
      next: '/decisions?asOf=2027-01-01',
      renew: true,
    });
  });

  it('leads nowhere else', () => {
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 7, undefined])
      expect(signInSearch({ next, renew: 'yes' })).toEqual({});
  });
});
