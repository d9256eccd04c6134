#!/bin/sh
# Once, when the database is made: the roles that sign in. What each may do is granted by the migrations
# to the group roles migrator, app and public_reader.
set -eu

read_secret() {
  cat "/run/secrets/$1"
}

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v migrator_password="$(read_secret migrator_password)" \
  -v app_password="$(read_secret app_password)" \
  -v reader_password="$(read_secret reader_password)" <<'SQL'
create role migrator nologin;
create role app nologin;
create role public_reader nologin;
create role zhaoguan_migrator login password :'migrator_password' in role migrator;
create role zhaoguan_app login password :'app_password' in role app;
create role zhaoguan_reader login password :'reader_password' in role public_reader;
revoke all on database zhaoguan from public;
grant connect on database zhaoguan to migrator, app, public_reader;
grant create, temporary on database zhaoguan to migrator;
revoke create on schema public from public;
grant create, usage on schema public to migrator;
alter role zhaoguan_reader set default_transaction_read_only = on;
alter role zhaoguan_reader set statement_timeout = '10s';
SQL
