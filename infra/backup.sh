#!/bin/sh
# One copy of everything but the keys into a folder of its own under BACKUP_DIR; the newest KEEP of them stay. Runs beside the server.
set -eu
BACKUP_DIR="${BACKUP_DIR:-/backup}"
KEEP="${KEEP:-14}"
target="$BACKUP_DIR/$(date +%Y-%m-%dT%H%M%S)"
# Unfinished ones have another name: what stands under a date is whole.
srd backup --all "$target.part" > "$BACKUP_DIR/last.log" 2>&1 || { cat "$BACKUP_DIR/last.log" >&2; exit 1; }
mv "$BACKUP_DIR/last.log" "$target.part/backup.log"
mv "$target.part" "$target"
cat "$target/backup.log"
find "$BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name '????-??-??T??????' | sort -r | tail -n "+$((KEEP + 1))" |
  while IFS= read -r old; do rm -r "$old"; done
