/**
 * Dates as other systems write them. Exact patterns only, each with one meaning, but for day and month as two numbers
 * between slashes or hyphens: what that is, only a whole column can tell (`date-order.ts`).
 */
import { type Day, dayOf, isoDate, toDay } from '../../calendar/date.ts';
import { monthNamed } from './months.ts';

export type DateOrder = 'day-first' | 'month-first';

/** A day, or two numbers of which one is the month; with the clock beside it, where there is one. */
export interface WrittenDate {
  /** Undefined where the order decides. */
  readonly day: Day | undefined;
  /** Day when the first number is the day's, and when it is the month's; undefined where there is no such day. */
  readonly dayFirst: Day | undefined;
  readonly monthFirst: Day | undefined;
  /** Seconds since midnight. */
  readonly clock: number | undefined;
  /** Minutes east of UTC, where an offset is written (`Z` is 0). */
  readonly offset: number | undefined;
}

/** How systems that must write a last day write that there is none. */
const NO_END =
  /^(?:-+|n\/?a|none|null|nil|open(?: ended)?|current|present|ongoing|permanent|unbefristet|offen|laufend|indefini(?:do|e)?|onbepaald|0|(?:0{1,2}[./-]){2}0{2,4}|0{4}-0{2}-0{2})$/i;

/** From here on a last day is none: 2099-12-31, 2199-12-31, 9999-12-31 are all in use. */
const BEYOND = dayOf(2099, 1, 1);

/** Whether a text says that there is no such day. */
export function isNoEnd(text: string): boolean {
  if (NO_END.test(text.trim())) return true;
  if (/(?:^|\D)9999(?:\D|$)/.test(text)) return true;
  const date = readDate(text);
  const day = date && (date.day ?? date.dayFirst ?? date.monthFirst);
  return day !== undefined && day >= BEYOND;
}

/** Blanks that programs put into times: no-break, narrow no-break, thin. */
const BLANKS = /[\s\u00a0\u202f\u2009]+/g;

/** Most texts have none but single ones. */
function blanksAsOne(text: string): string {
  return /[\u00a0\u202f\u2009\t\n]| {2}|^ | $/.test(text) ? text.replace(BLANKS, ' ').trim() : text;
}

const CLOCK =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.? ?m\.?)?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?(?: uhr)?$/i;

/** `10:00`, `9:05:30 PM`, `14:30:00+02:00` → seconds since midnight, and the offset where there is one. */
export function readClock(text: string): { seconds: number; offset: number | undefined } | undefined {
  const match = CLOCK.exec(blanksAsOne(text));
  if (!match) return undefined;
  const [, hours, minutes, seconds = '0', half, zone] = match;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return undefined;
  return {
    seconds: hour * 3600 + minute * 60 + second,
    offset: zone === undefined ? undefined : offsetOf(zone),
  };
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** Reads a date, with or without a clock; undefined for what is none, be it a date that does not exist. */
export function readDate(text: string): WrittenDate | undefined {
  const words = blanksAsOne(text);
  if (words.length < 5 || words.length > 60) return undefined;
  const usual = USUAL.exec(words);
  if (usual) return usualDate(usual);
  const at = endOfDate(words);
  const rest = words.slice(at).replace(/^ ?(?:T|at|um|à|a las|om)? ?/i, '');
  const clock = rest === '' ? undefined : readClock(rest);
  if (rest !== '' && !clock) return undefined;
  const date = rememberedDay(words.slice(0, at).replace(/,$/, '').trim());
  return date && (clock ? withClock(date, clock.seconds, clock.offset) : date);
}

/** The same days stand in many rows; so many are remembered. */
const MOST_REMEMBERED = 4_096;
const remembered = new Map<string, WrittenDate | undefined>();

function rememberedDay(words: string): WrittenDate | undefined {
  if (remembered.has(words)) return remembered.get(words);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const days = readDay(words);
  remembered.set(words, days);
  return days;
}

/** What nearly all files write, in a form that is seen at once: `03/02/2027 09:55:00 AM`, `2027-03-02`. */
const USUAL =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:(?:,? |T)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?: ([AP])M)?)?$/;

function usualDate([, day, written, minutes, seconds = '0', half]: RegExpExecArray): WrittenDate | undefined {
  const days = rememberedDay(day!);
  if (written === undefined) return days;
  let hours = Number(written);
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'P' ? 12 : 0);
  }
  if (!days) return undefined;
  return withClock(days, hours * 3600 + Number(minutes) * 60 + Number(seconds), undefined);
}

function withClock(
  { day, dayFirst, monthFirst }: WrittenDate,
  clock: number,
  offset: number | undefined,
): WrittenDate {
  return { day, dayFirst, monthFirst, clock, offset };
}

