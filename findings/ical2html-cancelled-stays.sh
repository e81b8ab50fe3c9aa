#!/usr/bin/env bash
# A month of a weekly huddle for the notice board: the second is cancelled (EXDATE), the third is moved from 09:00 to
# 14:00 (a second VEVENT with its RECURRENCE-ID), made a page by ical2html 3.0-1 of Debian.
# Expected: 1 March 09:00, 15 March 14:00, 22 March 09:00 (RFC 5545, 3.8.5.1 and 3.8.4.4).
# Guess before running: the moved one is shown twice.
# Seen: so it is, and the cancelled one stands there, too: five huddles of three. libical, on which the program is built,
# leaves the cancelled one out when asked for the set itself.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq ical2html=3.0-1 libical3=3.0.16-1+b1 libicu72 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Board//EN' BEGIN:VEVENT UID:huddle@example.org \
  DTSTAMP:20270101T000000Z DTSTART:20270301T090000Z DTEND:20270301T093000Z 'RRULE:FREQ=WEEKLY;COUNT=4' \
  EXDATE:20270308T090000Z SUMMARY:Huddle END:VEVENT BEGIN:VEVENT UID:huddle@example.org DTSTAMP:20270101T000000Z \
  RECURRENCE-ID:20270315T090000Z DTSTART:20270315T140000Z DTEND:20270315T143000Z SUMMARY:Huddle END:VEVENT \
  END:VCALENDAR > huddle.ics
export TZ=UTC LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu
cat > libical.py <<'PY'
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
series = libical.icalcomponent_get_first_component(libical.icalcomponent_new_from_string(open('huddle.ics', 'rb').read()), 4)
bounds = [libical.icaltime_from_string(at) for at in (b'20270101T000000Z', b'20280101T000000Z')]
days = []
each = Each(lambda component, span, data: days.append(datetime.datetime.fromtimestamp(span.contents.start, datetime.timezone.utc).strftime('%m%dT%H')))
libical.icalcomponent_foreach_recurrence(series, *bounds, each, None)
print('libical, the series:', *days)
PY
{
  echo "ical2html: $(debian/usr/bin/ical2html 20270301 P31D huddle.ics | tr '\n' ' ' | grep -oE 'class="dtstart" title="2027[0-9]{4}T[0-9]{2}' | grep -oE '[0-9]{4}T[0-9]{2}$' | paste -sd ' ')"
  /usr/bin/python3 libical.py
} | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical2html: 0301T09 0308T09 0315T09 0315T14 0322T09
libical, the series: 0301T09 0315T09 0322T09
SEEN
