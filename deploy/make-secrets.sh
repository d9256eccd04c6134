#!/bin/sh
# Draws every secret the compose file wants into deploy/secrets/ (each readable by one user only).
# What exists stays as it is, so it can be run again after an upgrade that adds one.
set -eu

if [ "$(id -u)" != 0 ]; then
  echo 'Run this as root (sudo): each secret is handed to the user that may read it.' >&2
  exit 1
fi
umask 077
cd "$(dirname "$0")"
mkdir -p secrets

draw() {
  [ -s "secrets/$1" ] || openssl rand -hex 32 > "secrets/$1"
}

put() {
  [ -s "secrets/$1" ] || printf '%s\n' "$2" > "secrets/$1"
}

for name in postgres_password migrator_password app_password reader_password redis_password; do
  draw "$name"
done

put keys.json "{
  \"tokenKey\": \"$(openssl rand -hex 32)\",
  \"fieldKey\": \"$(openssl rand -hex 16)\",
  \"fieldMacKey\": \"$(openssl rand -hex 32)\",
  \"indexKey\": \"$(openssl rand -hex 32)\",
  \"logKey\": \"$(openssl rand -hex 32)\"
}"

put signing_key.json "{ \"privateKey\": \"$(openssl rand -hex 32)\" }"

put database_url_migrator "postgres://zhaoguan_migrator:$(cat secrets/migrator_password)@postgres:5432/zhaoguan"
put database_url_app "postgres://zhaoguan_api:$(cat secrets/app_password)@postgres:5432/zhaoguan"
put database_url_reader "postgres://zhaoguan_portal:$(cat secrets/reader_password)@postgres:5432/zhaoguan"
put redis_url "redis://:$(cat secrets/redis_password)@redis:6379"

# Compose mounts the files as they are: 1000 is `node` in the application's image, 999 is `postgres` and `redis` in theirs.
chown 1000:1000 secrets/database_url_* secrets/redis_url secrets/keys.json secrets/signing_key.json
chown 999:999 secrets/postgres_password secrets/migrator_password secrets/app_password secrets/reader_password secrets/redis_password
chmod 400 secrets/*

echo "deploy/secrets: $(find secrets -type f | wc -l) files."
echo 'Keep a copy of keys.json in a safe: without it backups cannot be read or proven.'
