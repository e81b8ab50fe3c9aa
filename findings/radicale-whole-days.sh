#!/usr/bin/env bash
# A training week as `DTSTART;VALUE=DATE:20270301`, `DURATION:P5D`, and a night-and-day shift of `DURATION:PT24H`; the
# server is asked, as each phone asks it, what there is on 3 March, and on 1 March from 20 to 21 o'clock.
# Expected by RFC 4791, 9.9 (an event overlaps if start < DTSTART + DURATION and end > DTSTART): both are found.
# Guess before running: a server that stores the files as they are at least finds them again.
# Seen: Radicale 3.1.8 finds neither. It looks at the seconds of a duration without its days, so whatever lasts whole
# days lasts a moment; 25 hours are found. And an all-day event each Monday without DTEND is found on no Monday at all.
set -euo pipefail
dir=$(mktemp -d); server=; trap '[ -z "$server" ] || kill "$server"; rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq radicale=3.1.8-2 python3-radicale=3.1.8-2 python3-vobject=0.9.6.1-2 python3-dateutil python3-six \
  python3-defusedxml python3-passlib python3-pkg-resources >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > ask.py <<'PY'
import base64, sys, urllib.error, urllib.request
calendar = f'http://127.0.0.1:{sys.argv[1]}/ann/events/'
def ask(method, url, body, kind, **headers):
    login = base64.b64encode(b'ann:').decode()
    headers |= {'Authorization': f'Basic {login}', 'Content-Type': f'{kind}; charset=utf-8'}
    with urllib.request.urlopen(urllib.request.Request(url, body.encode(), headers, method=method), timeout=20) as answer:
        return answer.read().decode()
ask('MKCOL', calendar, '<D:mkcol xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop></D:set></D:mkcol>', 'application/xml')
def found(name, start, end, *lines):
    event = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Days//EN', 'BEGIN:VEVENT', f'UID:{name}@example.org', 'DTSTAMP:20270101T000000Z', *lines, 'SUMMARY:Work', 'END:VEVENT', 'END:VCALENDAR', '']
    ask('PUT', f'{calendar}{name}.ics', '\r\n'.join(event), 'text/calendar')
    query = f'<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="{start}" end="{end}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    print(name, f'{name}.ics' in ask('REPORT', calendar, query, 'application/xml', Depth='1'))
found('five-days', '20270303T000000Z', '20270304T000000Z', 'DTSTART;VALUE=DATE:20270301', 'DURATION:P5D')
found('24-hours', '20270301T200000Z', '20270301T210000Z', 'DTSTART:20270301T090000Z', 'DURATION:PT24H')
found('25-hours', '20270301T200000Z', '20270301T210000Z', 'DTSTART:20270301T090000Z', 'DURATION:PT25H')
found('one-monday', '20270301T100000Z', '20270301T110000Z', 'DTSTART;VALUE=DATE:20270301')
found('each-monday', '20270301T100000Z', '20270301T110000Z', 'DTSTART;VALUE=DATE:20270301', 'RRULE:FREQ=WEEKLY;COUNT=3')
PY
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore -m radicale --config '' --server-hosts "127.0.0.1:$port" --storage-filesystem-folder store --auth-type none \
  --rights-type authenticated --logging-level critical & server=$!
for _ in $(seq 80); do (echo > "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.2; done
/usr/bin/python3 ask.py "$port" | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
five-days False
24-hours False
25-hours True
one-monday True
each-monday False
SEEN
