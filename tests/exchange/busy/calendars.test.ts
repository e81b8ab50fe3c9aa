/**
 * Twelve calendars, written as twelve programs write them: busy ranges worked out by hand.
 *
 * `agree` names the expanders that find the same: ical.js is asked here; khal 0.10.5, node-ical 0.26.1,
 * recurring_ical_events 2.0.1 and rrule-temporal (only the rules) were asked in December 2026, with what is transparent or
 * cancelled left out. Where one is not named, the line above says what it does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../src/calendar/date.ts';
import { busyIn } from '../../../src/exchange/busy/busy.ts';
import { rangesOf } from '../../../src/exchange/busy/ranges.ts';

const ZONE = 'Europe/Berlin';
const FOLDER = join(import.meta.dirname, 'calendars');

interface Expected {
  readonly ranges: readonly string[];
  readonly agree: readonly string[];
}

const CALENDARS: Record<string, Expected> = {
  absences: {
    ranges: ['2027-01-01..2027-01-04', '2027-04-02', '2027-04-29', '2027-05-14', '2027-08-02..2027-08-13'],
    agree: ['ical.js', 'khal', 'node-ical', 'recurring_ical_events'],
  },
  apple: {
    ranges: [
      '2027-02-08 08:00-08:45',
      '2027-03-08 08:00-08:45',
      '2027-04-13 13:00-14:00',
      '2027-05-10 08:00-08:45',
      '2027-06-14 15:00-24:00',
      '2027-06-15',
      '2027-06-16 00:00-12:00',
      '2027-10-05',
      '2027-10-13 19:00-20:30',
      '2027-10-27 19:00-20:30',
      '2027-11-10 19:00-20:30',
    ],
    agree: ['ical.js', 'khal', 'node-ical', 'recurring_ical_events'],
  },
  evolution: {
    ranges: [
      '2027-03-23 07:00-08:00',
      '2027-03-31 09:00-10:00',
      '2027-04-06 08:00-09:00',
      '2027-07-07 17:00-20:00',
    ],
    // node-ical knows no zone by such a name.
    agree: ['ical.js', 'khal', 'recurring_ical_events'],
  },
  exchange: {
    ranges: [
      '2027-03-04 16:00-17:00',
      '2027-03-12 14:30-15:30',
      '2027-04-01 16:00-17:00',
      '2027-04-06 16:00-18:00',
    ],
    // recurring_ical_events reads UNTIL on the winter clock of the start, and loses the last.
    agree: ['ical.js', 'khal', 'node-ical'],
  },
  google: {
    ranges: [
      '2027-06-01 09:30-10:00',
      '2027-06-08 09:30-10:00',
      '2027-06-10 09:30-10:00',
      '2027-06-17 09:30-10:00',
      '2027-06-22 09:30-10:00',
      '2027-06-24 09:30-10:00',
      '2027-06-29 09:30-10:00',
      '2027-07-05..2027-07-16',
      '2027-09-30 16:00-17:00',
      '2027-10-28 16:00-17:00',
      '2027-11-25 16:00-17:00',
    ],
    agree: ['ical.js', 'khal', 'node-ical', 'recurring_ical_events'],
  },
  groupware: {
    ranges: [
      '2027-04-05 20:00-21:30',
      '2027-04-12 20:00-21:30',
      '2027-04-19 20:00-21:30',
      '2027-04-26 20:00-21:30',
      '2027-09-13 10:00-11:00',
      '2027-09-14 10:00-11:00',
      '2027-09-15 10:00-11:00',
    ],
    // ical.js, rrule, khal, libical and recurring_ical_events end a day early: for them a date is its first second.
    agree: ['node-ical', 'rrule-temporal'],
  },
  moodle: {
    ranges: ['2027-09-14 09:00-17:00', '2027-09-22', '2027-10-06 22:00-24:00', '2027-10-07 00:00-03:00'],
    // khal gives a deadline an hour; recurring_ical_events leaves a day without end to whoever asks.
    agree: ['ical.js', 'node-ical'],
  },
  nextcloud: {
    ranges: [
      '2027-03-27 22:00-24:00',
      '2027-03-28 00:00-06:00',
      '2027-05-03..2027-05-05',
      '2027-10-28 07:30-08:45',
      '2027-10-29 07:30-08:45',
      '2027-11-01 07:30-08:45',
      '2027-11-02 07:30-08:45',
    ],
    // ical.js adds the length on the wall: an hour short in the night the clocks change.
    agree: ['khal', 'node-ical', 'recurring_ical_events'],
  },
  notes: {
    ranges: ['2027-03-10 13:00-14:00', '2027-04-07 13:00-14:00', '2027-05-06 08:00-09:00'],
    // ical.js leaves out the start where there are only listed dates, node-ical the listed dates.
    agree: ['khal', 'recurring_ical_events'],
  },
  outlook: {
    ranges: [
      '2027-03-22 09:00-10:00',
      '2027-03-29 09:00-10:00',
      '2027-04-12 09:00-10:00',
      '2027-05-10 15:00-16:30',
      '2027-05-12 11:00-12:00',
    ],
    // ical.js knows no Windows names: London is Berlin.
    agree: ['khal', 'node-ical', 'recurring_ical_events'],
  },
  room: {
    ranges: [
      '2027-03-01 09:00-10:00',
      '2027-03-08 09:00-10:30',
      '2027-03-22 09:00-10:30',
      '2027-03-29 10:00-11:00',
      '2027-04-05 10:00-11:00',
    ],
    agree: ['ical.js', 'khal', 'node-ical', 'recurring_ical_events'],
  },
  thunderbird: {
    ranges: ['2027-03-18 09:00-11:30', '2027-04-01 09:00-11:30', '2027-04-16 10:00-12:30'],
    // node-ical is an hour late from the change of clocks on.
    agree: ['ical.js', 'khal', 'recurring_ical_events'],
  },
};

it('every calendar of the folder is looked at', () =>
  expect(
    readdirSync(FOLDER)
      .map((file) => file.replace('.ics', ''))
      .sort(),
  ).toEqual(Object.keys(CALENDARS)));

describe.each(Object.entries(CALENDARS))('%s', (name, { ranges, agree }) => {
  const text = readFileSync(join(FOLDER, `${name}.ics`), 'utf8');

  it('is busy exactly then', () => {
    const window = { zone: ZONE, first: toDay('2027-01-01')!, last: toDay('2027-12-31')! };
    expect(rangesOf(busyIn(text, window), ZONE).map(written)).toEqual(ranges);
  });

  it('is that for ical.js as well, or not, as noted', () => {
    const theirs = byIcalJs(text);
    if (agree.includes('ical.js')) expect(theirs).toEqual(ranges);
    else expect(theirs).not.toEqual(ranges);
  });
});

function written({ from, to, hours }: { from: string; to: string; hours?: string }): string {
  return `${from === to ? from : `${from}..${to}`}${hours ? ` ${hours}` : ''}`;
}

/** An expander with the file's own tables of zones; times without one are on the clock of home. */
function byIcalJs(text: string): string[] {
  const root = new ICAL.Component(ICAL.parse(text));
  const spans: Span[] = [];
  for (const component of root.getAllSubcomponents('vevent')) {
    if (component.hasProperty('recurrence-id')) continue;
    const event = new ICAL.Event(component);
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.year < 2028; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      const value = (name: string) => String(item.component.getFirstPropertyValue(name) ?? '');
      if (value('transp') !== 'TRANSPARENT' && value('status') !== 'CANCELLED')
        spans.push([instantOf(startDate), instantOf(endDate)]);
    }
  }
  return told(spans);
}

