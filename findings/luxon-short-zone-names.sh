#!/usr/bin/env bash
# Guess before running: luxon calls "BST" and "IST" invalid zones, since they are no names of IANA's list; or it takes
# them for London's and Kolkata's or Dublin's time.
# Seen: isValidZone says true for both, and BST is six hours east: Dhaka. A person in London who writes BST for
# "British Summer Time" is five hours off, without a word. EST is taken, too, and never has summer time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts luxon@3.7.2
cat >try.cjs <<'JS'
const { DateTime, IANAZone, VERSION } = require('luxon');
console.log('luxon', VERSION, 'on Node', process.version);
// [short name, hours east in July that people mean, hours seen]
const cases = [
  ['BST', 1, 6],
  ['EST', -4, -5],
  ['IST', 5.5, 5.5],
];
let same = true;
for (const [zone, meant, expectedSeen] of cases) {
  const summer = DateTime.fromISO('2027-07-01T09:00', { zone });
  const seen = summer.isValid ? summer.offset / 60 : 'refused';
  console.log(`${zone}: isValidZone ${IANAZone.isValidZone(zone)}; 09:00 on 1 July 2027: meant ${meant} h, seen ${seen} h`);
  same &&= seen === expectedSeen && IANAZone.isValidZone(zone);
}
process.exit(same ? 0 : 1);
JS
node try.cjs
