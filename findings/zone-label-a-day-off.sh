#!/usr/bin/env bash
# Zones that Exchange calls by their offset: TZID "(UTC-11:00) Midway Island, Samoa", 15 January 2027 at 09:00.
# Expected: 20:00Z, as the name says; or no zone, and a word about it.
# Guess before running: the offset in the name is believed; places that changed since are told apart.
# Seen: node-ical 0.26.1 believes the first place that it knows, by today's law: Samoa changed sides of the date line in
# 2011, and the meeting is on the day before (14 January, 20:00Z). Nine such names contradict the offset that they state:
# Almaty and Novosibirsk, Tbilisi, Caracas, Greenland, Casablanca, Colombo, Amman, Asunción by half an hour or an hour.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1
cat > probe.cjs <<'JS'
const ical = require('node-ical');
const seen = ['(UTC-11:00) Midway Island, Samoa', '(UTC-04:30) Caracas', '(UTC+06:00) Almaty, Novosibirsk', '(UTC+09:00) Osaka, Sapporo, Tokyo'].map((zone) => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Label//EN', 'BEGIN:VEVENT', 'UID:one@example.org', 'DTSTAMP:20270101T000000Z',
    `DTSTART;TZID="${zone}":20270115T090000`, 'DURATION:PT1H', 'SUMMARY:Trainer is busy', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === 'VEVENT');
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(zone);
  const said = new Date(Date.UTC(2027, 0, 15, 9) - (sign === '-' ? -1 : 1) * (hours * 60 + +minutes) * 6e4);
  const off = (event.start - said) / 36e5;
  console.log(`${zone}: ${event.start.toISOString().slice(0, 16)}Z, ${off} h from what its name says`);
  return off;
});
if (seen.join() !== '-24,-0.5,-1,0') { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.cjs
