#!/usr/bin/env bash
# A calendar for Berlin (timezone: 'Europe/Berlin') with a weekly huddle at 09:00Z, the second of four cancelled, written by
# ical-generator 11.1.2 on a server in New York.
# Expected: 11:00 in Europe/Berlin, or 09:00Z; the cancelled one is left out.
# Guess before running: DTSTART;TZID=Europe/Berlin without a VTIMEZONE, which some readers take for UTC.
# Seen: DTSTART:20270701T050000, the server's clock without any zone; EXDATE;TZID=Europe/Berlin:…T050000, a Berlin time
# that nobody meant; DTSTAMP without the Z that RFC 5545, 3.8.7.2 asks for. So the hour differs by where the server runs.
# Of two readers on a server in UTC, ical.js 2.2.1 leaves the cancelled huddle out and node-ical 0.27.2 holds it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical-generator@11.1.2 ical.js@2.2.1 node-ical@0.27.2
cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import ical from 'ical-generator';
const calendar = ical({ name: 'Huddles', timezone: 'Europe/Berlin' });
const at = (day, hour) => new Date(Date.UTC(2027, 6, day, hour));
calendar.createEvent({ id: 'huddle', start: at(1, 9), end: at(1, 10), stamp: at(1, 0), summary: 'Huddle',
  repeating: { freq: 'WEEKLY', count: 4, exclude: [at(8, 9)] } });
writeFileSync('huddles.ics', calendar.toString());
JS
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const text = readFileSync('huddles.ics', 'utf8');
const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
const days = [];
for (let next = iterator.next(); next; next = iterator.next()) days.push(next.day);
console.log('ical.js', ...days);
const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const year = { from: new Date('2027-01-01'), to: new Date('2028-01-01') };
console.log('node-ical', ...nodeIcal.expandRecurringEvent(found, year).map(({ start }) => start.getDate()));
JS
for zone in America/New_York UTC; do
  TZ=$zone node write.mjs
  echo "$zone: $(grep -E '^(DTSTAMP|DTSTART|EXDATE)' huddles.ics | tr -d '\r' | paste -sd ' ')"
done | tee seen.txt
TZ=America/New_York node write.mjs
TZ=UTC node read.mjs | tee -a seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
America/New_York: DTSTAMP:20270630T200000 DTSTART:20270701T050000 EXDATE;TZID=Europe/Berlin:20270708T050000
UTC: DTSTAMP:20270701T000000 DTSTART:20270701T090000 EXDATE;TZID=Europe/Berlin:20270708T090000
ical.js 1 15 22
node-ical 1 8 15 22
SEEN
