/**
 * Where `date-holidays` 3.37.0 is wrong, with the reason and the source of each. Reviewed in November 2026; a test
 * tells when the library has caught up with one, which then goes. What a workspace writes wins over these, too.
 */
import { MINUTES_A_DAY, type Span } from './date.ts';

/** On what a correction stands. */
export type Basis =
  /** The law or the gazette is named. */
  | 'law'
  /** Two or more independent lists agree; look the law up before much depends on it. */
  | 'lists'
  /** It depends on the moon, or is proclaimed year by year. */
  | 'estimate';

export interface Correction {
  /** `KR`, and everything below it; `AU-SA` is that part alone. */
  readonly region: string;
  /** The library's rule that is wrong: not kept, or with `lasts` kept at other times. */
  readonly rule?: string;
  /** From and until when it is kept, in minutes after the midnight that begins the library's date. */
  readonly lasts?: readonly [number, number];
  /** Dates of the library that are wrong, and the right ones: the whole day goes there. */
  readonly moves?: readonly (readonly [from: string, to: string])[];
  /** Days that it lacks: `2027-05-03`, or `12-25` for every year (from `since` on). */
  readonly days?: readonly string[];
  readonly since?: number;
  readonly name?: string;
  /** The hours of the days that it lacks; all day by default. */
  readonly hours?: Span;
  readonly why: string;
  readonly source: string;
  readonly basis: Basis;
}

const DAY = MINUTES_A_DAY;
const LISTS = 'independent lists of the country’s holidays agree (November 2026)';
const DEBIAN = 'workalendar 17.0.0 and holidays 0.10.1 for Python agree';
const SIGHTING = 'The moon is sighted a day later than the library’s tables say.';

