#!/usr/bin/env bash
# Ann is invited to one date of a series that others have each week. What she gets, and what her calendar keeps, is that date
# alone: an event with RECURRENCE-ID and without the series. RFC 4791, 4.1 says so of what a server keeps: “if only a subset of
# the recurrence set is specified, then the calendar component with the RRULE may be missing”, with an example (invited once).
# Guess before running: stored, as any event is.
# Seen: Radicale 3.1.8 refuses it with 400 (“Main component missing”); and a calendar of three that is imported as a whole is
# refused for its sake, the two others with it. With the series beside it, all are stored.
set -euo pipefail
dir=$(mktemp -d); server=; trap '[ -z "$server" ] || kill "$server"; rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq radicale=3.1.8-2 python3-radicale=3.1.8-2 python3-vobject=0.9.6.1-2 python3-dateutil python3-six \
  python3-defusedxml python3-passlib python3-pkg-resources >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > ask.py <<'PY'
import base64, sys, urllib.error, urllib.request
home = f'http://127.0.0.1:{sys.argv[1]}/ann/'
def ask(method, url, body=None):
    headers = {'Authorization': f'Basic {base64.b64encode(b"ann:").decode()}', 'Content-Type': 'text/calendar; charset=utf-8'}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body and body.encode(), headers, method=method), timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
def event(uid, *lines):
    return ['BEGIN:VEVENT', f'UID:{uid}@example.org', 'DTSTAMP:20270101T000000Z', *lines, 'SUMMARY:Work', 'END:VEVENT']
def calendar(*events):
    return '\r\n'.join(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Once//EN', *sum(events, []), 'END:VCALENDAR', ''])
series = event('weekly', 'DTSTART:20270301T090000Z', 'DTEND:20270301T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=10')
once = event('weekly', 'RECURRENCE-ID:20270308T090000Z', 'DTSTART:20270308T140000Z', 'DTEND:20270308T150000Z')
one, other = (event(name, f'DTSTART:202703{day}T090000Z', f'DTEND:202703{day}T100000Z') for name, day in (('one', '02'), ('other', '03')))
ask('MKCALENDAR', f'{home}a/')
print('one event', ask('PUT', f'{home}a/one.ics', calendar(one)))
print('one date of a series', ask('PUT', f'{home}a/once.ics', calendar(once)))
print('the series and that date', ask('PUT', f'{home}a/both.ics', calendar(series, once)))
print('two events, and one date, as a whole', ask('PUT', f'{home}b/', calendar(one, once, other)))
print('two events, the series and that date, as a whole', ask('PUT', f'{home}c/', calendar(one, series, once, other)))
PY
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore -m radicale --config '' --server-hosts "127.0.0.1:$port" --storage-filesystem-folder store --auth-type none \
  --rights-type authenticated --logging-level critical & server=$!
for _ in $(seq 300); do (echo > "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.2; done
/usr/bin/python3 ask.py "$port" | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
one event 201
one date of a series 400
the series and that date 201
two events, and one date, as a whole 400
two events, the series and that date, as a whole 201
SEEN
