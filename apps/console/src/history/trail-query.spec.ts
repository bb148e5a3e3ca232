import { trailQuery } from './trail-query.ts';

it('asks for the part of the trail that the address names, its days whole', () => {
  expect(trailQuery({})).toEqual({});
  expect(trailQuery({ types: 'risk.*', actor: 'a', stream: 's', from: '2027-03-01', to: '2027-03-31' })).toEqual({
    types: 'risk.*',
    actor: 'a',
    stream: 's',
    from: '2027-03-01T00:00:00.000Z',
    to: '2027-04-01T00:00:00.000Z',
  });
  expect(trailQuery({ from: 'soon', to: 'later' })).toEqual({});
});
