#!/usr/bin/env bash
# Builds and packs the commit that is checked out twice, in two folders of different names and under different umasks, and
# compares: the same bytes, or it fails. The first argument names a folder for the package; on stdout stands sha512=<its hash>.
#
#   bash scripts/reproduce.sh [folder]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

make() {
  local folder=$1 mask=$2
  git clone --quiet --no-hardlinks "$root" "$folder"
  cp -r node_modules "$folder/node_modules"
  (
    cd "$folder"
    umask "$mask"
    npm run --silent build
    node scripts/packed.mjs
    npm pack --silent --ignore-scripts --pack-destination "$work" >"$folder.name"
    mv "$work/$(cat "$folder.name")" "$folder.tgz"
  ) >&2
}
make "$work/one" 022
make "$work/another-name" 077
cmp "$work/one.tgz" "$work/another-name.tgz" || { echo 'two builds of one commit differ' >&2; exit 1; }
if [ -n "${1:-}" ]; then
  mkdir -p "$1"
  cp "$work/one.tgz" "$1/$(cat "$work/one.name")"
fi
echo "sha512=$(sha512sum "$work/one.tgz" | cut -d' ' -f1)"
