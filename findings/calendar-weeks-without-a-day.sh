#!/usr/bin/env bash
# “In calendar weeks 2 and 4, as on the first day”: RRULE:FREQ=YEARLY;BYWEEKNO=2,4;COUNT=4 from Monday, 11 January 2027.
# Expected: Mondays: 11 and 25 January 2027, 10 and 24 January 2028. RFC 5545, 3.3.10: what the rule does not say, here
# the day of the week, is taken from DTSTART, as for FREQ=WEEKLY.
# Guess before running: all the same; rrule and its descendants are tested with the RFC's own rules.
# Seen: the RFC's rules all name a day. rrule 2.8.1, rrule-rust 3.1.1 and dateutil 2.8.2 take every day of the week,
# Sunday too, so that the count is used up by Thursday of the first week; libical 3.0.16 takes the Fridays of weeks 4 and
# 6, which neither the rule nor the start names. Only rrule-temporal 2.2.8 has the Mondays. With BYDAY=MO all five agree.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 rrule-temporal@2.2.8 rrule-rust@3.1.1
apt-get download -qq libical3=3.0.16-1+b1 libicu72 python3-dateutil=2.8.2-2 python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import rrule from 'rrule';
import rust from 'rrule-rust';
import { RRuleTemporal } from 'rrule-temporal';
const day = (instant) => new Date(instant).toISOString().slice(0, 10);
for (const days of ['', ';BYDAY=MO']) {
  const text = `DTSTART:20270111T090000Z\nRRULE:FREQ=YEARLY;BYWEEKNO=2,4${days};COUNT=4`;
  console.log(`rrule${days}`, ...rrule.rrulestr(text).all().map(day));
  console.log(`rrule-rust${days}`, ...rust.RRuleSet.fromString(text).all().map((date) => day(date.toDate?.() ?? date)));
  console.log(`rrule-temporal${days}`, ...new RRuleTemporal({ rruleString: text }).all().map((date) => day(date.epochMilliseconds)));
}
JS
cat > probe.py <<'PY'
import ctypes, datetime
from dateutil.rrule import rrulestr
libical = ctypes.CDLL('libical.so.3')
libical.icalrecur_expand_recurrence.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.POINTER(ctypes.c_long)]
start = datetime.datetime(2027, 1, 11, 9, tzinfo=datetime.timezone.utc)
for days in ('', ';BYDAY=MO'):
    rule = f'FREQ=YEARLY;BYWEEKNO=2,4{days};COUNT=4'
    print(f'dateutil{days}', *(day.date().isoformat() for day in rrulestr(rule, dtstart=start)))
    found = (ctypes.c_long * 4)()
    libical.icalrecur_expand_recurrence(rule.encode(), int(start.timestamp()), 4, found)
    print(f'libical{days}', *(datetime.datetime.fromtimestamp(day, datetime.timezone.utc).date().isoformat() for day in found))
PY
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu
{ node probe.mjs; /usr/bin/python3 probe.py; } | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
dateutil 2027-01-11 2027-01-12 2027-01-13 2027-01-14
dateutil;BYDAY=MO 2027-01-11 2027-01-25 2028-01-10 2028-01-24
libical 2027-01-29 2027-02-12 2028-01-28 2028-02-11
libical;BYDAY=MO 2027-01-11 2027-01-25 2028-01-10 2028-01-24
rrule 2027-01-11 2027-01-12 2027-01-13 2027-01-14
rrule-rust 2027-01-11 2027-01-12 2027-01-13 2027-01-14
rrule-rust;BYDAY=MO 2027-01-11 2027-01-25 2028-01-10 2028-01-24
rrule-temporal 2027-01-11 2027-01-25 2028-01-10 2028-01-24
rrule-temporal;BYDAY=MO 2027-01-11 2027-01-25 2028-01-10 2028-01-24
rrule;BYDAY=MO 2027-01-11 2027-01-25 2028-01-10 2028-01-24
SEEN
