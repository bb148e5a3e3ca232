import type { Door } from './views.ts';

/** A role name such as the command line makes. */
const ANALYST = 'ada';

export interface ConnectionStrings {
  readonly create: string;
  readonly psql: string;
  readonly jdbc: string;
  readonly odbc: string;
  readonly python: string;
}

/** How tools are told where to go. Never with a password: they ask for it, or read it from where they keep secrets. */
export function connectionStrings(door: Door | undefined): ConnectionStrings {
  const { host, port, database } = door ?? { host: '<host>', port: 5432, database: 'reporting' };
  const user = `analyst_${ANALYST}`;
  return {
    create: `npx bw analyst create ${ANALYST}`,
    psql: `psql "postgresql://${user}@${host}:${port}/${database}"`,
    jdbc: `jdbc:postgresql://${host}:${port}/${database}?user=${user}`,
    odbc: `Driver={PostgreSQL Unicode};Server=${host};Port=${port};Database=${database};Uid=${user};`,
    python: [
      'import os, psycopg',
      `with psycopg.connect("postgresql://${user}@${host}:${port}/${database}", password=os.environ["PGPASSWORD"]) as db:`,
      '    print(db.execute("select * from dim_engagement").fetchall())',
    ].join('\n'),
  };
}

/** Whether others than this machine would have to use another name for it. */
export const isOnlyHere = ({ host }: Door): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);
