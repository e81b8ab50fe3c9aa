#!/usr/bin/env bash
# “This and all that follow at two”: a weekly huddle of four at 09:00Z, and a RECURRENCE-ID;RANGE=THISANDFUTURE of the
# third at 14:00Z (RFC 5545, 3.2.13: the change holds for that instance and all after it).
# Expected: 9, 9, 14, 14 o'clock.
# Guess before running: ical.js has it; the others move both or refuse.
# Seen: ical.js 2.2.1 is right. node-ical 0.27.2 and recurring-ical-events 2.0.1 move the third only: the fourth is at
# nine again. libical 3.0.16 moves none: the third is there twice, at nine and at fourteen. No one says a word.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
apt-get download -qq libical3=3.0.16-1+b1 libicu72 python3-icalendar=4.0.3-5 python3-recurring-ical-events=2.0.1-1 \
  python3-x-wr-timezone python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Later//EN', 'BEGIN:VEVENT', 'UID:huddle@example.org',
  'DTSTAMP:20270101T000000Z', 'DTSTART:20270301T090000Z', 'DTEND:20270301T093000Z', 'RRULE:FREQ=WEEKLY;COUNT=4',
  'SUMMARY:Huddle', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:huddle@example.org', 'DTSTAMP:20270101T000000Z',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20270315T090000Z', 'DTSTART:20270315T140000Z', 'DTEND:20270315T143000Z',
  'SUMMARY:Huddle', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
writeFileSync('huddle.ics', text);
const shown = (date) => date.toISOString().slice(5, 13);
const [series, change] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const event = new ICAL.Event(series, { exceptions: [change] });
const iterator = event.iterator();
const days = [];
for (let next = iterator.next(); next; next = iterator.next()) days.push(shown(event.getOccurrenceDetails(next).startDate.toJSDate()));
console.log('ical.js', ...days);
const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const year = { from: new Date('2027-01-01'), to: new Date('2028-01-01') };
console.log('node-ical', ...nodeIcal.expandRecurringEvent(found, year).map(({ start }) => shown(start)).sort());
JS
cat > probe.py <<'PY'
import ctypes, datetime, icalendar, recurring_ical_events
text = open('huddle.ics', 'rb').read()
found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2027, 1, 1), (2028, 1, 1))
print('recurring-ical-events', *sorted(event['DTSTART'].dt.strftime('%m-%dT%H') for event in found))
class Span(ctypes.Structure):
    _fields_ = [('start', ctypes.c_long), ('end', ctypes.c_long), ('busy', ctypes.c_int)]
class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in 'year month day hour minute second is_date is_daylight'.split()] + [('zone', ctypes.c_void_p)]
Each = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)
libical = ctypes.CDLL('libical.so.3')
for function in (libical.icalcomponent_new_from_string, libical.icalcomponent_get_first_component, libical.icalcomponent_get_next_component):
    function.restype = ctypes.c_void_p
libical.icalcomponent_get_first_component.argtypes = libical.icalcomponent_get_next_component.argtypes = [ctypes.c_void_p, ctypes.c_int]
libical.icalcomponent_foreach_recurrence.argtypes = [ctypes.c_void_p, Time, Time, Each, ctypes.c_void_p]
libical.icaltime_from_string.restype = Time
bounds = [libical.icaltime_from_string(at) for at in (b'20270101T000000Z', b'20280101T000000Z')]
days = []
note = lambda component, span, data: days.append(datetime.datetime.fromtimestamp(span.contents.start, datetime.timezone.utc).strftime('%m-%dT%H'))
each = Each(note)
calendar = libical.icalcomponent_new_from_string(text)
event = libical.icalcomponent_get_first_component(calendar, 4)
while event:
    libical.icalcomponent_foreach_recurrence(event, *bounds, each, None)
    event = libical.icalcomponent_get_next_component(calendar, 4)
print('libical', *sorted(days))
PY
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu
{ node probe.mjs; /usr/bin/python3 -W ignore probe.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js 03-01T09 03-08T09 03-15T14 03-22T14
node-ical 03-01T09 03-08T09 03-15T14 03-22T09
recurring-ical-events 03-01T09 03-08T09 03-15T14 03-22T09
libical 03-01T09 03-08T09 03-15T09 03-15T14 03-22T09
SEEN
