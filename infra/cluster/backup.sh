#!/bin/sh
# A copy of one EventStoreDB node's files while it runs, in the order that the vendor asks for, into a folder of its own under BACKUP_DIR; the newest
# KEEP of them stay. No scavenge may run meanwhile.
# https://github.com/kurrent-io/KurrentDB/blob/oss-v23.10.6/docs/server/operations/backup.md (simple full backup)
set -eu
EVENTS="${EVENTS:-/events}"
BACKUP_DIR="${BACKUP_DIR:-/backup}"
KEEP="${KEEP:-14}"
target="$BACKUP_DIR/$(date +%Y-%m-%dT%H%M%S)"
part="$target.part"
mkdir "$part"
files() { (cd "$EVENTS" && find . -type f "$@"); }
take() {
  while IFS= read -r file; do
    mkdir -p "$part/$(dirname "$file")"
    cp -p "$EVENTS/$file" "$part/$file"
  done
}
files -path './index/*' -name '*.chk' | take
files -path './index/*' ! -name '*.chk' | take
files ! -path './index/*' -name '*.chk' | take
files ! -path './index/*' -name 'chunk-*' | sort | take
# What it takes to be restored: the node cuts off what was written after this point.
cp -p "$part/chaser.chk" "$part/truncate.chk"
(cd "$part" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + > SHA256SUMS)
mv "$part" "$target"
echo "$target: $(wc -l < "$target/SHA256SUMS") files, $(du -sh "$target" | cut -f1)"
find "$BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name '????-??-??T??????' | sort -r | tail -n "+$((KEEP + 1))" |
  while IFS= read -r old; do rm -r "$old"; done
