#!/bin/sh
# Real use: serves what `srd init` has set up. `npm run serve`
set -eu
cd "$(dirname "$0")/.."
export SRD_MODE=serve

node scripts/ready.mjs
PATH="$PWD/node_modules/.bin:$PATH" # Node 24, where the machine's own is older
settings=
[ ! -f .env ] || settings=--env-file=.env
exec node $settings dist/apps/api/src/main.js
