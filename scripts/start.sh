#!/bin/sh
# The demonstration: built when its folder is empty, then served. `npm start`
set -eu
cd "$(dirname "$0")/.."
export SRD_MODE=demo
# Never from .env: that names the folder of the real data.
export DATA_DIR="${DATA_DIR:-data/demo}"

# A stop during a preparing step must reach it: this shell would die alone and leave it working.
child=
stop() {
  [ -z "$child" ] || kill -TERM "$child" 2>/dev/null || :
  wait || :
  exit "$1"
}
trap 'stop 130' INT
trap 'stop 143' TERM
step() {
  "$@" &
  child=$!
  wait "$child"
  child=
}

step node scripts/ready.mjs
PATH="$PWD/node_modules/.bin:$PATH" # Node 24, where the machine's own is older
settings=
[ ! -f .env ] || settings=--env-file=.env
step node $settings dist/apps/cli/src/main.js demo
# Address and accounts stay in sight: the log of the demonstration tells of trouble only, unless asked for more.
export SRD_LOG_LEVEL="${SRD_LOG_LEVEL:-warn}"
exec node $settings dist/apps/api/src/main.js
