#!/usr/bin/env bash
# An event in small letters: begin:vevent, dtstart;value=date:20270301, summary:Closed. RFC 5545, 2: names of components,
# properties and parameters are not case-sensitive.
# Expected: the event, or at least an error.
# Guess before running: node-ical knows it; parameter names are the weak spot.
# Seen: node-ical 0.27.2 and ts-ics 2.4.6 find no event and no fault: the calendar of a closed house is empty, and every
# day is free. Where only the components are in capitals, ts-ics has an event without a title. ical.js 2.2.1, vobject
# 0.9.6.1 and icalendar 4.0.3 read both.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
for name in begin:vevent/end:vevent BEGIN:VEVENT/END:VEVENT; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Small//EN' "${name%/*}" uid:closed@example.org \
    dtstamp:20270101T000000Z 'dtstart;value=date:20270301' summary:Closed "${name#*/}" END:VCALENDAR > "${name%%:*}.ics"
done
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const readers = {
  'ical.js': (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
  'node-ical': (text) => Object.values(nodeIcal.sync.parseICS(text)).filter(({ type }) => type === 'VEVENT'),
  'ts-ics': (text) => convertIcsCalendar(undefined, text).events ?? [],
};
for (const [name, read] of Object.entries(readers)) {
  for (const file of ['begin', 'BEGIN']) {
    try {
      const titles = read(readFileSync(`${file}.ics`, 'utf8')).map(({ summary }) => summary ?? 'without a title');
      console.log(name, file, titles.join() || 'nothing');
    } catch {
      console.log(name, file, 'error');
    }
  }
}
JS
cat > read.py <<'PY'
import icalendar, vobject
for name in ('begin', 'BEGIN'):
    text = open(name + '.ics', newline='').read()
    print('icalendar', name, icalendar.Calendar.from_ical(text).walk('VEVENT')[0]['SUMMARY'])
    print('vobject', name, vobject.readOne(text).vevent.summary.value)
PY
export TZ=UTC
{ node read.mjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore read.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js begin Closed
ical.js BEGIN Closed
node-ical begin nothing
node-ical BEGIN Closed
ts-ics begin nothing
ts-ics BEGIN without a title
icalendar begin Closed
vobject begin Closed
icalendar BEGIN Closed
vobject BEGIN Closed
SEEN
