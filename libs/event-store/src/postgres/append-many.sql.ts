/** Whoever listens on this channel of a service's database learns the log's last position once a batch. */
export const LOG_CHANNEL = 'bw_log';

/**
 * Many commands in one round trip and one transaction. Arrays: `p_` one item per command, `e_` one per event, in order,
 * with `e_cmd` the command (from 1) and `e_k` the place in it (from 1). Each stream at most once per call.
 *
 * p_expected: a version, 0 not there yet, -1 any, -2 there already.
 * Answers a row per command, in order. verdict: stored, repeated (these very ids were there), conflict (version says
 * what is there; the neighbours do not suffer).
 *
 * Locks: new streams by name, streams by number, the head row last. So two callers never wait for each other crosswise,
 * and the head row, which everybody needs, is held for the insert alone.
 */
export const APPEND_MANY = `
  create function log.chain_step(state bytea, before bytea, content bytea, seal bytea) returns bytea
  language plpgsql immutable as $$
  begin
    return sha256(coalesce(state, before, ''::bytea) || content || seal);
  end $$;

  create aggregate log.chain(bytea, bytea, bytea) (sfunc = log.chain_step, stype = bytea);

  create function log.append_many(
    p_tenants uuid[], p_streams text[], p_expected bigint[], p_counts int[], p_keys text[],
    p_clients uuid[], p_engagements uuid[], p_actors text[], p_on_behalf_of text[],
    p_commands uuid[], p_correlations uuid[], p_causations uuid[], p_reasons text[], p_not_before timestamptz[],
    e_cmd int[], e_k int[], e_ids uuid[], e_types text[], e_schemas smallint[],
    e_effective timestamptz[], e_days date[], e_zones text[], e_corrects uuid[], e_data json[], e_content bytea[],
    p_now timestamptz, p_replayed boolean, p_horizon int
  ) returns table (verdict text, version bigint, pos bigint, recorded timestamptz)
  -- Generic plans: one for every batch would cost as much as the batch itself. Made while the tables are still small,
  -- they must not count on that.
  language plpgsql security definer set search_path = pg_catalog, log
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  #variable_conflict use_column
  declare
    nos bigint[];
    befores bigint[];
    hashes bytea[];
    verdicts text[];
    versions bigint[];
    places bigint[];
    times timestamptz[];
    found bigint;
    total bigint;
    base bigint;
    moment timestamptz;
    last record;
  begin
    insert into log.stream (tenant, name, kind)
    select c.tenant, c.name, regexp_replace(c.name, '-?[0-9a-f]{8}-[0-9a-f-]{27}$', '')
    from unnest(p_tenants, p_streams, p_expected) c(tenant, name, expected)
    where c.expected in (0, -1)
    order by c.tenant, c.name
    on conflict (tenant, name) do nothing;

    -- A statement of its own: once the locks are ours, the next one sees the versions as they are.
    with locked as materialized (
      select c.i, s.stream_no, s.version, s.hash
      from unnest(p_tenants, p_streams) with ordinality c(tenant, name, i)
      join log.stream s on s.tenant = c.tenant and s.name = c.name
      order by s.stream_no for no key update of s
    )
    select array_agg(l.stream_no order by c.i), array_agg(coalesce(l.version, 0) order by c.i),
      array_agg(l.hash order by c.i),
      array_agg(case
        when c.expected = -1 then 'stored'
        when c.expected = -2 then case when l.version > 0 then 'stored' else 'conflict' end
        when c.expected = coalesce(l.version, 0) then 'stored'
        else 'conflict' end order by c.i)
    into nos, befores, hashes, verdicts
    from unnest(p_expected) with ordinality c(expected, i) left join locked l on l.i = c.i;

    versions := array_fill(null::bigint, array[cardinality(p_streams)]);
    places := versions;
    times := array_fill(null::timestamptz, array[cardinality(p_streams)]);
    for i in 1 .. cardinality(p_streams) loop
      versions[i] := befores[i];
      if befores[i] = 0 or (verdicts[i] = 'stored' and p_expected[i] >= 0) then continue; end if;
      found := p_expected[i];
      if found < 0 then
        select e.version - 1 into found from log.event e
        where e.stream_no = nos[i] and e.version > befores[i] - p_horizon
          and e.id = (select x.id from unnest(e_cmd, e_k, e_ids) x(cmd, k, id) where x.cmd = i and x.k = 1)
        order by e.version desc limit 1;
        if found is null then continue; end if;
      end if;
      if not exists (
        select from unnest(e_cmd, e_k, e_ids) x(cmd, k, id)
        where x.cmd = i and not exists (
          select from log.event e where e.stream_no = nos[i] and e.version = found + x.k and e.id = x.id)
      ) then
        verdicts[i] := 'repeated';
        select e.version, e.pos, e.recorded into last from log.event e
        where e.stream_no = nos[i] and e.version = found + p_counts[i];
        versions[i] := last.version;
        places[i] := last.pos;
        times[i] := last.recorded;
      end if;
    end loop;

    select sum(c.n) into total from unnest(p_counts, verdicts) c(n, verdict) where c.verdict = 'stored';
    if total > 0 then
      update log.head h set pos = h.pos + total, recorded = greatest(h.recorded, p_now, (
          select max(c.t) from unnest(p_not_before, verdicts) c(t, verdict) where c.verdict = 'stored'))
      where h.shard = 0 returning h.pos - total, h.recorded into base, moment;

      with placed as (
        select e.*, c.*, base + row_number() over (order by e.cmd, e.k) as pos, c.before + e.k as version,
          log.chain(c.hash, e.content,
            int8send(c.before + e.k) || int8send(round(extract(epoch from moment) * 1000)::bigint)
          ) over (partition by e.cmd order by e.k) as chained
        from unnest(p_tenants, p_keys, p_clients, p_engagements, p_actors, p_on_behalf_of, p_commands, p_correlations,
            p_causations, p_reasons, nos, befores, hashes, verdicts) with ordinality
          c(tenant, key, client, engagement, actor, behalf, command, correlation,
            causation, reason, stream_no, before, hash, verdict, i)
        join unnest(e_cmd, e_k, e_ids, e_types, e_schemas, e_effective, e_days, e_zones, e_corrects, e_data, e_content)
          e(cmd, k, id, type, schema, effective, day, zone, corrects, data, content) on e.cmd = c.i
        where c.verdict = 'stored'
      ), stored as (
        insert into log.event (pos, stream_no, version, tenant, id, type, schema, key, client, engagement, effective,
          effective_day, effective_zone, recorded, actor, on_behalf_of, command, correlation, causation, reason,
          corrects, replayed, data, prev_hash, hash)
        select p.pos, p.stream_no, p.version, p.tenant, p.id, p.type, p.schema, p.key, p.client, p.engagement,
          p.effective, p.day, p.zone, moment, p.actor, p.behalf, p.command, p.correlation, p.causation, p.reason,
          p.corrects, p_replayed, p.data, coalesce(lag(p.chained) over (partition by p.cmd order by p.k), p.hash),
          p.chained
        from placed p order by p.pos
        returning stream_no, version, hash
      )
      update log.stream s set version = n.version, hash = n.hash
      from (select distinct on (stream_no) stream_no, version, hash from stored order by stream_no, version desc) n
      where s.stream_no = n.stream_no;

      for i in 1 .. cardinality(p_streams) loop
        if verdicts[i] <> 'stored' then continue; end if;
        base := base + p_counts[i];
        versions[i] := befores[i] + p_counts[i];
        places[i] := base;
        times[i] := moment;
      end loop;
      perform pg_notify('${LOG_CHANNEL}', base::text);
    end if;

    return query select * from unnest(verdicts, versions, places, times);
  end $$;
`;
