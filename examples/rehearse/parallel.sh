#!/bin/sh
# sh parallel.sh <workspace> [years] [parts]: as many parts at a time as there are cores.
set -eu
workspace=$1 years=${2:-1000} parts=${3:-8}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export workspace years parts folder
# What stands in quotes is for the shells of the parts.
# shellcheck disable=SC2016
part='cxplan rehearse "$workspace" --quiet --years "$years" --shard "$0/$parts" > "$folder/$0.json"'
if command -v parallel > /dev/null; then
  seq "$parts" | parallel "sh -c '$part' {}"
else
  seq "$parts" | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' sh -c "$part" '{}'
fi
cxplan rehearse "$workspace" --merge "$folder"/*.json
