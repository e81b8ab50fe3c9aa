/** Calendars as real programs write them: exact ranges, and rules beside two other expanders. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { busyIn } from '../../../src/exchange/busy/busy.ts';
import { rangesOf } from '../../../src/exchange/busy/ranges.ts';

const ZONE = 'Europe/Berlin';
const WINDOW = { zone: ZONE, first: toDay('2027-01-01')!, last: toDay('2027-12-31')! };

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

function busy(...lines: string[]): string[] {
  return rangesOf(busyIn(calendar(...lines), WINDOW), ZONE).map(
    ({ from, to, hours }) => `${from === to ? from : `${from}..${to}`}${hours ? ` ${hours}` : ''}`,
  );
}

describe('a calendar', () => {
  it.each<[string, string[], string[]]>([
    [
      'of Outlook: a Windows zone without VTIMEZONE, over the change of clocks',
      event(
        'UID:1',
        'DTSTART;TZID="W. Europe Standard Time":20270322T100000',
        'DTEND;TZID="W. Europe Standard Time":20270322T110000',
        'RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO',
        'SUMMARY:Dentist',
      ),
      ['2027-03-22 10:00-11:00', '2027-03-29 10:00-11:00', '2027-04-05 10:00-11:00'],
    ],
    [
      'of another continent: the clocks change on other days',
      event(
        'UID:1',
        'DTSTART;TZID=America/New_York:20270308T090000',
        'DTEND;TZID=America/New_York:20270308T100000',
        'RRULE:FREQ=WEEKLY;UNTIL=20270329T130000Z',
      ),
      [
        '2027-03-08 15:00-16:00',
        '2027-03-15 14:00-15:00',
        '2027-03-22 14:00-15:00',
        '2027-03-29 15:00-16:00',
      ],
    ],
    [
      'UNTIL in UTC in summer keeps the last',
      event(
        'UID:1',
        'DTSTART;TZID=Europe/Berlin:20270607T090000',
        'DURATION:PT90M',
        'RRULE:FREQ=DAILY;UNTIL=20270609T070000Z',
      ),
      ['2027-06-07 09:00-10:30', '2027-06-08 09:00-10:30', '2027-06-09 09:00-10:30'],
    ],
    [
      'UNTIL as a date is all of that day',
      event(
        'UID:1',
        'DTSTART;TZID=Europe/Berlin:20270607T200000',
        'DTEND;TZID=Europe/Berlin:20270607T210000',
        'RRULE:FREQ=DAILY;UNTIL=20270608',
      ),
      ['2027-06-07 20:00-21:00', '2027-06-08 20:00-21:00'],
    ],
    [
      'EXDATE in UTC, on the wall, and as a date',
      event(
        'UID:1',
        'DTSTART;TZID=Europe/Berlin:20270601T090000',
        'DTEND;TZID=Europe/Berlin:20270601T093000',
        'RRULE:FREQ=DAILY;COUNT=5',
        'EXDATE:20270602T070000Z',
        'EXDATE;TZID=Europe/Berlin:20270603T090000',
        'EXDATE;VALUE=DATE:20270604',
      ),
      ['2027-06-01 09:00-09:30', '2027-06-05 09:00-09:30'],
    ],
    [
      'an instance moved, another cancelled, a third made free',
      [
        ...event(
          'UID:1',
          'DTSTART;TZID=Europe/Berlin:20270601T090000',
          'DTEND;TZID=Europe/Berlin:20270601T100000',
          'RRULE:FREQ=DAILY;COUNT=4',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID:20270602T070000Z',
          'DTSTART;TZID=Europe/Berlin:20270602T150000',
          'DTEND;TZID=Europe/Berlin:20270602T160000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;TZID=Europe/Berlin:20270603T090000',
          'STATUS:CANCELLED',
          'DTSTART;TZID=Europe/Berlin:20270603T090000',
          'DTEND;TZID=Europe/Berlin:20270603T100000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;TZID=Europe/Berlin:20270604T090000',
          'TRANSP:TRANSPARENT',
          'DTSTART;TZID=Europe/Berlin:20270604T090000',
          'DTEND;TZID=Europe/Berlin:20270604T100000',
        ),
      ],
      ['2027-06-01 09:00-10:00', '2027-06-02 15:00-16:00'],
    ],
    [
      'a series that is later and longer from its third week on, but for one of its days, and ends a week before',
      [
        ...event(
          'UID:1',
          'DTSTART;TZID=Europe/Berlin:20270315T090000',
          'DTEND;TZID=Europe/Berlin:20270315T100000',
          'RRULE:FREQ=WEEKLY;COUNT=6',
          'RDATE;TZID=Europe/Berlin:20270407T090000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270329T090000',
          'DTSTART;TZID=Europe/Berlin:20270329T140000',
          'DTEND;TZID=Europe/Berlin:20270329T153000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;TZID=Europe/Berlin:20270405T090000',
          'DTSTART;TZID=Europe/Berlin:20270406T080000',
          'DTEND;TZID=Europe/Berlin:20270406T083000',
        ),
        ...event(
          'UID:1',
          'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270419T090000',
          'STATUS:CANCELLED',
          'DTSTART;TZID=Europe/Berlin:20270419T090000',
        ),
      ],
      [
        '2027-03-15 09:00-10:00',
        '2027-03-22 09:00-10:00',
        '2027-03-29 14:00-15:30',
        '2027-04-06 08:00-08:30',
        '2027-04-07 14:00-15:30',
        '2027-04-12 14:00-15:30',
      ],
    ],
    [
      'whole days, one and several, and a yearly one',
      [
        ...event('UID:1', 'DTSTART;VALUE=DATE:20270802', 'DTEND;VALUE=DATE:20270821', 'SUMMARY:Leave'),
        ...event('UID:2', 'DTSTART;VALUE=DATE:20271005'),
        ...event('UID:3', 'DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'),
      ],
      ['2027-02-28', '2027-08-02..2027-08-20', '2027-10-05'],
    ],
    [
      'a whole day that ends on itself, once and each week',
      [
        ...event('UID:1', 'DTSTART;VALUE=DATE:20270909', 'DTEND;VALUE=DATE:20270909'),
        ...event(
          'UID:2',
          'DTSTART;VALUE=DATE:20271001',
          'DTEND;VALUE=DATE:20271001',
          'RRULE:FREQ=WEEKLY;COUNT=2',
        ),
      ],
      ['2027-09-09', '2027-10-01', '2027-10-08'],
    ],
    [
      'what is free: transparent, cancelled, marked so by Outlook, and a cancelled calendar',
      [
        ...event('UID:1', 'DTSTART:20270601T070000Z', 'DTEND:20270601T080000Z', 'TRANSP:TRANSPARENT'),
        ...event('UID:2', 'DTSTART:20270602T070000Z', 'DTEND:20270602T080000Z', 'STATUS:CANCELLED'),
        ...event(
          'UID:3',
          'DTSTART:20270603T070000Z',
          'DTEND:20270603T080000Z',
          'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
        ),
      ],
      [],
    ],
    [
      'over midnight, over days, and what touches',
      [
        ...event('UID:1', 'DTSTART:20270601T200000Z', 'DTEND:20270602T000000Z'),
        ...event(
          'UID:2',
          'DTSTART;TZID=Europe/Berlin:20270607T140000',
          'DTEND;TZID=Europe/Berlin:20270609T110000',
        ),
        ...event(
          'UID:3',
          'DTSTART;TZID=Europe/Berlin:20270609T110000',
          'DTEND;TZID=Europe/Berlin:20270609T113030',
        ),
      ],
      [
        '2027-06-01 22:00-24:00',
        '2027-06-02 00:00-02:00',
        '2027-06-07 14:00-24:00',
        '2027-06-08',
        '2027-06-09 00:00-11:31',
      ],
    ],
    [
      'FREEBUSY with several periods, and RDATE',
      [
        'BEGIN:VFREEBUSY',
        'FREEBUSY;FBTYPE=BUSY:20270601T070000Z/PT1H,20270601T100000Z/20270601T110000Z',
        'FREEBUSY;FBTYPE=FREE:20270602T070000Z/PT1H',
        'END:VFREEBUSY',
        ...event(
          'UID:1',
          'DTSTART:20270610T070000Z',
          'DTEND:20270610T080000Z',
          'RDATE:20270611T070000Z,20270612T090000Z',
          'RDATE;VALUE=PERIOD:20270613T070000Z/PT2H',
        ),
      ],
      [
        '2027-06-01 09:00-10:00',
        '2027-06-01 12:00-13:00',
        '2027-06-10 09:00-10:00',
        '2027-06-11 09:00-10:00',
        '2027-06-12 11:00-12:00',
        '2027-06-13 09:00-11:00',
      ],
    ],
    [
      'a zone that only the file knows, by its own table',
      [
        'BEGIN:VTIMEZONE',
        'TZID:Customized Time Zone',
        ...[
          'BEGIN:STANDARD',
          'DTSTART:16010101T030000',
          'TZOFFSETFROM:+0200',
          'TZOFFSETTO:+0100',
          'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
          'END:STANDARD',
        ],
        ...[
          'BEGIN:DAYLIGHT',
          'DTSTART:20000101T020000',
          'TZOFFSETFROM:+0100',
          'TZOFFSETTO:+0200',
          'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
          'END:DAYLIGHT',
        ],
        'END:VTIMEZONE',
        ...event(
          'UID:1',
          'DTSTART;TZID=Customized Time Zone:20270115T090000',
          'DTEND;TZID=Customized Time Zone:20270115T100000',
        ),
        ...event(
          'UID:2',
          'DTSTART;TZID=Customized Time Zone:20270715T090000',
          'DTEND;TZID=Customized Time Zone:20270715T100000',
        ),
      ],
      ['2027-01-15 09:00-10:00', '2027-07-15 09:00-10:00'],
    ],
    [
      'times of nobody’s zone, names with a prefix, folded lines and small letters',
      [
        ...event('UID:1', 'DTSTART:20270601T090000', 'DTEND:20270601T100000'),
        ...event(
          'UID:2',
          'dtstart;tzid=/citadel.org/20250101_1/Europe/Ber\r\n lin:20270602T090000',
          'DTEND;TZID=/citadel.org/20250101_1/Europe/Berlin:20270602T100000',
        ),
      ],
      ['2027-06-01 09:00-10:00', '2027-06-02 09:00-10:00'],
    ],
    [
      'the hour that is skipped, and the one that comes twice',
      [
        ...event(
          'UID:1',
          'DTSTART;TZID=Europe/Berlin:20270328T023000',
          'DTEND;TZID=Europe/Berlin:20270328T040000',
        ),
        ...event(
          'UID:2',
          'DTSTART;TZID=Europe/Berlin:20271031T023000',
          'DTEND;TZID=Europe/Berlin:20271031T030000',
        ),
      ],
      ['2027-03-28 03:30-04:00', '2027-10-31 02:30-03:00'],
    ],
  ])('%s', (_what, lines, expected) => expect(busy(...lines)).toEqual(expected));

  it.each<[string, string, RegExp]>([
    ['no calendar', 'hello\n', /no calendar/],
    ['one that is cut', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', /never ended/],
    [
      'an unknown zone',
      calendar(...event('DTSTART;TZID=Mars/Base:20270601T090000', 'DURATION:PT1H')),
      /"Mars\/Base" is unknown/,
    ],
    ['a length that is none', calendar(...event('DTSTART:20270301T090000Z', 'DURATION:1H')), /DURATION "1H"/],
    [
      'a length backwards',
      calendar(...event('DTSTART:20270301T090000Z', 'DURATION:-PT1H')),
      /DURATION "-PT1H"/,
    ],
    ['a date that is none', calendar(...event('DTSTART:20270230T090000Z', 'DURATION:PT1H')), /is no date/],
    [
      'a rule by the minute',
      calendar(...event('DTSTART:20270201T090000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY')),
      /more often than daily/,
    ],
    [
      'a rule that is none',
      calendar(...event('DTSTART:20270201T090000Z', 'DURATION:PT1M', 'RRULE:FREQ=DAILY;BYDAY=XX')),
      /BYDAY=XX/,
    ],
  ])('%s is refused', (_what, text, message) => expect(() => busyIn(text, WINDOW)).toThrow(message));

  it('without end comes to an end: rules that never match, and days since 1970', () => {
    expect(
      busy(...event('UID:1', 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')),
    ).toEqual([]);
    expect(busy(...event('UID:1', 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY')).join()).toBe(
      '2027-01-01..2027-12-31',
    );
  });
});

it('of too many endless rules is refused', () => {
  const one = event('UID:1', 'DTSTART;VALUE=DATE:17000101', 'RRULE:FREQ=DAILY').join('\r\n');
  expect(() => busyIn(calendar(...Array.from({ length: 200 }, () => one)), WINDOW)).toThrow(/too many/);
});

/** Days of 2027 by us. */
function ours(start: string, rule: string): string[] {
  const text = calendar(
    ...event('UID:1', `DTSTART:${start}T100000Z`, `DTEND:${start}T101000Z`, `RRULE:${rule}`),
  );
  return busyIn(text, { zone: 'UTC', first: toDay('2027-01-01')!, last: toDay('2027-12-31')! }).map(
    ({ from }) => isoDate(Math.floor(from / 86_400)),
  );
}

