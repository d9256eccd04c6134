#!/bin/sh
# api | worker | portal | migrate | any other command of the command line tool.
# NAME_FILE=/run/secrets/x becomes NAME=<content of the file>: secrets stay out of `docker inspect`.
# SECRETS_FILE and SIGNING_KEY_FILE are read by the program itself; other variables that end in _FILE (SSL_CERT_FILE, say) stay as they are.
set -eu

for name in $(env | sed -n "s|^\([A-Z][A-Z0-9_]*\)_FILE=${SECRETS_DIR:-/run/secrets}/.*|\1|p" | grep -vx -e SECRETS -e SIGNING_KEY); do
  eval "file=\${${name}_FILE}"
  if [ ! -r "$file" ]; then
    echo "secret file $file (${name}_FILE) is missing or not readable; see deploy/README.md" >&2
    exit 78
  fi
  value="$(cat "$file")"
  if [ -z "$value" ]; then
    echo "secret file $file (${name}_FILE) is empty; see deploy/README.md" >&2
    exit 78
  fi
  export "$name=$value"
  unset "${name}_FILE"
done

command="${1:-api}"
case "$command" in
  api | worker | portal)
    shift $(($# > 0))
    exec node --enable-source-maps "dist/apps/$command/src/main.js" "$@"
    ;;
  *) exec node --enable-source-maps dist/apps/cli/src/main.js "$@" ;;
esac
