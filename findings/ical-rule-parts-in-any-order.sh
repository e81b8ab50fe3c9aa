#!/usr/bin/env bash
# RRULE:COUNT=3;INTERVAL=2;FREQ=WEEKLY: three huddles, one each fortnight. RFC 5545, 3.3.10: writers put FREQ first, and
# a reader "MUST accept rule parts ordered in any sequence".
# Guess before running: node-ical, whose rules go through a recurrence library of their own, does not care for the order.
# Seen: node-ical 0.27.2 drops every part that stands before FREQ, without a word: the count, the interval, the weekday.
# Three meetings become one a week for good, and a trainer is busy for ever; ical.js 2.2.1 and rrule 2.8.1 read all.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 rrule@2.8.1
cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import rrule from 'rrule';
const event = (rule) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Order//EN', 'BEGIN:VEVENT',
  'UID:huddle@example.org', 'DTSTAMP:20270101T000000Z', 'DTSTART:20270105T090000Z', 'DTEND:20270105T093000Z',
  `RRULE:${rule}`, 'SUMMARY:Huddle', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const days = (dates) => `${dates.length} to ${dates.at(-1).toISOString().slice(0, 10)}`;
const seen = [];
for (const rule of ['FREQ=WEEKLY;COUNT=3;INTERVAL=2', 'COUNT=3;INTERVAL=2;FREQ=WEEKLY', 'BYDAY=TH;FREQ=WEEKLY;COUNT=3']) {
  const text = event(rule);
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
  const one = [];
  for (let next = iterator.next(); next; next = iterator.next()) one.push(next.toJSDate());
  const found = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  const year = { from: new Date('2027-01-01'), to: new Date('2028-01-01') };
  const two = nodeIcal.expandRecurringEvent(found, year).map(({ start }) => start);
  const three = rrule.rrulestr(`DTSTART:20270105T090000Z\nRRULE:${rule}`).all();
  seen.push([days(one), days(three), days(two)].join(' | '));
  console.log(rule, '→ ical.js | rrule | node-ical:', seen.at(-1));
}
const same = '3 to 2027-02-02 | 3 to 2027-02-02 | ';
if (seen.join() !== [`${same}3 to 2027-02-02`, `${same}52 to 2027-12-28`,
  '3 to 2027-01-21 | 3 to 2027-01-21 | 3 to 2027-01-19'].join()) { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.mjs
