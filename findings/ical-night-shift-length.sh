#!/usr/bin/env bash
# A night shift over the change of clocks: Berlin, 27 March 2027, 22:00, once `DURATION:PT8H`, once `DURATION:P1D`.
# Expected by RFC 5545, 3.3.6 (hours are exact, days are nominal): PT8H ends at 07:00 (05:00Z), since one hour of that
# night does not exist; P1D ends at 22:00 of the next day (20:00Z).
# Guess before running: the two parsers of JavaScript have both right, Python's adds on the wall clock.
# Seen: none has both. ical.js 2.2.1 and libical 3.0.16 add hours on the wall clock and end the shift after seven;
# node-ical 0.27.2 and recurring-ical-events 2.0.1 add exact hours and end the day at 23:00. A vote of the four is a tie.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
apt-get download -qq libical3=3.0.16-1+b1 libicu72 python3-icalendar=4.0.3-5 python3-recurring-ical-events=2.0.1-1 \
  python3-x-wr-timezone python3-dateutil python3-tz python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > make.mjs <<'JS'
import { writeFileSync } from 'node:fs';
const turn = (kind, start, month, from, to) => [`BEGIN:${kind}`, `DTSTART:${start}`,
  `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `END:${kind}`];
for (const length of ['PT8H', 'P1D']) {
  writeFileSync(`${length}.ics`, ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Shifts//EN',
    'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', ...turn('STANDARD', '19701025T030000', 10, '+0200', '+0100'),
    ...turn('DAYLIGHT', '19700329T020000', 3, '+0100', '+0200'), 'END:VTIMEZONE',
    'BEGIN:VEVENT', 'UID:night@example.org', 'DTSTAMP:20270101T000000Z', 'DTSTART;TZID=Europe/Berlin:20270327T220000',
    `DURATION:${length}`, 'SUMMARY:Night', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'));
}
JS
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const shown = (date) => date.toISOString().slice(5, 16);
for (const length of ['PT8H', 'P1D']) {
  const text = readFileSync(`${length}.ics`, 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  console.log('ical.js', length, shown(event.endDate.toJSDate()));
  const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  console.log('node-ical', length, shown(found.end));
}
JS
cat > read.py <<'PY'
import ctypes, datetime, icalendar, recurring_ical_events
shown = lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime('%m-%dT%H:%M')
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
for length in ('PT8H', 'P1D'):
    text = open(length + '.ics', 'rb').read()
    event = libical.icalcomponent_get_first_component(libical.icalcomponent_new_from_string(text), 4)
    each = Each(lambda component, span, data: print('libical', length, shown(span.contents.end)))
    bounds = [libical.icaltime_from_string(at) for at in (b'20270101T000000Z', b'20271231T000000Z')]
    libical.icalcomponent_foreach_recurrence(event, *bounds, each, None)
    [found] = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2027, 1, 1), (2027, 12, 31))
    print('recurring-ical-events', length, shown(found['DTEND'].dt.timestamp()))
PY
node make.mjs
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu
{ node read.mjs; /usr/bin/python3 -W ignore read.py; } | LC_ALL=C sort > seen.txt
echo 'right: PT8H 03-28T05:00, P1D 03-28T20:00'; cat seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js P1D 03-28T20:00
ical.js PT8H 03-28T04:00
libical P1D 03-28T20:00
libical PT8H 03-28T04:00
node-ical P1D 03-28T21:00
node-ical PT8H 03-28T05:00
recurring-ical-events P1D 03-28T21:00
recurring-ical-events PT8H 03-28T05:00
SEEN
