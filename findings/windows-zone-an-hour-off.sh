#!/usr/bin/env bash
# "Central Asia Standard Time" in a calendar of Outlook, 15 January 2027 at 09:00.
# Expected: 03:00Z. Windows shows "(UTC+06:00)" under that name; Kazakhstan left it for five hours on 1 March 2024.
# Guess before running: of all names of Windows only "Mountain Standard Time (Mexico)" differs between libraries.
# Seen: windows-iana 5.1.0 has Asia/Almaty for it, which the newer zone data of any Node have at +5: 04:00Z. node-ical 0.26.1
# has Asia/Bishkek. Two of 139 names are an hour apart: a list of names that was right when it was made, and zone data that went on.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts windows-iana@5.1.0 node-ical@0.26.1
cat > probe.cjs <<'JS'
const { findIana } = require('windows-iana');
const names = require('node-ical/windowsZones.json');
const ahead = (timeZone, day) => {
  const [, sign, hours = 0, minutes = 0] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(day)).at(-1).value);
  return (sign === '-' ? -1 : 1) * (Number(hours) + minutes / 60);
};
const days = ['2027-01-15T12:00Z', '2027-07-15T12:00Z'];
const both = Object.entries(names).flatMap(([name, { iana }]) => (findIana(name)[0] ? [[name, iana[0], findIana(name)[0]]] : []));
const other = both.filter(([, one, two]) => days.some((day) => ahead(one, day) !== ahead(two, day)));
for (const [name, one, two] of other) console.log(`${name}: node-ical ${one} ${ahead(one, days[0])} h, windows-iana ${two} ${ahead(two, days[0])} h`);
console.log(`${other.length} of ${both.length}`);
if (other.map(([name]) => name).join() !== 'Central Asia Standard Time,Mountain Standard Time (Mexico)') { console.log('changed'); process.exit(1); }
JS
node probe.cjs
