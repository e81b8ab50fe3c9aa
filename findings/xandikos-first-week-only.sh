#!/usr/bin/env bash
# A weekly huddle of twenty on a CalDAV server, and what the server says to the question each phone asks: which events
# are there in this week (calendar-query with a time range), in the second, in April?
# Expected by RFC 4791, 9.9 and 7.8: an event that recurs is found wherever an instance of it is.
# Guess before running: the series is found everywhere; perhaps not expanded.
# Seen: xandikos 0.2.8 finds it in its first week only, and says nobody is busy in April (free-busy-query): it compares
# the first start. A client that syncs “from today” shows no meeting that began before; one that fetches all, all.
set -euo pipefail
dir=$(mktemp -d); server=; trap '[ -z "$server" ] || kill "$server"; rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq xandikos=0.2.8-1 python3-aiohttp python3-aiosignal python3-async-timeout python3-attr python3-certifi \
  python3-charset-normalizer python3-dateutil python3-defusedxml python3-dulwich python3-frozenlist python3-icalendar \
  python3-idna python3-jinja2 python3-markupsafe python3-multidict python3-six python3-tz python3-urllib3 python3-vobject \
  python3-yarl >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > ask.py <<'PY'
import sys, urllib.request
calendar = f'http://127.0.0.1:{sys.argv[1]}/ann/calendars/calendar/'
def ask(method, url, body, kind, **headers):
    headers |= {'Content-Type': f'{kind}; charset=utf-8'}
    with urllib.request.urlopen(urllib.request.Request(url, body.encode(), headers, method=method), timeout=20) as answer:
        return answer.read().decode()
event = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Weeks//EN', 'BEGIN:VEVENT', 'UID:huddle@example.org', 'DTSTAMP:20270101T000000Z', 'DTSTART:20270301T090000Z', 'DTEND:20270301T093000Z', 'RRULE:FREQ=WEEKLY;COUNT=20', 'SUMMARY:Huddle', 'END:VEVENT', 'END:VCALENDAR', '']
ask('PUT', f'{calendar}huddle.ics', '\r\n'.join(event), 'text/calendar')
span = lambda start, end: f'<C:time-range start="{start}T000000Z" end="{end}T000000Z"/>'
for name, start, end in (('first week', '20270301', '20270308'), ('second week', '20270308', '20270315'), ('april', '20270401', '20270501')):
    query = f'<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{span(start, end)}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    print(name, 'huddle.ics' in ask('REPORT', calendar, query, 'application/xml', Depth='1'))
for name, start, end in (('first week', '20270301', '20270308'), ('april', '20270401', '20270501')):
    busy = ask('REPORT', calendar, f'<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">{span(start, end)}</C:free-busy-query>', 'application/xml', Depth='1')
    print('busy in', name, any(line.startswith('FREEBUSY') for line in busy.splitlines()))
PY
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore -m xandikos.web -d store -l 127.0.0.1 -p "$port" --defaults --current-user-principal /ann/ --autocreate \
  >/dev/null 2>&1 & server=$!
for _ in $(seq 80); do (echo > "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.2; done
/usr/bin/python3 ask.py "$port" | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
first week True
second week False
april False
busy in first week True
busy in april False
SEEN
