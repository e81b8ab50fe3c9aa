#!/usr/bin/env bash
# A weekly meeting at 02:30 in Berlin whose second date falls into the missing hour (28 March 2027), and a day off.
# Expected by RFC 5545, 3.3.5: 28 March counts as 03:30 summer time (01:30Z), and 4 April is 02:30 again (00:30Z);
# an all-day event of 1 March (DTEND the 2nd, exclusive) takes 1 March only.
# Guess before running: the gap is handled in one of the three known ways, all else is right.
# Seen: libical 3.0.16, icalcomponent_foreach_recurrence: the gap is right, but the meeting *after* it is an hour late
# (4 April 01:30Z), and the next one right again: whatever the step, the first after a gap is off. And each all-day
# event lasts until 23:59:59 of its exclusive end: a trainer's one day off is two.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq libical3=3.0.16-1+b1 libicu72 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.py <<'PY'
import ctypes, datetime
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
def turn(kind, start, month, before, after):
    return [f'BEGIN:{kind}', f'DTSTART:{start}', f'RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU', f'TZOFFSETFROM:{before}', f'TZOFFSETTO:{after}', f'END:{kind}']
berlin = ['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', *turn('STANDARD', '19701025T030000', 10, '+0200', '+0100'), *turn('DAYLIGHT', '19700329T020000', 3, '+0100', '+0200'), 'END:VTIMEZONE']
def spans(*lines):
    text = '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Gap//EN', *berlin, 'BEGIN:VEVENT', 'UID:a@example.org', 'DTSTAMP:20270101T000000Z', *lines, 'END:VEVENT', 'END:VCALENDAR', ''])
    event = libical.icalcomponent_get_first_component(libical.icalcomponent_new_from_string(text.encode()), 4)
    found = []
    bounds = [libical.icaltime_from_string(at) for at in (b'20270101T000000Z', b'20280101T000000Z')]
    each = Each(lambda component, span, data: found.append((span.contents.start, span.contents.end)))
    libical.icalcomponent_foreach_recurrence(event, *bounds, each, None)
    return [[datetime.datetime.fromtimestamp(at, datetime.timezone.utc).strftime('%m-%dT%H:%M') for at in span] for span in found]
print('weekly', *(span[0] for span in spans('DTSTART;TZID=Europe/Berlin:20270321T023000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4')))
print('day off', *spans('DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270302')[0])
PY
TZ=UTC LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu /usr/bin/python3 probe.py | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
weekly 03-21T01:30 03-28T01:30 04-04T01:30 04-11T00:30
day off 03-01T00:00 03-02T23:59
SEEN
