#!/usr/bin/env bash
# The night shift of a ward in OpenStreetMap's notation: `Mo-Su 22:00-06:00; PH off`, Berlin, over New Year's Day 2027.
# Expected: shifts that begin on 31 December and on 2 January, whole; none that begins on the holiday. A span over
# midnight belongs to the day it begins on.
# Guess before running: the holiday cuts the shift of New Year's Eve at midnight.
# Seen: opening_hours 3.15.0 does cut it, so two hours are left; and in the night from 1 to 2 January it opens at midnight
# for six hours of a shift that did not begin. Each holiday makes two shorter nights of one; the sum looks nearly right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts opening_hours@3.15.0
cat > probe.cjs <<'JS'
const OpeningHours = require('opening_hours');
const place = { lat: 52.5, lon: 13.4, address: { country_code: 'de', state: 'Berlin' } };
const shown = (date) => `${date.getDate()} at ${date.getHours()}`;
const spans = (text, from, to) => new OpeningHours(text, place)
  .getOpenIntervals(new Date(from), new Date(to))
  .map(([start, end]) => `${shown(start)} to ${shown(end)}`).join(', ');
const seen = spans('Mo-Su 22:00-06:00; PH off', '2026-12-31T12:00', '2027-01-03T12:00');
const plain = spans('Mo-Su 22:00-06:00', '2026-12-31T12:00', '2027-01-03T12:00');
console.log(`without the holiday: ${plain}\nwith PH off: ${seen}`);
if (seen !== '31 at 22 to 1 at 0, 2 at 0 to 2 at 6, 2 at 22 to 3 at 6') { console.log('changed'); process.exit(1); }
JS
TZ=Europe/Berlin node probe.cjs