/** Milliseconds. */
type Span = readonly [number, number];

function instantOf(time: ICAL.Time): number {
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  return moment.tz(time.toString(), ZONE).valueOf();
}

/** Spans → ranges of 2027 as we write them, day by day and apart from what is tested. */
function told(spans: readonly Span[]): string[] {
  const ranges: string[] = [];
  let whole: string | undefined;
  const day = moment.tz('2027-01-01', ZONE);
  for (; day.year() < 2028; day.add(1, 'day')) {
    const [from, to] = [day.valueOf(), day.clone().add(1, 'day').valueOf()];
    const parts: [number, number][] = [];
    for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
      const part: [number, number] = [Math.max(begin, from), Math.min(end, to)];
      if (part[0] >= part[1]) continue;
      const last = parts.at(-1);
      if (last && part[0] <= last[1]) last[1] = Math.max(last[1], part[1]);
      else parts.push(part);
    }
    const date = day.format('YYYY-MM-DD');
    const isWhole = parts.length === 1 && parts[0]![0] === from && parts[0]![1] === to;
    if (isWhole && whole !== undefined) ranges[ranges.length - 1] = `${whole}..${date}`;
    else if (isWhole) ranges.push(date);
    whole = isWhole ? (whole ?? date) : undefined;
    const clock = (at: number) => (at === to ? '24:00' : moment.tz(at, ZONE).format('HH:mm'));
    if (!isWhole) ranges.push(...parts.map(([begin, end]) => `${date} ${clock(begin)}-${clock(end)}`));
  }
  return ranges;
}
