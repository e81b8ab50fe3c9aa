#!/usr/bin/env bash
# Guess before running: spacetime, which brings its own zone table, turns New York's clocks on the second Sunday of
# March of whatever year is asked, and Berlin's on the last.
# Seen: its table holds dates, not rules: it turns New York's clocks on 8 March in 2027 too (the law: Sunday the 14th),
# and Berlin's on 29 March in 2030 (Sunday the 31st). For days around each change it is an hour off.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts spacetime@7.15.0
cat >try.cjs <<'JS'
const spacetime = require('spacetime');
console.log('spacetime', JSON.parse(require('fs').readFileSync('node_modules/spacetime/package.json')).version);
// [zone, a noon, hours east of UTC by law]
const cases = [
  ['America/New_York', '2027-03-10', -5], // the second Sunday of March 2027 is the 14th
  ['America/New_York', '2027-03-16', -4],
  ['Europe/Berlin', '2030-03-30', 1], // the last Sunday of March 2030 is the 31st
  ['Europe/Berlin', '2030-04-02', 2],
];
let wrong = 0;
for (const [zone, day, expected] of cases) {
  const seen = spacetime(`${day}T12:00:00`, zone).timezone().current.offset;
  if (seen !== expected) wrong++;
  console.log(`${zone} ${day} 12:00: expected ${expected} h, seen ${seen} h`);
}
console.log(`${wrong} of ${cases.length} an hour off`);
process.exit(wrong === 2 ? 0 : 1);
JS
node try.cjs
