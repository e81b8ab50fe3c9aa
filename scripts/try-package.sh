#!/usr/bin/env bash
# Packs cxplan as npm would publish it, installs the file into an empty folder without any registry, and does
# the main job there, as a stranger would.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The build is fresh: `npm run check` has just made it, and it is made here when there is none.
[ -f dist/main.js ] || npm run --silent build
tarball=$(npm pack --silent --ignore-scripts --pack-destination "$folder")
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --offline --ignore-scripts "./$tarball"
count=$(find node_modules -mindepth 1 -maxdepth 1 -type d ! -name '.*' | wc -l)
[ "$count" -eq 1 ] || { echo "it needs other packages: $(ls node_modules)"; exit 1; }

cp -r node_modules/cxplan/examples/minimal firm
npx --no-install cxplan --version
npx --no-install cxplan validate firm
npx --no-install cxplan generate firm
[ -s firm/plan/plan.json ] && [ -s firm/plan/gaps.json ] && [ -s firm/plan/README.md ]
find firm/plan/calendars -name '*.ics' | grep -q .
npx --no-install cxplan verify firm
du -sh node_modules/cxplan | cut -f1
