#!/usr/bin/env bash
# moment-hijri 3.0.0, which adds the calendar of Umm al-Qura to moment, for the feasts of one site.
# Expected: moment's other dates stay as they are until the program chooses another language.
# Guess before running: it adds methods, nothing else.
# Seen: loading it sets the language of the whole process to Saudi Arabic. Every date that any part of the program
# formats has other digits (an ISO date too: no reader takes it for one), and the week begins on Sunday, so that week
# numbers and "start of the week" move. With the digits go names of files, cells of a CSV and keys of a map.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts moment@2.30.1 moment-hijri@3.0.0
cat > probe.cjs <<'JS'
const moment = require('moment');
moment.locale('en-gb');
const shown = () => `${moment.locale()} ${moment('2027-03-01').format('YYYY-MM-DD')}, week from ${moment('2027-03-03').startOf('week').toDate().getDate()}`;
const before = shown();
require('moment-hijri');
const after = shown();
console.log(`before: ${before}\nafter: ${after}`);
if (before !== 'en-gb 2027-03-01, week from 1' || after !== 'ar-sa ٢٠٢٧-٠٣-٠١, week from 28') { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.cjs
