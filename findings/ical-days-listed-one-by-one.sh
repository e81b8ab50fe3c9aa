#!/usr/bin/env bash
# A course on three days without a rule: DTSTART on 1 March 2027 and RDATE for 5 and 12 March (RFC 5545, 3.8.5.2: DTSTART
# is the first of the set); and one whose second day is three hours, RDATE;VALUE=PERIOD:20270305T130000Z/PT3H.
# Expected: 1, 5, 12 March; 1 March 09:00 and 5 March 13:00–16:00.
# Guess before running: some ignore RDATE; none loses DTSTART.
# Seen: ical.js 2.2.1 loses the *first* day, node-ical 0.27.2 all but the first; one shows what the other hides.
# libical 3.0.16 and recurring-ical-events 2.0.1 have all three. The afternoon of three hours nobody has: ical.js and
# recurring-ical-events throw on the valid file, node-ical and libical leave it out.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
apt-get download -qq libical3=3.0.16-1+b1 libicu72 python3-icalendar=4.0.3-5 python3-recurring-ical-events=2.0.1-1 \
  python3-x-wr-timezone python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
for course in days:RDATE:20270305T090000Z,20270312T090000Z 'period:RDATE;VALUE=PERIOD:20270305T130000Z/PT3H'; do
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Course//EN' BEGIN:VEVENT UID:course@example.org \
    DTSTAMP:20270101T000000Z DTSTART:20270301T090000Z DTEND:20270301T100000Z "${course#*:}" SUMMARY:Course END:VEVENT \
    END:VCALENDAR > "${course%%:*}.ics"
done
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const shown = (date) => date.toISOString().slice(5, 13);
for (const name of ['days', 'period']) {
  const text = readFileSync(`${name}.ics`, 'utf8');
  const days = [];
  try {
    const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
    for (let next = iterator.next(); next; next = iterator.next()) days.push(shown(next.toJSDate()));
  } catch {
    days.push('error');
  }
  console.log(`ical.js ${name}`, ...days);
  const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  const year = { from: new Date('2027-01-01'), to: new Date('2028-01-01') };
  console.log(`node-ical ${name}`, ...nodeIcal.expandRecurringEvent(found, year).map(({ start }) => shown(start)));
}
JS
cat > read.py <<'PY'
import ctypes, datetime, icalendar, recurring_ical_events
class Span(ctypes.Structure):
    _fields_ = [('start', ctypes.c_long), ('end', ctypes.c_long), ('busy', ctypes.c_int)]
class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in 'year month day hour minute second is_date is_daylight'.split()] + [('zone', ctypes.c_void_p)]
Each = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)
libical = ctypes.CDLL('libical.so.3')
libical.icalcomponent_new_from_string.restype = libical.icalcomponent_get_first_component.restype = ctypes.c_void_p
libical.icalcomponent_get_first_component.argtypes = [ctypes.c_void_p, ctypes.c_int]
libical.icalcomponent_foreach_recurrence.argtypes = [ctypes.c_void_p, Time, Time, Each, ctypes.c_void_p]
libical.icaltime_from_string.restype = Time
bounds = [libical.icaltime_from_string(at) for at in (b'20270101T000000Z', b'20280101T000000Z')]
for name in ('days', 'period'):
    text = open(name + '.ics', 'rb').read()
    event = libical.icalcomponent_get_first_component(libical.icalcomponent_new_from_string(text), 4)
    days = []
    each = Each(lambda component, span, data: days.append(datetime.datetime.fromtimestamp(span.contents.start, datetime.timezone.utc).strftime('%m-%dT%H')))
    libical.icalcomponent_foreach_recurrence(event, *bounds, each, None)
    print('libical', name, *days)
    try:
        found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2027, 1, 1), (2028, 1, 1))
        days = sorted(event['DTSTART'].dt.strftime('%m-%dT%H') for event in found)
    except TypeError:
        days = ['error']
    print('recurring-ical-events', name, *days)
PY
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu
{ node read.mjs; /usr/bin/python3 -W ignore read.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js days 03-05T09 03-12T09
node-ical days 03-01T09
ical.js period error
node-ical period 03-01T09
libical days 03-01T09 03-05T09 03-12T09
recurring-ical-events days 03-01T09 03-05T09 03-12T09
libical period 03-01T09
recurring-ical-events period error
SEEN
