#!/usr/bin/env bash
# A talk with a speaker and a place as RFC 9073 (2021) has them: components PARTICIPANT and VLOCATION inside the event,
# each with a SUMMARY or DESCRIPTION of its own.
# Expected: the talk's own title and text; readers that do not know the components pass over them (RFC 5545, 3.1 and 8).
# Guess before running: they are passed over as alarms are; ts-ics, the youngest, knows them.
# Seen: ts-ics 2.4.6 takes the speaker's line for the title and the place's for the text: the last one in the file wins.
# (An alarm's are kept apart.) calcurse 4.7.1 skips the whole event. ical.js 2.2.1 and node-ical 0.27.2 are right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6
apt-get download -qq calcurse=4.7.1-1 libncursesw6 libtinfo6 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//Example//Talk//EN' BEGIN:VEVENT UID:talk@example.org \
  DTSTAMP:20270101T000000Z DTSTART:20270301T090000Z DTEND:20270301T100000Z SUMMARY:Listening 'DESCRIPTION:What guests say' \
  BEGIN:PARTICIPANT UID:ann@example.org PARTICIPANT-TYPE:SPEAKER 'SUMMARY:Ann Lee, ward 3' END:PARTICIPANT \
  BEGIN:VLOCATION UID:hall@example.org NAME:Hall 'DESCRIPTION:Second floor' END:VLOCATION END:VEVENT END:VCALENDAR |
  sed 's/Lee, ward/Lee\\, ward/' > talk.ics
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
const text = readFileSync('talk.ics', 'utf8');
const one = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
const two = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const [three] = convertIcsCalendar(undefined, text).events;
for (const [name, event] of [['ical.js', one], ['node-ical', two], ['ts-ics', three]]) {
  console.log(`${name}: ${event.summary} | ${event.description}`);
}
JS
export TZ=UTC LD_LIBRARY_PATH=debian/usr/lib/x86_64-linux-gnu:debian/lib/x86_64-linux-gnu
mkdir diary
export TMPDIR=$dir
debian/usr/bin/calcurse -D diary -C diary -q -i talk.ics >/dev/null 2>&1 || true
{ node read.mjs; echo "calcurse: $(cat diary/apts 2>/dev/null | wc -l) events"; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical.js: Listening | What guests say
node-ical: Listening | What guests say
ts-ics: Ann Lee, ward 3 | Second floor
calcurse: 0 events
SEEN
