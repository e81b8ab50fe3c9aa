#!/usr/bin/env bash
# An “add to calendar” link for a day's workshop, “Welcome, please read”, as calendar-link 2.11.5 makes it, and who can
# read what one downloads by it.
# Expected: DTSTART;VALUE=DATE:20270701 (RFC 5545, 3.8.2.4: the default is a date with a time, so a date needs the word)
# and SUMMARY:Welcome\, please read (3.3.11).
# Guess before running: the title is not escaped, and all readers forgive.
# Seen: both are wrong, DTSTART:20270701 and the bare comma. ical.js 2.2.1, the parser of Thunderbird, refuses the
# file; ts-ics 2.4.6 has an invalid date without a word; vobject 0.9.6.1 calls the workshop "Welcome"; node-ical 0.27.2
# and icalendar 4.0.3 forgive.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts calendar-link@2.11.5 ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { ics } from 'calendar-link';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const link = ics({ title: 'Welcome, please read', start: '2027-07-01', allDay: true });
const text = decodeURIComponent(link.slice(link.indexOf(',') + 1));
writeFileSync('workshop.ics', text);
console.log(text.split(/\r?\n/).filter((line) => /^(DTSTART|SUMMARY)/.test(line)).join(' | '));
const day = (date) => (Number.isNaN(date.getTime()) ? 'invalid date' : date.toISOString().slice(0, 10));
const readers = {
  'ical.js': () => new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).startDate.toString(),
  'node-ical': () => {
    const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
    return `${found.summary} (${day(found.start)})`;
  },
  'ts-ics': () => {
    const [found] = convertIcsCalendar(undefined, text).events;
    return `${found.summary} (${day(found.start.date)})`;
  },
};
for (const [name, read] of Object.entries(readers)) {
  try {
    console.log(name, read());
  } catch {
    console.log(name, 'refused');
  }
}
JS
cat > probe.py <<'PY'
import icalendar, vobject
text = open('workshop.ics', newline='').read()
one = icalendar.Calendar.from_ical(text).walk('VEVENT')[0]
print(f'icalendar {one["SUMMARY"]} ({one["DTSTART"].dt})')
two = vobject.readOne(text).vevent
print(f'vobject {two.summary.value} ({two.dtstart.value})')
PY
export TZ=UTC
{ node probe.mjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore probe.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
DTSTART:20270701 | SUMMARY:Welcome, please read
ical.js refused
node-ical Welcome, please read (2027-07-01)
ts-ics Welcome, please read (invalid date)
icalendar Welcome, please read (2027-07-01)
vobject Welcome (2027-07-01)
SEEN
