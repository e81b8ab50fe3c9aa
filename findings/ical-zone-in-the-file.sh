#!/usr/bin/env bash
# A file that defines its zone (VTIMEZONE) otherwise than today's law does: America/Vancouver from a program that has not
# heard that British Columbia stays at −7 since 2026. (Here −8:15, which no release of the zone data has ever had for
# this century, so that the answer tells the file's definition from every table.)
# Expected by RFC 5545, 3.2.19 and 3.6.5: TZID names the VTIMEZONE of the same object, so 09:00 is 17:15Z.
# Guess before running: all take the file's definition, that is what it is for.
# Seen: ical.js 2.2.1, ts-ics 2.4.6 and vobject 0.9.6.1 do. node-ical 0.27.2 and python3-icalendar 4.0.3 look the name up
# in the zone data of the runtime, whatever these are: two people with one file meet an hour apart, or not, by version.
# And a name that RFC 5545 marks as global by a slash, with Europe/Berlin's rules in the file, is UTC for node-ical.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil python3-tz=2022.7.1-4 python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const file = (zone, offset) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Zones//EN',
  'BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:huddle@example.org',
  'DTSTAMP:20261201T000000Z', `DTSTART;TZID=${zone}:20270111T090000`, `DTEND;TZID=${zone}:20270111T093000`,
  'SUMMARY:Huddle', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
for (const [name, text] of [['vancouver', file('America/Vancouver', '-0815')], ['slash', file('/example.org/1/Europe/Berlin', '+0100')]]) {
  writeFileSync(`${name}.ics`, text);
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
  const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  const clock = (date) => date.toISOString().slice(11, 16);
  console.log(`ical.js ${name} ${clock(event.startDate.toJSDate())}`);
  const answer = clock(found.start);
  console.log(`node-ical ${name} ${name === 'vancouver' && answer !== '17:15' ? 'not the file’s' : answer}`);
  console.log(`ts-ics ${name} ${clock(convertIcsCalendar(undefined, text).events[0].start.date)}`);
}
JS
cat > probe.py <<'PY'
import datetime, icalendar, vobject
for name in ('vancouver', 'slash'):
    text = open(name + '.ics', newline='').read()
    clock = lambda at: at.astimezone(datetime.timezone.utc).strftime('%H:%M')
    answer = clock(icalendar.Calendar.from_ical(text).walk('VEVENT')[0]['DTSTART'].dt)
    print('icalendar', name, 'not the file’s' if name == 'vancouver' and answer != '17:15' else answer)
    print('vobject', name, clock(vobject.readOne(text).vevent.dtstart.value))
PY
export TZ=UTC
{ node probe.mjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore probe.py; } | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js slash 08:00
ical.js vancouver 17:15
icalendar slash 08:00
icalendar vancouver not the file’s
node-ical slash 09:00
node-ical vancouver not the file’s
ts-ics slash 08:00
ts-ics vancouver 17:15
vobject slash 08:00
vobject vancouver 17:15
SEEN
