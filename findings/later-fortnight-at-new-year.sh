#!/usr/bin/env bash
# “every 2 weeks on Monday at 9:00 am” from 1 December 2026, and “after 22:00 and before 6:00”, in the words that
# @breejs/later 4.2.0 reads.
# Expected: Mondays a fortnight apart, over New Year too; and nights, or a refusal.
# Guess before running: the fortnights are right, the night is refused.
# Seen: 28 December and 4 January are both taken, one week apart: the weeks are counted in each year anew, and 2026 has
# 53. The night is read without an error and holds at no moment (isValid is false at 23:00 and at 03:00), yet its next dates
# are at midnight on days in 2028 and 2029.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts @breejs/later@4.2.0
cat > probe.cjs <<'JS'
const later = require('@breejs/later');
later.date.UTC();
const day = (date) => date.toISOString().slice(0, 10);
const fortnights = later.schedule(later.parse.text('every 2 weeks on Monday at 9:00 am')).next(4, new Date('2026-12-01T00:00Z')).map(day);
const parsed = later.parse.text('after 22:00 and before 6:00');
const night = later.schedule(parsed);
const holds = ['2027-03-01T23:00Z', '2027-03-02T03:00Z'].map((at) => night.isValid(new Date(at)));
const nights = night.next(2, new Date('2027-01-01T00:00Z')).map(day);
console.log('each fortnight:', ...fortnights);
console.log('at night: error', parsed.error, '| holds', ...holds, '| next', ...nights);
const seen = [...fortnights, parsed.error, ...holds, ...nights].join(' ');
if (seen !== '2026-12-14 2026-12-28 2027-01-04 2027-01-18 -1 false false 2028-05-15 2029-09-27') { console.log('changed', seen); process.exit(1); }
JS
TZ=UTC node probe.cjs
