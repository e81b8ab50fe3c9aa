#!/usr/bin/env bash
# A session of an hour on 1 April 2027 and an extra one on the 8th that lasts three: RDATE;VALUE=PERIOD with a start and a
# length (RFC 5545, 3.8.5.2: a period says the length of its own).
# Guess before running: both sessions; perhaps one library takes the hour of the first for the extra one.
# Seen: nobody has both. ical.js 2.2.1 lists the extra one and raises an error of its own when asked for its details. node-ical
# 0.26.1 and ts-ics 2.4.6 do not know of it. vobject 0.9.6.1 has no session at all, and recurring-ical-events 2.0.1 raises
# an error. (Extra dates without a length: ical-days-listed-one-by-one.sh.)
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.26.1 ts-ics@2.4.6
apt-get download -qq python3-icalendar=4.0.3-5 python3-vobject=0.9.6.1-2 python3-recurring-ical-events=2.0.1-1 \
  python3-x-wr-timezone python3-dateutil=2.8.2-2 python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
write() {
  printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//EN BEGIN:VEVENT UID:extra DTSTAMP:20270101T000000Z \
    DTSTART:20270401T120000Z DURATION:PT1H "$2" SUMMARY:Practice END:VEVENT END:VCALENDAR | sed 's/$/\r/' > "$1.ics"
}
write period 'RDATE;VALUE=PERIOD:20270408T120000Z/PT3H'
cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const shown = (from, to) => `${from.slice(5, 16)}→${to.slice(11, 16)}`;
const text = readFileSync('period.ics', 'utf8');
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
try {
  const [all, found] = [event.iterator(), []];
  for (let at = all.next(); at; at = all.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(at);
    found.push(shown(startDate.toString(), endDate.toString()));
  }
  console.log('ical.js', ...found);
} catch (error) { console.log('ical.js', error.name); }
const days = { from: new Date('2027-03-01'), to: new Date('2027-06-01') };
const dates = ical.expandRecurringEvent(ical.sync.parseICS(text).extra, days);
console.log('node-ical', ...dates.map(({ start, end }) => shown(start.toISOString(), end.toISOString())));
const [{ start, recurrenceDates }] = convertIcsCalendar(undefined, text).events;
console.log('ts-ics', start.date.toISOString().slice(5, 16), recurrenceDates ?? 'and no more');
JS
cat > probe.py <<'PY'
import datetime, icalendar, recurring_ical_events, vobject
text = open('period.ics', newline='').read()
print('vobject', [f'{at:%m-%dT%H:%M}' for at in vobject.readOne(text).vevent.rruleset])
try:
    days = (datetime.date(2027, 3, 1), datetime.date(2027, 6, 1))
    print('recurring-ical-events', len(recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(*days)))
except TypeError: print('recurring-ical-events TypeError')
PY
{ node probe.mjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 probe.py; } 2>&1 | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js TypeError
node-ical 04-01T12:00→13:00
recurring-ical-events TypeError
ts-ics 04-01T12:00 and no more
vobject []
SEEN
