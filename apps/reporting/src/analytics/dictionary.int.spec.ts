import { House } from '../testing/house.ts';

/** Names and types that analysts build on. What differs from the checked-in list is a broken promise, or a new one. */
describe('the dictionary of analytics_v1', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  const values = async (sql: string) => (await house.owner.query<Record<string, string | null>>(sql)).rows;

  it('has a text for everything', async () => {
    const silent = await values(`
      select c.relname || coalesce('.' || a.attname, '') as what
      from pg_class c left join lateral (
        select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0
        union all select null, 0) a on true
      where c.relnamespace = 'analytics_v1'::regnamespace and c.relkind = 'v'
        and coalesce(col_description(c.oid, a.attnum::int), '') = ''
        and (a.attnum > 0 or coalesce(obj_description(c.oid, 'pg_class'), '') = '')
      union all
      select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = 'analytics_v1'::regnamespace and coalesce(obj_description(p.oid, 'pg_proc'), '') = ''
      union all
      select nspname from pg_namespace n
      where nspname = 'analytics_v1' and coalesce(obj_description(n.oid, 'pg_namespace'), '') = ''`);
    expect(silent).toEqual([]);
  });

  it('holds views with the asker’s rights only, and functions with pinned paths where they have the owner’s', async () => {
    expect(
      await values(`
        select relname from pg_class where relnamespace in ('analytics_v1'::regnamespace, 'analytics'::regnamespace)
          and relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([]);
    expect(
      await values(`
        select proname, proconfig[1] as path from pg_proc
        where pronamespace in ('analytics_v1'::regnamespace, 'analytics'::regnamespace) and prosecdef order by 1`),
    ).toEqual([
      { proname: 'cut_asof', path: 'search_path=pg_catalog, pg_temp' },
      { proname: 'granted_tenant', path: 'search_path=pg_catalog, pg_temp' },
    ]);
  });

  it('keeps names, types and texts', async () => {
    const columns = await values(`
      select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as what,
        col_description(c.oid, a.attnum) as text
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'analytics_v1'::regnamespace order by c.relname collate "C", a.attnum`);
    const functions = await values(`
      select p.proname || '(' || pg_get_function_arguments(p.oid) || ') ' || pg_get_function_result(p.oid) as what,
        obj_description(p.oid, 'pg_proc') as text
      from pg_proc p where p.pronamespace = 'analytics_v1'::regnamespace order by p.proname collate "C"`);
    expect([...columns, ...functions].map(({ what, text }) => `${what}: ${text}`)).toMatchSnapshot();
  });
});
