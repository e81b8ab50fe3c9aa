#!/usr/bin/env bash
# The feast of Ramadan in Turkey, 2027: by Act 2429 from 13:00 on its eve (8 March), and three days more (to the 11th).
# Expected: a holiday from 8 March 13:00 to 12 March 00:00.
# Seen: date-holidays 3.37.0 begins at 18:00 on the eve and ends at noon on 12 March, a working day: five hours too late
# at one end, twelve at the other. Its length of 90 hours is neither three days and a half nor from a law; and the date
# string says 00:00 on the 9th with an offset of −6 hours that no zone of Turkey has.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0
cat > probe.cjs <<'JS'
const Holidays = require('date-holidays');
const feast = new Holidays('TR', { timezone: 'UTC' }).getHolidays(2027).find(({ rule }) => rule.startsWith('1 Shawwal'));
const seen = [feast.date, feast.start.toISOString().slice(0, 16), feast.end.toISOString().slice(0, 16)];
console.log('date-holidays', require('./node_modules/date-holidays/package.json').version, seen.join(' | '));
if (seen.join('|') !== '2027-03-09 00:00:00 -0600|2027-03-08T18:00|2027-03-12T12:00') process.exit(1);
JS
node probe.cjs
