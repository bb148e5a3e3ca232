#!/usr/bin/env bash
# A database and its roles per service, as npm start makes them: the owner migrates, the app is bound by row security, the
# reader sees the published log, analysts read views. Run by the database's image on an empty volume. The passwords lie in
# files that only the database may read.
set -euo pipefail

passwords=${PASSWORDS:-/run/bridgework}

run() { psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$1" -v service="$2"; }

for service in engagement scheduling risk reporting; do
  run postgres "$service" << SQL
\\set owner_password \`cat "$passwords/${service}_owner.password"\`
\\set app_password \`cat "$passwords/${service}_app.password"\`
\\set reader_password \`cat "$passwords/${service}_reader.password"\`
select :'service' || '_owner' as owner, :'service' || '_app' as app, :'service' || '_reader' as reader,
  :'service' || '_analyst' as analyst \\gset
create role :"owner" login password :'owner_password';
create role :"app" login password :'app_password';
create role :"reader" login password :'reader_password';
create role :"analyst" nologin;
create database :"service" owner :"owner";
revoke all on database :"service" from public;
grant connect on database :"service" to :"app", :"reader", :"analyst";
alter database :"service" set bw.app_role = :'app';
alter database :"service" set bw.reader_role = :'reader';
alter database :"service" set bw.analyst_role = :'analyst';
SQL
  run "$service" "$service" << 'SQL'
select :'service' || '_owner' as owner, :'service' || '_app' as app \gset
grant usage on schema public to :"app";
alter default privileges for role :"owner" grant usage on schemas to :"app";
alter default privileges for role :"owner" grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" grant usage, select on sequences to :"app";
SQL
done
