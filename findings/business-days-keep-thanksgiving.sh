#!/usr/bin/env bash
# "One working day later" by luxon-business-days 3.0.1, of dates in Europe/Berlin, in German.
# Expected: after Wednesday 24 November 2027 comes Thursday the 25th; no holiday of any country was asked for.
# Guess before running: weekends alone are left out until holidays are given.
# Seen: Friday the 26th: whatever zone and locale a date has, it keeps the public holidays of the United States. Not all of
# them: the 4th of July 2027 is a Sunday, kept on Monday the 5th, and that is a working day.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts luxon-business-days@3.0.1 luxon@3.7.2
cat > probe.cjs <<'JS'
const { DateTime } = require('luxon-business-days');
const seen = ['2027-11-24', '2027-07-02', '2027-09-03'].map((day) => {
  const next = DateTime.fromISO(day, { zone: 'Europe/Berlin', locale: 'de' }).plusBusiness({ days: 1 });
  console.log(`the working day after ${day} is ${next.toISODate()}`);
  return next.toISODate();
});
if (seen.join() !== '2027-11-26,2027-07-05,2027-09-07') { console.log('changed'); process.exit(1); }
JS
TZ=Europe/Berlin node probe.cjs
