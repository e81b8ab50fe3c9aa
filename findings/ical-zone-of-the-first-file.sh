#!/usr/bin/env bash
# Two files of two colleagues, read one after the other, each with its own definition (VTIMEZONE) of "Customized Time
# Zone", as Outlook calls a zone set by hand: one is Delhi's (+5:30), one Lima's (−5). Both have a talk at 09:00.
# Expected by RFC 5545, 3.6.5: the definition holds within its object, so 03:30Z and 14:00Z.
# Guess before running: every reader keeps its zones by file.
# Seen: ical.js 2.2.1 and ts-ics 2.4.6 do. vobject 0.9.6.1 and icalendar 4.0.3 keep them by name for the whole process:
# whoever comes second has the first one's clock, ten and a half hours off, and read alone the same file is right. A test
# with one file cannot see it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
for place in delhi:+0530 lima:-0500; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Talks//EN' BEGIN:VTIMEZONE 'TZID:Customized Time Zone' \
    BEGIN:STANDARD DTSTART:19700101T000000 "TZOFFSETFROM:${place#*:}" "TZOFFSETTO:${place#*:}" END:STANDARD END:VTIMEZONE \
    BEGIN:VEVENT UID:talk@example.org DTSTAMP:20270101T000000Z 'DTSTART;TZID=Customized Time Zone:20270301T090000' \
    SUMMARY:Talk END:VEVENT END:VCALENDAR > "${place%:*}.ics"
done
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
const clock = (date) => date.toISOString().slice(11, 16);
const texts = ['delhi.ics', 'lima.ics'].map((name) => readFileSync(name, 'utf8'));
const start = (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).startDate;
console.log('ical.js', ...texts.map((text) => clock(start(text).toJSDate())));
console.log('ts-ics', ...texts.map((text) => clock(convertIcsCalendar(undefined, text).events[0].start.date)));
JS
cat > read.py <<'PY'
import datetime, icalendar, sys, vobject
clock = lambda at: at.astimezone(datetime.timezone.utc).strftime('%H:%M')
texts = [open(name, newline='').read() for name in sys.argv[1:]]
print('vobject', *(clock(vobject.readOne(text).vevent.dtstart.value) for text in texts))
print('icalendar', *(clock(icalendar.Calendar.from_ical(text).walk('VEVENT')[0]['DTSTART'].dt) for text in texts))
PY
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
{ node read.mjs; /usr/bin/python3 -W ignore read.py delhi.ics lima.ics; echo 'Lima alone:'; /usr/bin/python3 -W ignore read.py lima.ics; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js 03:30 14:00
ts-ics 03:30 14:00
vobject 03:30 03:30
icalendar 03:30 03:30
Lima alone:
vobject 14:00
icalendar 14:00
SEEN
