#!/usr/bin/env bash
# A trainer's busy times as VFREEBUSY, with what RFC 5545, 3.8.2.6 allows: two periods on a line, the first as a start and
# a length (8 March 2027, 09:00, eight hours), the second as a start and an end (9 March, 09:00 to 12:00).
# Guess before running: two periods in all; the form is the RFC's own example.
# Seen: node-ical 0.26.1 has one period that ends at the text “PT8H,20270309T090000Z”; the second is gone, and so is the
# end of a lone length. python-icalendar 4.0.3 raises an error for the whole file. cal-parser 1.0.2 keeps the last line
# alone. ical.js 2.2.1, ts-ics 2.4.6 and vobject 0.9.6.1 have both.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 ical.js@2.2.1 ts-ics@2.4.6 cal-parser@1.0.2
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil=2.8.2-2 python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
sed 's/$/\r/' > busy.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VFREEBUSY
UID:busy-1@example.org
DTSTAMP:20270101T000000Z
DTSTART:20270301T000000Z
DTEND:20270401T000000Z
FREEBUSY:20270308T090000Z/PT8H,20270309T090000Z/20270309T120000Z
FREEBUSY:20270310T130000Z/PT2H
END:VFREEBUSY
END:VCALENDAR
ICS
cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parser from 'cal-parser';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const text = readFileSync('busy.ics', 'utf8');
const iso = (date) => new Date(date).toISOString().slice(8, 16);
const node = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === 'VFREEBUSY');
console.log('node-ical', ...node.freebusy.map(({ start, end }) => `${iso(start)}→${typeof end === 'string' ? end : iso(end)}`));
const lines = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vfreebusy').getAllProperties('freebusy');
console.log('ical.js', ...lines.flatMap((line) => line.getValues()).map((one) => `${one.start.toString().slice(8, 16)}→${one.getEnd().toString().slice(8, 16)}`));
const { freeBusy } = convertIcsCalendar(undefined, text);
console.log('ts-ics', ...freeBusy[0].freeBusy.flatMap(({ values }) => values).map((one) => `${iso(one.start)}→${one.end ? iso(one.end) : `+${one.duration.hours}h`}`));
console.log('cal-parser', parser.parseString(text).calendarData.vfreebusy.freebusy);
JS
cat > probe.py <<'PY'
import icalendar, vobject
text = open('busy.ics', newline='').read()
try: print('icalendar', icalendar.Calendar.from_ical(text).walk('VFREEBUSY')[0]['FREEBUSY'])
except ValueError as error: print('icalendar', type(error).__name__)
lines = vobject.readOne(text).vfreebusy.freebusy_list
print('vobject', *(f'{start:%dT%H:%M}→{end if hasattr(end, "days") else end.strftime("%dT%H:%M")}' for line in lines for start, end in line.value))
PY
{ node probe.mjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 probe.py; } 2>&1 | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
cal-parser 20270310T130000Z/PT2H
ical.js 08T09:00→08T17:00 09T09:00→09T12:00 10T13:00→10T15:00
icalendar ValueError
node-ical 08T09:00→PT8H,20270309T090000Z 10T13:00→PT2H
ts-ics 08T09:00→+8h 09T09:00→09T12:00 10T13:00→+2h
vobject 08T09:00→8:00:00 09T09:00→09T12:00 10T13:00→2:00:00
SEEN