function byNodeIcal(start: string, rule: string): string[] {
  const parsed = nodeIcal.sync.parseICS(
    calendar(...event('UID:1', `DTSTART:${start}T100000Z`, `DTEND:${start}T101000Z`, `RRULE:${rule}`)),
  );
  const found = Object.values(parsed).find((one) => one?.type === 'VEVENT') as {
    rrule: { between(a: Date, b: Date, inc: boolean): Date[] };
  };
  return found.rrule
    .between(new Date('2027-01-01T00:00:00Z'), new Date('2027-12-31T23:59:59Z'), true)
    .map((date) => date.toISOString().slice(0, 10));
}

function byIcalJs(start: string, rule: string): string[] {
  const root = new ICAL.Component(
    ICAL.parse(
      calendar(...event('UID:1', `DTSTART:${start}T100000Z`, `DTEND:${start}T101000Z`, `RRULE:${rule}`)),
    ),
  );
  const iterator = new ICAL.Event(root.getFirstSubcomponent('vevent')!).iterator();
  const days: string[] = [];
  for (let i = 0, next = iterator.next(); next && i < 3_000; i++, next = iterator.next()) {
    const day = next.toString().slice(0, 10);
    if (day > '2027-12-31') break;
    if (day >= '2027-01-01') days.push(day);
  }
  return days;
}