export const CORRECTIONS: readonly Correction[] = [
  {
    region: 'AE',
    rule: '1 Ramadan',
    why: 'The first day of Ramadan is a working day with shorter hours.',
    source: LISTS,
    basis: 'lists',
  },
  {
    region: 'AU-SA',
    days: ['12-25'],
    name: 'Christmas Day',
    why: 'Christmas Day is kept on its date, whatever the weekday; the Monday or Tuesday after is kept besides.',
    source: 'Public Holidays Act 2023 (South Australia)',
    basis: 'law',
  },
  {
    region: 'AU-NT',
    days: ['12-25'],
    name: 'Christmas Day',
    why: 'Christmas Day is kept on its date, whatever the weekday; the Monday or Tuesday after is kept besides.',
    source: DEBIAN,
    basis: 'lists',
  },
  {
    region: 'BG',
    days: ['12-26'],
    name: 'Second Christmas Day',
    why: 'Christmas is two days, 25 and 26 December.',
    source: `Labour Code of Bulgaria, article 154 (1); ${DEBIAN}`,
    basis: 'law',
  },
  {
    region: 'BG',
    days: [
      ...['2026-05-25', '2026-09-07', '2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03', '2028-05-08'],
      ...['2029-03-05', '2029-05-07', '2029-09-24'],
    ],
    name: 'Day in lieu',
    why: 'A holiday on a Saturday or Sunday gives the next working day off, Easter apart.',
    source: 'Labour Code of Bulgaria, article 154 (2); workalendar 17.0.0 for Python',
    basis: 'law',
  },
  {
    region: 'CN',
    days: ['2027-02-08', '2027-02-09', '2027-02-10', '2028-01-28', '2029-02-15'],
    name: 'Spring Festival',
    why: 'The festival is four days from the eve on, and a Saturday or Sunday among them is given back.',
    source: `Regulation on public holidays, as revised from 1 January 2025; ${LISTS}`,
    basis: 'lists',
  },
  {
    region: 'CN',
    days: ['2028-05-02', '2029-05-02'],
    name: 'Labour Day',
    why: 'Labour Day is two days, 1 and 2 May.',
    source: `Regulation on public holidays, as revised from 1 January 2025; ${LISTS}`,
    basis: 'law',
  },
  {
    region: 'CN',
    days: ['2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05', '2028-01-03', '2028-05-29', '2028-10-04'],
    name: 'Day in lieu',
    why: 'A holiday on a Saturday or Sunday is given back on a working day; which one is announced each year.',
    source: 'Regulation on public holidays, as revised from 1 January 2025',
    basis: 'estimate',
  },
  ...['03-08 12:00', '05-04 12:00', '06-01', '08-01 12:00'].map(
    (rule): Correction => ({
      region: 'CN',
      rule,
      why: 'It is a holiday of some only: women, young people, children, soldiers.',
      source:
        'Regulation on public holidays, as revised from 1 January 2025: holidays of part of the citizens',
      basis: 'law',
    }),
  ),
  {
    region: 'CY',
    rule: 'orthodox -47',
    lasts: [-DAY, 0],
    why: 'Green Monday is a Monday, 48 days before the Orthodox Easter; the library has the Tuesday.',
    source: LISTS,
    basis: 'lists',
  },
  {
    region: 'CY',
    days: ['2026-06-01', '2027-06-21', '2028-06-05', '2029-05-28'],
    name: 'Whit Monday',
    why: 'Whit Monday, 50 days after the Orthodox Easter, is kept.',
    source: LISTS,
    basis: 'lists',
  },
  {
    region: 'ID',
    moves: [
      ['2027-03-09', '2027-03-11'],
      ['2027-05-16', '2027-05-17'],
    ],
    why: SIGHTING,
    source: LISTS,
    basis: 'estimate',
  },
  {
    region: 'KR',
    rule: 'korean 01-0-01 P3D',
    lasts: [-DAY, 2 * DAY],
    why: 'The new year is its eve, the day and the day after; the library has the day and two after.',
    source: 'Act on public holidays; list of the official gazette for 2027',
    basis: 'law',
  },
  {
    region: 'KR',
    days: ['05-01'],
    since: 2026,
    name: '노동절',
    why: 'Labour Day has become a public holiday.',
    source: 'Act on public holidays, as revised; list of the official gazette for 2027',
    basis: 'law',
  },
  {
    region: 'KR',
    days: ['2027-05-03'],
    name: '노동절 (대체공휴일)',
    why: 'Labour Day of 2027 is a Saturday and is given back on the Monday.',
    source: 'List of the official gazette for 2027',
    basis: 'law',
  },
  {
    region: 'MA',
    moves: [
      ['2027-03-09', '2027-03-10'],
      ['2027-05-16', '2027-05-17'],
    ],
    why: SIGHTING,
    source: LISTS,
    basis: 'estimate',
  },
  {
    region: 'MY',
    moves: [
      ['2027-03-09', '2027-03-11'],
      ['2027-05-16', '2027-05-17'],
    ],
    why: SIGHTING,
    source: LISTS,
    basis: 'estimate',
  },
  ...['05-27', '11-01 since 2020'].map(
    (rule): Correction => ({
      region: 'NG',
      rule,
      why: 'Children’s Day and Youth Day are observed, and worked.',
      source: `Public Holidays Act, schedule; ${LISTS}`,
      basis: 'lists',
    }),
  ),
  {
    region: 'PH',
    days: ['08-21', '11-01', '12-08', '12-31'],
    name: 'Special non-working day',
    why: 'Special non-working days are days off by law; the library counts them as optional.',
    source: 'Republic Acts 9492, 9256 and 10966',
    basis: 'law',
  },
  {
    region: 'PH',
    days: ['12-24'],
    name: 'Christmas Eve',
    why: 'It is proclaimed a special non-working day year by year; the library counts it as optional.',
    source: `Yearly proclamations; ${LISTS}`,
    basis: 'estimate',
  },
  {
    region: 'SG',
    moves: [
      ['2027-03-09', '2027-03-10'],
      ['2027-05-16', '2027-05-17'],
    ],
    why: SIGHTING,
    source: `workalendar 17.0.0 for Python; ${LISTS}`,
    basis: 'estimate',
  },
  {
    region: 'SG',
    days: ['2027-05-20', '2028-05-09', '2029-05-27', '2029-05-28'],
    name: 'Vesak Day',
    why: 'The library’s list of Vesak Days ends in 2026; in 2029 it is a Sunday and given back on the Monday.',
    source: `workalendar 17.0.0 for Python; ${LISTS}`,
    basis: 'lists',
  },
  {
    region: 'SG',
    days: ['2029-02-15'],
    name: 'Hari Raya Puasa',
    why: 'It falls on the second day of the Chinese new year by the library’s tables, a day later by the lists.',
    source: 'workalendar 17.0.0 for Python',
    basis: 'estimate',
  },
  {
    region: 'SK',
    days: ['05-08'],
    since: 2027,
    name: 'Deň víťazstva nad fašizmom',
    why: 'The day was worked in 2026 only.',
    source: `Act 241/1993, as revised for 2026; what holds after that is to be looked up; ${DEBIAN}`,
    basis: 'lists',
  },
  {
    region: 'SK',
    days: ['09-15'],
    since: 2027,
    name: 'Sviatok Panny Márie Sedembolestnej',
    why: 'The day was worked in 2026 only.',
    source: `Act 241/1993, as revised for 2026; what holds after that is to be looked up; ${DEBIAN}`,
    basis: 'lists',
  },
  {
    region: 'TH',
    days: ['2026-12-07', '2027-10-25', '2027-12-06', '2028-01-03', '2028-08-14', '2028-12-11', '2029-08-13'],
    name: 'Day in lieu',
    why: 'A holiday on a Saturday or Sunday gives the next working day off.',
    source: LISTS,
    basis: 'lists',
  },
  {
    region: 'TR',
    rule: '1 Shawwal PT90H',
    lasts: [-11 * 60, 3 * DAY],
    why: 'The feast begins at 13:00 on its eve and lasts three days more.',
    source: 'Act 2429 on national and public holidays',
    basis: 'law',
  },
  {
    region: 'TR',
    rule: '10 Dhu al-Hijjah PT114H',
    lasts: [-11 * 60, 4 * DAY],
    why: 'The feast begins at 13:00 on its eve and lasts four days more.',
    source: 'Act 2429 on national and public holidays',
    basis: 'law',
  },
  {
    region: 'TR',
    days: ['10-28'],
    hours: { start: 13 * 60, end: DAY },
    name: 'Cumhuriyet Bayramı',
    why: 'Republic Day begins at 13:00 on 28 October.',
    source: 'Act 2429 on national and public holidays',
    basis: 'law',
  },
  {
    region: 'TW',
    days: ['2027-04-06'],
    name: 'Day in lieu',
    why: 'Children’s Day is a Sunday, and the Monday is Tomb Sweeping Day.',
    source: LISTS,
    basis: 'lists',
  },
  {
    region: 'US',
    days: ['2028-11-10', '2029-11-12'],
    name: 'Veterans Day (substitute day)',
    why: 'The library counts this substitute day alone as a bank holiday, the other ten as public.',
    source: '5 U.S.C. 6103',
    basis: 'law',
  },
];
