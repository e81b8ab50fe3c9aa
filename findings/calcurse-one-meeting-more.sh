#!/usr/bin/env bash
# Two series imported into calcurse: a weekly huddle of four from 1 March 2027 whose second is cancelled (COUNT=4 and an
# EXDATE), and the last working day of four months (BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4).
# Expected: 1, 15, 22 March (RFC 5545, 3.8.5.1: an EXDATE takes one out of the set, and COUNT has counted it), and
# 31 March, 30 April, 31 May, 30 June; or a refusal of the second, as calcurse refuses other rules that it cannot keep.
# Guess before running: BYSETPOS is refused, the cancelled one is gone.
# Seen: calcurse 4.7.1 appends a meeting for the one that was cancelled (29 March: an empty room), and makes the last
# working day the four *next* working days, all within a week. "4 apps", no warning.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq calcurse=4.7.1-1 libncursesw6 libtinfo6 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
event() {
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Series//EN' BEGIN:VEVENT 'UID:one@example.org' \
    DTSTAMP:20270101T000000Z "$@" SUMMARY:Meeting END:VEVENT END:VCALENDAR
}
event DTSTART:20270301T090000Z DTEND:20270301T093000Z 'RRULE:FREQ=WEEKLY;COUNT=4' EXDATE:20270308T090000Z > huddle.ics
event DTSTART:20270331T090000Z DTEND:20270331T093000Z 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4' > ends.ics
export TZ=UTC LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu:debian/lib/x86_64-linux-gnu
for name in huddle ends; do
  mkdir -p "$name"
  debian/usr/bin/calcurse -D "$name" -C "$name" -q -i "$name.ics" >/dev/null
  echo "$name: $(debian/usr/bin/calcurse -D "$name" -C "$name" -Q --from 03/01/2027 --to 12/31/2027 --input-datefmt 1 |
    grep -oE '^[0-9]{2}/[0-9]{2}' | paste -sd ' ')"
done | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
huddle: 03/01 03/15 03/22 03/29
ends: 03/31 04/01 04/02 04/05
SEEN
