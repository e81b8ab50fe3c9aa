#!/usr/bin/env bash
# One invitation, written by four libraries and read by ical.js: to “Lee, Anna” and to “Ben "Benny" Ott”, with the link
# https://example.org/rooms?ids=1,2;day=3 and the one category “Calls, first line”.
# Expected: RFC 5545 quotes a name with a comma (3.2), RFC 6868 writes a quote in it as ^', a link is no text and has no
# backslashes (3.3.13), a comma in a category has one (3.8.1.2).
# Guess before running: names and links are right; a category with a comma may become two.
# Seen: ical-generator 10.2.0 and ics 3.12.0 write the quotes as \" and Ben's name ends at the first of them; ts-ics 2.4.6
# quotes nothing, so a comma stands bare where lists of values are told apart. ical-generator puts backslashes into the
# link, which then leads elsewhere. ics and ts-ics make two categories of one. ical.js 2.2.1, writing, has all four right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 ical-generator@10.2.0 ics@3.12.0 ts-ics@2.4.6
cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import icalGenerator from 'ical-generator';
import { createEvent } from 'ics';
import { generateIcsCalendar } from 'ts-ics';
const [start, end] = [new Date('2027-01-15T09:00:00Z'), new Date('2027-01-15T10:00:00Z')];
const people = [['Lee, Anna', 'anna@example.org'], ['Ben "Benny" Ott', 'ben@example.org']].map(([name, email]) => ({ name, email }));
const [url, category] = ['https://example.org/rooms?ids=1,2;day=3', 'Calls, first line'];
const byIcalJs = () => {
  const [calendar, event] = [new ICAL.Component('vcalendar'), new ICAL.Component('vevent')];
  for (const { name, email } of people) event.addPropertyWithValue('attendee', `mailto:${email}`).setParameter('cn', name);
  event.addPropertyWithValue('url', url); event.addPropertyWithValue('categories', category);
  calendar.addSubcomponent(event);
  return calendar.toString();
};
const writers = {
  'ical-generator': () => icalGenerator({ events: [{ id: '1', start, end, summary: 'Calls', attendees: people, url, categories: [{ name: category }] }] }).toString(),
  ics: () => createEvent({ uid: '1', start: +start, end: +end, title: 'Calls', attendees: people, url, categories: [category] }).value,
  'ts-ics': () => generateIcsCalendar({ version: '2.0', prodId: '-//Example//EN', events: [{ uid: '1', stamp: { date: start }, start: { date: start }, end: { date: end }, summary: 'Calls', attendees: people, url, categories: [category] }] }),
  'ical.js': byIcalJs,
};
for (const [name, write] of Object.entries(writers)) {
  const text = write();
  console.log(`${name}: ${text.replace(/\r?\n[ \t]/g, '').match(/CN=("[^\n]*"|[^:\n]*)(?=[:;])/g).join(' | ')}`);
  try {
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    const read = event.getAllProperties('attendee').map((one) => `${one.getParameter('cn')} <${one.getFirstValue()}>`);
    console.log('  read:', [...read, event.getFirstPropertyValue('url'), ...event.getAllProperties('categories').flatMap((one) => one.getValues().map((value) => `[${value}]`))].join(' | '));
  } catch (error) { console.log('  read:', error.message); }
}
JS
TZ=UTC node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
ical-generator: CN="Lee, Anna" | CN="Ben \"Benny\" Ott"
  read: Lee, Anna <MAILTO:anna@example.org> | Ben \ <MAILTO:ben@example.org> | https://example.org/rooms?ids=1\,2\;day=3 | [Calls, first line]
ics: CN="Lee, Anna" | CN="Ben \"Benny\" Ott"
  read: Lee, Anna <mailto:anna@example.org> | Ben \ <mailto:ben@example.org> | https://example.org/rooms?ids=1,2;day=3 | [Calls] | [ first line]
ts-ics: CN=Lee, Anna | CN=Ben "Benny" Ott
  read: Lee, Anna <MAILTO:anna@example.org> | Ben "Benny" Ott <MAILTO:ben@example.org> | https://example.org/rooms?ids=1,2;day=3 | [Calls] | [ first line]
ical.js: CN="Lee, Anna" | CN=Ben ^'Benny^' Ott
  read: Lee, Anna <mailto:anna@example.org> | Ben "Benny" Ott <mailto:ben@example.org> | https://example.org/rooms?ids=1,2;day=3 | [Calls, first line]
SEEN