/** Where the clock begins: before the first `d:dd`, or after a `T`. */
function endOfDate(words: string): number {
  const clock = /(?:(?<=\d)T|(?:^| )(?:at |um |à |a las |om )?(?=\d{1,2}:\d{2}))/i.exec(words);
  return clock ? clock.index : words.length;
}

function readDay(words: string): WrittenDate | undefined {
  return isoDay(words) ?? numbers(words) ?? named(words) ?? serial(words);
}

function eitherWay(dayFirst: Day | undefined, monthFirst: Day | undefined): WrittenDate {
  const day = dayFirst === monthFirst ? dayFirst : undefined;
  return { day, dayFirst, monthFirst, clock: undefined, offset: undefined };
}

function exactly(day: Day | undefined): WrittenDate | undefined {
  return day === undefined ? undefined : eitherWay(day, day);
}

/** `2027-03-02`, `2027/3/2`, `2027.03.02`, `20270302`, `2027-W09-2` */
function isoDay(words: string): WrittenDate | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(words) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(words);
  if (match) return exactly(dayIn(match[1]!, match[3]!, match[4]!));
  const week = /^(\d{4})-?W(\d{2})-?([1-7])$/i.exec(words);
  return week ? exactly(weekDay(Number(week[1]), Number(week[2]), Number(week[3]))) : undefined;
}

/** A day of an ISO week that exists: most years have no week 53. */
function weekDay(year: number, week: number, weekday: number): Day | undefined {
  const fourth = dayOf(year, 1, 4);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7);
  const day = monday + (week - 1) * 7 + weekday - 1;
  const next = dayOf(year + 1, 1, 4);
  const end = next - ((((next + 3) % 7) + 7) % 7);
  return week >= 1 && day < end ? day : undefined;
}

/** `02.03.2027` (dots: day first, everywhere), `2/3/2027`, `2-3-27` */
function numbers(words: string): WrittenDate | undefined {
  const match = /^(?:\p{L}{2,10}[.,]{0,2} )?(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/u.exec(words);
  if (!match) return undefined;
  const [, one, sign, other, written] = match;
  const year = fullYear(written!);
  const dayFirst = dayIn(year, other!, one!);
  if (sign === '.') return exactly(dayFirst);
  const monthFirst = dayIn(year, one!, other!);
  if (dayFirst === undefined && monthFirst === undefined) return undefined;
  return eitherWay(dayFirst, monthFirst);
}

/** `2 March 2027`, `02-Mar-27`, `Mar 2, 2027`, `Di, 2. März 2027` */
function named(words: string): WrittenDate | undefined {
  const bare = words.replace(/^\p{L}{2,10}[.,]{1,2} (?=\p{L}|\d)/u, '');
  const dayFirst =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[ -]?(?:de |of )?(\p{L}{3,10})\.?,?[ -](?:de |del )?(\d{4}|\d{2})$/iu.exec(
      bare,
    );
  const [date, month, year] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3]] : monthThenDay(bare);
  const number = month === undefined ? undefined : monthNamed(month);
  if (number === undefined || date === undefined || year === undefined) return undefined;
  return exactly(dayIn(fullYear(year), String(number), date));
}

function monthThenDay(words: string): (string | undefined)[] {
  const match = /^(\p{L}{3,10})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})$/iu.exec(words);
  return match ? [match[2], match[1], match[3]] : [];
}

/** 43862 → 2020-02-01: days as spreadsheets count them, from 1954 to 2119; a part of a day is its clock, and left. */
function serial(words: string): WrittenDate | undefined {
  const match = /^(\d{5})(?:[.,]\d+)?$/.exec(words);
  const days = Number(match?.[1]);
  return match && days >= 20_000 && days <= 80_000 ? exactly(dayOf(1899, 12, 30) + days) : undefined;
}

function fullYear(written: string): string {
  if (written.length === 4) return written;
  return `${Number(written) < 70 ? '20' : '19'}${written}`;
}

function dayIn(year: string, month: string, date: string): Day | undefined {
  return toDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** The day in an order; undefined where there is none in it. */
export function dayBy(
  { day, dayFirst, monthFirst }: WrittenDate,
  order: DateOrder | undefined,
): Day | undefined {
  return day ?? (order === 'day-first' ? dayFirst : order === 'month-first' ? monthFirst : undefined);
}

/** `2027-04-03 (day first) or 2027-03-04 (month first)` */
export function bothReadings({ dayFirst, monthFirst }: WrittenDate): string {
  const texts = [
    dayFirst === undefined ? undefined : `${isoDate(dayFirst)} (day first)`,
    monthFirst === undefined ? undefined : `${isoDate(monthFirst)} (month first)`,
  ];
  return texts.filter((text) => text !== undefined).join(' or ');
}
