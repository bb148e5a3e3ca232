import { Injectable } from '@nestjs/common';
import { Database } from '@bw/service-shell';
import type { DictionaryFunction, DictionaryView } from './dictionary.views.ts';
import { SCHEMA } from './documented.ts';

const ABOUT = `select coalesce(obj_description(oid, 'pg_namespace'), '') as about from pg_namespace where nspname = $1`;

const VIEWS = `
  select c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as about,
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'about', coalesce(col_description(c.oid, a.attnum), '')) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = $1 and c.relkind = 'v' group by c.oid, c.relname order by c.relname collate "C"`;

const FUNCTIONS = `
  select p.proname as name, pg_get_function_arguments(p.oid) as takes, pg_get_function_result(p.oid) as gives,
    coalesce(obj_description(p.oid, 'pg_proc'), '') as about
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = $1 order by p.proname collate "C"`;

export interface Described {
  readonly about: string;
  readonly views: readonly DictionaryView[];
  readonly functions: readonly DictionaryFunction[];
}

/** Asks the database what it says about the analysts' schema: what is read here is what they find. */
@Injectable()
export class DictionaryQuery {
  constructor(private readonly database: Database) {}

  async describe(): Promise<Described> {
    const { pool } = this.database;
    const [schema, views, functions] = await Promise.all([
      pool.query<{ readonly about: string }>(ABOUT, [SCHEMA]),
      pool.query<DictionaryView>(VIEWS, [SCHEMA]),
      pool.query<DictionaryFunction>(FUNCTIONS, [SCHEMA]),
    ]);
    return { about: schema.rows[0]?.about ?? '', views: views.rows, functions: functions.rows };
  }
}
