#!/usr/bin/env bash
# A folder in an event's description: S:\night\roster, written as RFC 5545, 3.3.11 asks (each backslash doubled).
# Guess before running: every reader gives the path back; the escape is three lines of code.
# Seen: ical.js 2.2.1, ts-ics 2.4.6 and vobject 0.9.6.1 do. node-ical 0.27.2 and python3-icalendar 4.0.3 replace `\n`
# before they look at `\\`, so the path has a line break where its second folder begins with n; the latter breaks what it
# wrote itself a line before. Folders that begin with another letter come through, which is why nobody sees it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > write.py <<'PY'
import datetime, icalendar
event = icalendar.Event()
event.add('uid', 'roster@example.org')
for name in ('dtstamp', 'dtstart'):
    event.add(name, datetime.datetime(2027, 3, 1, 9, tzinfo=datetime.timezone.utc))
event.add('description', r'S:\night\roster')
calendar = icalendar.Calendar()
calendar.add('version', '2.0'); calendar.add('prodid', '-//Example//Roster//EN'); calendar.add_component(event)
open('roster.ics', 'wb').write(calendar.to_ical())
PY
cat > read.py <<'PY'
import icalendar, json, vobject
text = open('roster.ics', newline='').read()
print('icalendar', json.dumps(icalendar.Calendar.from_ical(text).walk('VEVENT')[0]['DESCRIPTION']))
print('vobject', json.dumps(vobject.readOne(text).vevent.description.value))
PY
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const text = readFileSync('roster.ics', 'utf8');
const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
console.log('ical.js', JSON.stringify(component.getFirstPropertyValue('description')));
const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
console.log('node-ical', JSON.stringify(found.description));
console.log('ts-ics', JSON.stringify(convertIcsCalendar(undefined, text).events[0].description));
JS
export PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore write.py; grep DESCRIPTION roster.ics
{ /usr/bin/python3 -W ignore read.py; node read.mjs; } | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js "S:\\night\\roster"
icalendar "S:\night\\roster"
node-ical "S:\\\night\\roster"
ts-ics "S:\\night\\roster"
vobject "S:\\night\\roster"
SEEN
