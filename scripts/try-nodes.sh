#!/usr/bin/env bash
# Plans one workspace with several versions of Node, whose own zone data differ, and compares every byte; then lets
# each of them verify what the first one planned (which is what they all planned), and looks at the instants of its five
# zones, whose laws have changed since 2024. The npm package `node` gives the versions; they are kept in a temporary
# folder, so that only the first run fetches them.
#
#   bash scripts/try-nodes.sh            the newest of 20 and 24, beside the Node that runs this
#   NODES='20 22 24 26' bash scripts/try-nodes.sh
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
cache=${NODES_CACHE:-${TMPDIR:-/tmp}/cxplan-nodes-$(id -u)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f dist/main.js ] || npm run --silent build

mkdir -p "$work/firm"
cat >"$work/firm/cxplan.yaml" <<'YAML'
programme: { name: Five coasts, starts: 2026-09-28, ends: 2027-06-27, timezone: America/Vancouver, mantra: One. }
sites:
  coast: { timezone: America/Vancouver }
  prairie: { timezone: America/Edmonton }
  river: { timezone: America/Winnipeg }
  medina: { timezone: Africa/Casablanca }
  malecon: { timezone: America/Havana }
departments: { desk: { meetings: { huddle: { day: wed, at: "09:10", minutes: 15 } } } }
roles:
  clerk: { department: desk, heads: { coast: 4, prairie: 4, river: 4, medina: 4, malecon: 4 }, customerFacing: true }
themes: { m: { months: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] } }
modules:
  h: { audience: everyone, format: huddle, minutes: 10, when: { every: week }, themes: month }
YAML

versions=(this)
for major in ${NODES:-20 24}; do
  if [ ! -x "$cache/$major/node_modules/node/bin/node" ]; then
    mkdir -p "$cache/$major"
    echo '{ "private": true }' >"$cache/$major/package.json"
    if ! npm install --silent --no-audit --no-fund --prefix "$cache/$major" "node@$major" >"$work/npm.log" 2>&1; then
      # Only a registry that cannot be reached is an excuse.
      if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET' "$work/npm.log" ||
        ! npm ping >/dev/null 2>&1; then
        echo "SKIPPED 1: Node $major, since the registry cannot be reached"
        continue
      fi
      cat "$work/npm.log"
      exit 1
    fi
  fi
  versions+=("$major")
done

plan_with() {
  local node=$1 out=$2
  "$node" "$root/bin/cxplan.js" generate "$work/firm" --out "$out" --quiet
}
node_of() { if [ "$1" = this ]; then command -v node; else echo "$cache/$1/node_modules/node/bin/node"; fi; }

for version in "${versions[@]}"; do
  node=$(node_of "$version")
  plan_with "$node" "$work/$version"
  printf 'Node %s (its own zone data %s): ' "$("$node" --version)" "$("$node" -p process.versions.tz)"
  diff -r "$work/this" "$work/$version" && echo 'the same bytes'
  "$node" "$root/bin/cxplan.js" verify "$work/firm" --out "$work/this" >/dev/null
done
# Vancouver −07, Edmonton −06, Winnipeg −05, Havana −04, Casablanca ±00: ten past nine in January.
for hour in 16 15 14 13 09; do
  grep -q "\"startUtc\": \"2027-01-13T$hour:10:00Z\"" "$work/this/plan.json" || { echo "nobody meets at $hour:10Z"; exit 1; }
done
echo "${#versions[@]} Nodes plan the same bytes and verify one another's plan"