const dayNames = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
  minLength: 1,
  maxLength: 3,
});
const ruleTexts = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 5 })).map(([n]) => `FREQ=DAILY;INTERVAL=${n}`),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), dayNames)
    .map(([n, days]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days.join(',')}`),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 15, 29, 31, -1, -3))
    .map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${day}`),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), dayNames)
    .map(([n, [day]]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  fc
    .tuple(dayNames, fc.constantFrom(1, 2, -1))
    .map(([days, at]) => `FREQ=MONTHLY;BYDAY=${days.join(',')};BYSETPOS=${at}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, -1), dayNames)
    .map(([month, n, [day]]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${n}${day}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`),
);

it('rules give the days that rrule.js (by node-ical) and ical.js give', () => {
  const limits = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 40 }).map((n) => `;COUNT=${n}`),
    fc.constant(';UNTIL=20270915T100000Z'),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), ruleTexts, limits, (offset, rule, limit) => {
      // From the first day of the rule on, for how a start that is none of its days counts is nobody's standard.
      const base = toDay('2026-01-05')! + offset;
      const first = ruleStart(base, rule);
      const start = isoDate(first).replaceAll('-', '');
      const expected = ours(start, rule + limit);
      expect(byNodeIcal(start, rule + limit)).toEqual(expected);
      expect(byIcalJs(start, rule + limit)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

/** The first day of a rule on or after a day. */
function ruleStart(day: number, rule: string): number {
  const text = calendar(
    ...event(
      'UID:1',
      `DTSTART:${isoDate(day).replaceAll('-', '')}T100000Z`,
      'DURATION:PT10M',
      `RRULE:${rule}`,
    ),
  );
  return Math.floor(busyIn(text, { zone: 'UTC', first: day, last: day + 800 })[0]!.from / 86_400);
}
