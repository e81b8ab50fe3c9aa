#!/usr/bin/env bash
# Two libraries of American holidays in one program: nyse-holidays 1.2.0 (days without trade) and business-days-js 2.3.0.
# Expected: the holidays of 2027, the same whether the other is loaded or not.
# Guess before running: they differ in a holiday or two.
# Seen: as soon as business-days-js is loaded, before or after, nine of the ten dates of nyse-holidays are
# "Invalid Date". Both share dayjs, the one adds its plugin customParseFormat for all, and the other's loose formats are
# no longer read. No error: a comparison with an invalid date is false, and every holiday is a working day.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts nyse-holidays@1.2.0 business-days-js@2.3.0 dayjs@1.11.23 date-holidays@3.37.0
cat > probe.cjs <<'JS'
const { getHolidays } = require('nyse-holidays');
const valid = () => getHolidays(2027).filter(({ date }) => !Number.isNaN(date.getTime())).map(({ dateString }) => dateString);
const alone = valid();
require('business-days-js');
const together = valid();
console.log('nyse-holidays alone:', alone.length, 'dates, the second is', alone[1]);
console.log('with business-days-js loaded:', together.length, 'date,', together.join());
if (alone.length !== 10 || alone[1] !== '2027-01-18' || together.length !== 1) { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.cjs
