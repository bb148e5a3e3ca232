import { sources } from '../facts/sources.ts';

const SOURCES = sources.all.map(({ id, name, code }) => `(${id}::smallint, '${name}', '${code}')`).join(', ');

/** What is seen at the watermark: the same rule as a reading that names no cut. */
const KNOWN = 'join facts.log_watermark w using (source)';

/** Who may see what, and what the views stand on. Analysts read these through the views; their shape is no promise. */
export const ground: readonly string[] = [
  'create schema analytics',
  'create schema analytics_v1',
  `create table analytics.analyst_grant (
     role_name text primary key, tenant uuid not null,
     granted_at timestamptz not null default now(), granted_by text not null default session_user)`,

  // session_user, not current_user: no SET of whatever kind changes it for a role that is no superuser.
  `create function analytics.granted_tenant() returns uuid
     language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
     as 'select tenant from analytics.analyst_grant where role_name = session_user::text'`,

  `create view analytics.source with (security_invoker = true) as
     select * from (values ${SOURCES}) as known(id, name, code)`,

  `create view analytics.known_level with (security_invoker = true) as
     select f.* from facts.level_fact f ${KNOWN}
     where f.known_from <= w.folded_to and (f.known_to is null or f.known_to > w.folded_to)`,

  `create view analytics.ruling_level with (security_invoker = true) as
     select * from (
       select distinct on (tenant, subject, measure) * from analytics.known_level
       order by tenant, subject, measure, effective desc, known_from desc, source desc, n desc) ruling
     where value <> 'null'::jsonb`,

  `create view analytics.known_flow with (security_invoker = true) as
     select f.* from facts.flow_fact f ${KNOWN} where f.pos <= w.folded_to`,

  `create view analytics.known_decision with (security_invoker = true) as
     select f.* from facts.decision f ${KNOWN} where f.pos <= w.folded_to`,

  // A check of its own, in front of every search: a search that finds nothing would never look at the cut.
  `create function analytics.is_known(cut text) returns boolean language plpgsql stable as $$
   begin
     if $1 is null or $1 !~ '^[a-z]+(0|[1-9][0-9]{0,15})([.][a-z]+(0|[1-9][0-9]{0,15}))*$'
       or exists (select from regexp_split_to_table($1, '[.]') part
                  left join analytics.source s on s.code = substring(part, '^[a-z]+')
                  group by substring(part, '^[a-z]+') having count(*) > 1 or count(s.id) = 0)
     then
       raise exception '"%" is no cut.', $1 using errcode = '22023',
         hint = 'Take the cut of an earlier reply as it is, such as e120.p12.r88.s4711.';
     end if;
     if exists (select from regexp_split_to_table($1, '[.]') part
                join analytics.source s on s.code = substring(part, '^[a-z]+')
                left join facts.log_watermark w on w.source = s.id
                where substring(part, '[0-9]+$')::bigint > coalesce(w.folded_to, 0))
     then
       raise exception 'What the cut % holds has not been taken in yet.', $1
         using errcode = '55000', hint = 'Ask again in a moment, see analytics_v1.freshness.';
     end if;
     return true;
   end $$`,

  `create function analytics.positions(cut text) returns table (source smallint, upto bigint)
     language sql stable rows 4 as $$
       select s.id, substring(part, '[0-9]+$')::bigint from regexp_split_to_table($1, '[.]') part
       join analytics.source s on s.code = substring(part, '^[a-z]+')
     $$`,
];

const FACTS = ['flow_fact', 'level_fact', 'decision'];
/** Who did what when; what it said in full stays inside: it may hold free text. */
const FEED_COLUMNS =
  'tenant, sequence, event_id, type, source, position, client, engagement, stream, effective, recorded, actor, taken_in';

const POLICED = [...FACTS.map((table) => `facts.${table}`), 'feed.entry'];

/**
 * Lets a group of roles in: by row security of their own, which asks the grants, and by rights to read. A later migration
 * that adds a view calls it again. So may an operator who made the group after the migration ran.
 */
const ADMIT = `
  create function analytics.admit(analysts name) returns void language plpgsql as $$
  declare
    policed regclass;
  begin
    foreach policed in array array[${POLICED.map((table) => `'${table}'`).join(', ')}]::regclass[] loop
      execute format('drop policy if exists analyst on %s', policed);
      execute format(
        'create policy analyst on %s for select to %I using (tenant = (select analytics.granted_tenant()))',
        policed, analysts);
    end loop;
    execute format('grant usage on schema facts, feed, analytics, analytics_v1 to %I', analysts);
    execute format('grant select on ${FACTS.map((table) => `facts.${table}`).join(', ')} to %I', analysts);
    execute format(
      'grant select (source, folded_to, folded_recorded, complete_to) on facts.log_watermark to %I', analysts);
    execute format('grant select (${FEED_COLUMNS}) on feed.entry to %I', analysts);
    execute format('grant select on analytics.source, analytics.known_level, analytics.ruling_level,
      analytics.known_flow, analytics.known_decision to %I', analysts);
    execute format('grant select on all tables in schema analytics_v1 to %I', analysts);
    execute format('grant execute on function analytics.granted_tenant, analytics.is_known, analytics.positions to %I', analysts);
    execute format('grant execute on all functions in schema analytics_v1 to %I', analysts);
  end $$`;

/** Two doors, each for its own: the service comes in by `app.tenant`, an analyst by a grant; neither by the other's. */
export const doors: readonly string[] = [
  ADMIT,
  'revoke all on all functions in schema analytics, analytics_v1 from public',
  `do $$
   declare
     app text := nullif(current_setting('bw.app_role', true), '');
     analysts text := nullif(current_setting('bw.analyst_role', true), '');
     policed record;
   begin
     if app is null then
       raise exception 'Database % does not name its application role.', current_database()
         using hint = 'Set bw.app_role with alter database, or create it with createServiceDatabase.';
     end if;
     -- Until now this door stood open to whoever may set a variable: only the service asked.
     for policed in select schemaname, tablename from pg_policies
       where schemaname in ('facts', 'feed') and policyname = 'tenant' loop
       execute format('alter policy tenant on %I.%I to %I', policed.schemaname, policed.tablename, app);
     end loop;
     -- The service has no business here: least of all with the grants.
     execute format('revoke all on all tables in schema analytics, analytics_v1 from %I', app);
     execute format('revoke all on schema analytics, analytics_v1 from %I', app);
     if exists (select from pg_roles where rolname = analysts) then
       perform analytics.admit(analysts);
     else
       raise notice 'Nobody can be an analyst yet: create a role and call analytics.admit with its name.';
     end if;
   end $$`,
];
