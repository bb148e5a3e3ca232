import { clear, noteAnswer, troubles } from './troubles.ts';

const told = () => troubles.get().map(({ service, kind }) => `${service} ${kind}`);

describe('a service in trouble', () => {
  afterEach(() => {
    for (const service of ['engagement', 'scheduling', 'risk', 'reporting'] as const) clear(service);
  });

  it('is named while it does not answer, with the time of its last good answer', () => {
    noteAnswer('/api/v1/portfolio', 200);
    noteAnswer('/api/v1/portfolio', 502);
    noteAnswer('/api/v1/evm', 0);
    expect(troubles.get()).toEqual([
      { service: 'reporting', kind: 'away', since: expect.any(Number), lastGood: expect.any(Number) },
    ]);
    noteAnswer('/api/v1/issues', 503);
    expect(told()).toEqual(['reporting away', 'risk away']);
    noteAnswer('/api/v1/portfolio', 200);
    expect(told()).toEqual(['risk away']);
  });

  it('is no trouble when it says no', () => {
    noteAnswer('/api/v1/portfolio', 403, 'FORBIDDEN');
    noteAnswer('/api/v1/risks/1', 409, 'STATE_CONFLICT');
    expect(told()).toEqual([]);
  });

  it('stays behind until it says that it has caught up', () => {
    noteAnswer('/api/v1/portfolio', 503, 'NOT_YET');
    noteAnswer('/api/v1/portfolio', 200);
    expect(told()).toEqual(['reporting behind']);
  });
});
