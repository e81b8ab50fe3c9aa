#!/usr/bin/env bash
# New Year's Day 2028 is a Saturday and is observed on Friday, 31 December 2027: in which year's list does it stand?
# Expected: in that of 2027, the year it falls in, in any library that is asked for the holidays of 2027.
# Seen: date-holidays 3.37.0 lists it for 2027. @18f/us-federal-holidays 4.0.0 leaves it out of 2027 and begins 2028 with
# a day of 2027. Whoever joins lists of both, or plans one year by the second, works on a federal holiday.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 @18f/us-federal-holidays@4.0.0
cat > probe.mjs <<'JS'
import Holidays from 'date-holidays';
import * as federal from '@18f/us-federal-holidays';
const { allForYear } = federal.default ?? federal;
const of = (year) => allForYear(year).map(({ dateString }) => dateString);
const library = new Holidays('US', { types: ['public'] }).getHolidays(2027).map(({ date }) => date.slice(0, 10));
const day = '2027-12-31';
console.log('date-holidays 2027:', library.includes(day));
console.log('us-federal-holidays 2027:', of(2027).includes(day), '| 2028:', of(2028).includes(day));
if (!library.includes(day) || of(2027).includes(day) || !of(2028).includes(day)) process.exit(1);
JS
node probe.mjs
