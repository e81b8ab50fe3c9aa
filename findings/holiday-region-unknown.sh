#!/usr/bin/env bash
# date-holidays 3.37.0: a region that does not exist is no error.
# Expected: an exception, or at least `undefined`, for a country or a part of it that the data do not have.
# Seen: an unknown country (UK) has an empty year, and an unknown part of a known one (GB-ENGLAND) silently has the
# country's days: nine public holidays instead of England's ten. A calendar made with it looks right, and lacks 30 August.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0
cat > probe.cjs <<'JS'
const Holidays = require('date-holidays');
console.log('date-holidays', require('./node_modules/date-holidays/package.json').version);
const days = (...region) => new Holidays(...region, { types: ['public'] }).getHolidays(2027).map((one) => one.name);
const [uk, wrong, gb, england] = [days('UK'), days('GB', 'ENGLAND'), days('GB'), days('GB', 'ENG')];
console.log('UK', uk.length, '| GB', gb.length, '| GB ENGLAND', wrong.length, '| GB ENG', england.length);
console.log('only with ENG:', england.filter((name) => !wrong.includes(name)).join(', '));
if (uk.length !== 0 || wrong.join() !== gb.join() || england.length <= wrong.length) process.exit(1);
JS
node probe.cjs
