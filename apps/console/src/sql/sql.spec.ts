import { connectionStrings, isOnlyHere } from './connection.ts';
import { findIn } from './match.ts';
import { sqlSearch } from './search.ts';

describe('the address of the SQL page', () => {
  it('keeps what it understands', () => {
    expect(sqlSearch({ part: 'connect', q: 'cost', open: 'dim_plan' })).toEqual({
      part: 'connect',
      q: 'cost',
      open: 'dim_plan',
    });
    expect(sqlSearch({ part: 'dictionary', q: '', open: 7 })).toEqual({});
    expect(sqlSearch({ part: 'else', q: 2026 })).toEqual({ q: '2026' });
  });
});

describe('a search in the dictionary', () => {
  const column = (name: string, about: string) => ({ name, type: 'uuid', about });
  const dictionary = {
    views: [
      { name: 'dim_plan', about: 'A plan.', columns: [column('plan_id', 'Id of the plan.')] },
      { name: 'fact_cost', about: 'What it cost.', columns: [column('plan_id', 'Plan.'), column('amount', 'Money.')] },
    ],
    functions: [{ name: 'cost_asof', takes: 'as_of timestamptz', gives: 'TABLE(amount bigint)', about: 'Cost then.' }],
  };
  const names = (wanted: string) => {
    const { views, functions } = findIn(dictionary, wanted);
    return [...views.map(({ name, hits }) => [name, ...hits].join(' ')), ...functions.map(({ name }) => name)];
  };

  it('finds by name, text and column, and says which columns', () => {
    expect(names('')).toEqual(['dim_plan', 'fact_cost', 'cost_asof']);
    expect(names('MONEY')).toEqual(['fact_cost amount']);
    expect(names('cost plan_id')).toEqual(['fact_cost plan_id']);
    expect(names('amount')).toEqual(['fact_cost amount', 'cost_asof']);
    expect(names('nothing')).toEqual([]);
  });
});

describe('a connection', () => {
  it('is told without any password, and with a gap where the reader may not know the place', () => {
    const door = { host: '127.0.0.1', port: 5433, database: 'reporting' };
    const strings = Object.values(connectionStrings(door));
    expect(strings.filter((text) => text.includes(':5433') || text.includes('Port=5433'))).toHaveLength(4);
    expect(strings.join(' ')).not.toMatch(/:[^/@\s]+@/);
    expect(connectionStrings(undefined).psql).toBe('psql "postgresql://analyst_ada@<host>:5432/reporting"');
    expect([isOnlyHere(door), isOnlyHere({ ...door, host: 'db.example.org' })]).toEqual([true, false]);
  });
});
