#!/usr/bin/env bash
# Quoted parameter values may hold colons, semicolons and commas (RFC 5545, 3.1): a firm's own zone
# TZID="Head office: Delhi", defined in the file, and an attendee CN="Lee; Ann".
# Guess before running: node-ical and ts-ics read both; ical.js, the oldest, too.
# Seen: only ical.js 2.2.1 has both. node-ical 0.27.2 makes the start the *string* ` Delhi:20270701T090000`, with
# neither error nor date (every comparison with a time is false: the event is in no week), and both node-ical and
# ts-ics 2.4.6 call the attendee `"Lee`, with the quote.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Quoted//EN',
  'BEGIN:VTIMEZONE', 'TZID:Head office: Delhi', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0530',
  'TZOFFSETTO:+0530', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:talk@example.org',
  'DTSTAMP:20270101T000000Z', 'DTSTART;TZID="Head office: Delhi":20270701T090000',
  'DTEND;TZID="Head office: Delhi":20270701T100000', 'SUMMARY:Talk',
  'ATTENDEE;CN="Lee; Ann":mailto:ann@example.org', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const calendar = new ICAL.Component(ICAL.parse(text));
const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const [other] = convertIcsCalendar(undefined, text).events;
const seen = [
  ['ical.js', event.startDate.toJSDate().toISOString(), event.attendees[0].getParameter('cn')],
  ['node-ical', found.start, found.attendee.params.CN],
  ['ts-ics', other.start.date.toISOString(), other.attendees[0].name],
].map((row) => JSON.stringify(row)).join('\n');
console.log(`right: 2027-07-01T03:30Z, Lee; Ann\n${seen}`);
if (seen !== `["ical.js","2027-07-01T03:30:00.000Z","Lee; Ann"]
["node-ical"," Delhi:20270701T090000","\\"Lee"]
["ts-ics","2027-07-01T03:30:00.000Z","\\"Lee"]`) { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.mjs
