#!/usr/bin/env bash
# “The last day of each month” from the 31st: RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4 (RFC 7529, 4.1).
# Expected: 31 January, 28 February, 31 March, 30 April 2027.
# Guess before running: libical alone knows RFC 7529; the others refuse the rule.
# Seen: libical 3.0.16 is right; but ical.js 2.2.1 silently drops both parts and leaves
# February, April and June out, and node-ical 0.27.2 refuses the *whole file* with "SKIP MUST NOT be present
# unless RSCALE is present", though RSCALE stands before it: one such event hides a calendar.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
apt-get download -qq libical3=3.0.16-1+b1 libicu72 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Ends//EN', 'BEGIN:VEVENT', 'UID:end@example.org',
  'DTSTAMP:20270101T000000Z', 'DTSTART;VALUE=DATE:20270131', 'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4',
  'SUMMARY:Month end', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:other@example.org', 'DTSTAMP:20270101T000000Z',
  'DTSTART:20270105T090000Z', 'DTEND:20270105T093000Z', 'SUMMARY:Huddle', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
const days = [];
for (let next = iterator.next(); next; next = iterator.next()) days.push(next.toString().slice(5));
console.log('ical.js', ...days);
try {
  console.log('node-ical', Object.keys(nodeIcal.sync.parseICS(text)).length);
} catch (error) {
  console.log('node-ical', error.message);
}
JS
cat > probe.py <<'PY'
import ctypes
class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in 'year month day hour minute second is_date is_daylight'.split()] + [('zone', ctypes.c_void_p)]
libical = ctypes.CDLL('libical.so.3')
days = (ctypes.c_long * 4)()
libical.icalrecur_expand_recurrence.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.POINTER(ctypes.c_long)]
libical.icalrecur_expand_recurrence(b'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4', 1801353600, 4, days)
import datetime
print('libical', *(datetime.datetime.fromtimestamp(day, datetime.timezone.utc).strftime('%m-%d') for day in days))
PY
export TZ=UTC
{ node probe.mjs; LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu /usr/bin/python3 probe.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js 01-31 03-31 05-31 07-31
node-ical SKIP MUST NOT be present unless RSCALE is present
libical 01-31 02-28 03-31 04-30
SEEN
