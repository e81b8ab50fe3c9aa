#!/usr/bin/env bash
# A weekly huddle is in the Lab, and on 8 March in the Attic. Somebody had it the wrong way round: it is in the Attic, and on 8
# March in the Lab. The feed says so, under a later LAST-MODIFIED. Another meeting is in a zone that the file itself describes,
# and that description is an hour off: the next version has it right. A phone follows both by vdirsyncer.
# Guess before running: the next sync brings the new rooms and the new hour.
# Seen: vdirsyncer 0.19.0 brings neither, and says nothing. It knows an event by a hash of its lines in alphabetical order, without
# its zones: whatever two parts of an event swap (rooms, titles, an hour and its exception's) is the same to it, and so is a
# meeting that is an hour later. With one letter more both arrive.
set -euo pipefail
dir=$(mktemp -d); server=; trap '[ -z "$server" ] || kill "$server"; rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq vdirsyncer=0.19.0-1 python3-aiohttp python3-aiostream python3-aiosignal python3-async-timeout python3-atomicwrites \
  python3-attr python3-certifi python3-chardet python3-charset-normalizer python3-click python3-click-log python3-frozenlist \
  python3-idna python3-multidict python3-pkg-resources python3-requests python3-requests-toolbelt python3-urllib3 python3-yarl >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
mkdir site target
event() { printf 'BEGIN:VEVENT\r\nUID:%s@example.org\r\nDTSTAMP:20270101T000000Z\r\nLAST-MODIFIED:%s\r\n' "$1" "$now"; shift; printf '%s\r\n' "$@" END:VEVENT; }
file() { printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Rooms//EN\r\n'; cat; printf 'END:VCALENDAR\r\n'; }
huddle() {
  event huddle DTSTART:20270301T090000Z DTEND:20270301T093000Z 'RRULE:FREQ=WEEKLY;COUNT=3' SUMMARY:Huddle "LOCATION:$1"
  event huddle RECURRENCE-ID:20270308T090000Z DTSTART:20270308T090000Z DTEND:20270308T093000Z SUMMARY:Huddle "LOCATION:$2"
}
meeting() {
  printf '%s\r\n' BEGIN:VTIMEZONE TZID:Ours BEGIN:STANDARD DTSTART:19700101T000000 "TZOFFSETFROM:$1" "TZOFFSETTO:$1" END:STANDARD END:VTIMEZONE
  event meeting 'DTSTART;TZID=Ours:20270301T090000' 'DTEND;TZID=Ours:20270301T100000' "SUMMARY:$2"
}
publish() { now=$1; huddle "$2" "$3" | file > site/huddle.ics; meeting "$4" "$5" | file > site/meeting.ics; }
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
/usr/bin/python3 -m http.server -b 127.0.0.1 -d site "$port" >/dev/null 2>&1 & server=$!
for _ in $(seq 300); do (echo > "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.2; done
{
  printf '[general]\nstatus_path = "%s/status"\n' "$dir"
  for one in huddle meeting; do
    printf '[pair %s]\na = "%s_feed"\nb = "%s_phone"\ncollections = null\n' $one $one $one
    printf '[storage %s_feed]\ntype = "http"\nurl = "http://127.0.0.1:%s/%s.ics"\n' $one "$port" $one
    printf '[storage %s_phone]\ntype = "filesystem"\npath = "%s/target/%s"\nfileext = ".ics"\n' $one "$dir" $one
  done
} > config
export PYTHONPATH=$dir/debian/usr/lib/python3/dist-packages HOME=$dir PYTHONWARNINGS=ignore
sync() { /usr/bin/python3 debian/usr/bin/vdirsyncer -c config "$@" >log 2>&1 || { cat log; exit 1; }; }
show() {
  printf '%s: rooms' "$1"; sed -n 's/^LOCATION:\(.*\)\r$/ \1/p' target/huddle/*.ics | tr -d '\n'
  printf ', zone'; sed -n 's/^TZOFFSETTO:\(.*\)\r$/ \1/p' target/meeting/*.ics
}
publish 20270101T000000Z Lab Attic +0200 Meeting
mkdir target/huddle target/meeting
yes | sync discover || true
sync sync; show 'at first' | tee seen.txt
publish 20270102T000000Z Attic Lab +0100 Meeting
sync sync; show 'corrected' | tee -a seen.txt
publish 20270103T000000Z Attic Labs +0100 Meetings
sync sync; show 'one letter more' | tee -a seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
at first: rooms Lab Attic, zone +0200
corrected: rooms Lab Attic, zone +0200
one letter more: rooms Attic Labs, zone +0100
SEEN
