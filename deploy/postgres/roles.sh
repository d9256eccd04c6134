#!/bin/sh
# Once, when the database is made: the logins. What each may do is granted by the migrations to the group roles
# zhaoguan_app (the running system) and zhaoguan_public (published views only).
set -eu

read_secret() {
  cat "/run/secrets/$1"
}

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v migrator_password="$(read_secret migrator_password)" \
  -v app_password="$(read_secret app_password)" \
  -v reader_password="$(read_secret reader_password)" <<'SQL'
create role zhaoguan_app nologin;
create role zhaoguan_public nologin;
create role zhaoguan_migrator login password :'migrator_password';
-- The api serves public answers too: it takes the lesser role for those connections.
create role zhaoguan_api login password :'app_password' in role zhaoguan_app, zhaoguan_public;
create role zhaoguan_portal login password :'reader_password' in role zhaoguan_public;
revoke all on database zhaoguan from public;
grant connect on database zhaoguan to zhaoguan_migrator, zhaoguan_app, zhaoguan_public;
grant create, temporary on database zhaoguan to zhaoguan_migrator;
revoke create on schema public from public;
grant create, usage on schema public to zhaoguan_migrator;
grant usage on schema public to zhaoguan_app, zhaoguan_public;
alter role zhaoguan_portal set default_transaction_read_only = on;
SQL
