#!/usr/bin/env bash
# One meeting of a weekly series is moved: from Monday, 11 October 2027, 09:00, to the whole of Tuesday. And the other way
# round: one day of whole-day training becomes an hour on the day after. RFC 5545, 3.8.4.4: the RECURRENCE-ID has the form
# of the series and replaces that one; the start of what replaces it may have another form.
# Guess before running: three dates each; the RECURRENCE-ID says which one is replaced.
# Seen: khal 0.10.5 shows four of each: the old one stays beside the new one. Moved from a time to a time it is three. ical.js
# 2.2.1 has three of each.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1
apt-get download -qq khal=1:0.10.5-1.1 python3-pkg-resources python3-click python3-click-log python3-colorama python3-configobj python3-atomicwrites \
  python3-dateutil=2.8.2-2 python3-icalendar=4.0.3-5 python3-tz python3-tzlocal python3-urwid python3-xdg python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
mkdir calendar
event() { printf 'BEGIN:VEVENT\nUID:%s\nDTSTAMP:20270101T000000Z\n%s\nSUMMARY:%s\nEND:VEVENT\n' "$1" "$2" "$1"; }
series() {
  { printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\n'; event "$1" "$2"; event "$1" "$3"; printf 'END:VCALENDAR\n'; } |
    sed 's/$/\r/' > "calendar/$1.ics"
}
weekly=$'DURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3'
series time-to-day $'DTSTART;TZID=Europe/Berlin:20271004T090000\n'"$weekly" \
  $'RECURRENCE-ID;TZID=Europe/Berlin:20271011T090000\nDTSTART;VALUE=DATE:20271012'
series day-to-time $'DTSTART;VALUE=DATE:20271004\nRRULE:FREQ=WEEKLY;COUNT=3' \
  $'RECURRENCE-ID;VALUE=DATE:20271011\nDTSTART;TZID=Europe/Berlin:20271012T090000\nDURATION:PT1H'
series time-to-time $'DTSTART;TZID=Europe/Berlin:20271004T090000\n'"$weekly" \
  $'RECURRENCE-ID;TZID=Europe/Berlin:20271011T090000\nDTSTART;TZID=Europe/Berlin:20271012T090000\nDURATION:PT1H'
cat > khal.conf <<CONF
[calendars]
[[training]]
path = $dir/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[sqlite]
path = $dir/khal.db
CONF
cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
for (const name of ['day-to-time', 'time-to-day', 'time-to-time']) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`calendar/${name}.ics`, 'utf8')));
  const event = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)).find((one) => !one.isRecurrenceException());
  const [all, dates] = [event.iterator(), []];
  for (let at = all.next(); at; at = all.next()) dates.push(event.getOccurrenceDetails(at).startDate.toString().slice(5, 16));
  console.log('ical.js', name, ...dates);
}
JS
export PYTHONPATH=$dir/debian/usr/lib/python3/dist-packages HOME=$dir XDG_DATA_HOME=$dir
shown() { /usr/bin/python3 debian/usr/bin/khal -c khal.conf list --day-format '' --format '{title} {start-long-full}' 2027-10-01 2027-11-01; }
{ node probe.mjs; shown | grep -v '^$' | sed 's/^/khal /'; } | LC_ALL=C sort | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js day-to-time 10-04 10-12T09:00 10-18
ical.js time-to-day 10-04T09:00 10-12 10-18T09:00
ical.js time-to-time 10-04T09:00 10-12T09:00 10-18T09:00
khal day-to-time 2027-10-04 00:00
khal day-to-time 2027-10-11 00:00
khal day-to-time 2027-10-12 09:00
khal day-to-time 2027-10-18 00:00
khal time-to-day 2027-10-04 09:00
khal time-to-day 2027-10-11 09:00
khal time-to-day 2027-10-12 00:00
khal time-to-day 2027-10-18 09:00
khal time-to-time 2027-10-04 09:00
khal time-to-time 2027-10-12 09:00
khal time-to-time 2027-10-18 09:00
SEEN
