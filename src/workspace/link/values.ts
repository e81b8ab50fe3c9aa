/** Reads the small notations of the language (dates, times, days, hours, shares); the shape check has seen them before. */
import {
  type Day,
  type DayMask,
  EVERY_DAY,
  isoDate,
  type Minute,
  type Span,
  toDay,
} from '../../calendar/date.ts';
import type { Season } from '../../calendar/season.ts';
import type { AwayLimit, Share, ValidFor } from '../../model/model.ts';

/** The shape that shift times, meetings, ranges and facilitators share. */
interface WrittenSeason {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly weeks?: { readonly every: number; readonly from: string } | undefined;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `2027-03-02` → Day; NaN for a date that does not exist (reported by `checkDates`). */
export function day(text: string): Day {
  return toDay(text) ?? Number.NaN;
}

/** As {@link day}; undefined stays undefined. */
export function optionalDay(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : day(text);
}

/** `09:30` → 570 */
export function minute(text: string): Minute {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** `09:00-17:30` → span; one that ends at or before its start runs past midnight (equal ends: no length). */
export function span(text: string): Span {
  const [from = '', to = ''] = text.split('-');
  const start = minute(from.trim());
  const end = minute(to.trim());
  return { start, end: end < start ? end + 1440 : end };
}

/** `mon-fri`, `sat`, `daily` or a list of these; `fri-mon` runs over the week's end. */
export function dayMask(written: string | readonly string[]): DayMask {
  return asList(written).reduce((mask, part) => mask | maskOf(part), 0);
}

function maskOf(text: string): DayMask {
  if (text === 'daily') return EVERY_DAY;
  const [from = '', to = from] = text.split('-').map((part) => part.trim());
  let index = WEEKDAYS.indexOf(from);
  const last = WEEKDAYS.indexOf(to);
  if (index < 0 || last < 0) return 0;
  let mask = 1 << index;
  while (index !== last) {
    index = (index + 1) % 7;
    mask |= 1 << index;
  }
  return mask;
}

/** `mon-fri`, `tue`, `mon, wed, fri` */
export function daysText(mask: DayMask): string {
  if (mask === EVERY_DAY) return 'daily';
  const days = WEEKDAYS.filter((_, i) => mask & (1 << i));
  const first = days[0];
  const run = WEEKDAYS.indexOf(days.at(-1) ?? '') - WEEKDAYS.indexOf(first ?? '') + 1 === days.length;
  return run && days.length > 2 ? `${first}-${days.at(-1)}` : days.join(', ');
}

/** `from`, `to` and `weeks` of anything that is regular. */
export function season({ from, to, weeks }: WrittenSeason): Season {
  return {
    ...(from !== undefined && { from: day(from) }),
    ...(to !== undefined && { to: day(to) }),
    ...(weeks && { weeks: { every: weeks.every, from: day(weeks.from) } }),
  };
}

/** ` every 2 weeks (as in that of 2027-01-04), from 2027-06-01, to 2027-08-31`; nothing where it always holds. */
export function seasonText({ from, to, weeks }: Season): string {
  const parts = [
    weeks && weeks.every > 1 ? ` every ${weeks.every} weeks (as in that of ${isoDate(weeks.from)})` : '',
    from === undefined ? '' : ` from ${isoDate(from)}`,
    to === undefined ? '' : ` to ${isoDate(to)}`,
  ];
  return parts.join('');
}

/** `15%` → 0.15 */
export function share(text: string): Share {
  return Number(text.replace('%', '').trim()) / 100;
}

/** `15%`, `2 people`, `1 person` */
export function awayLimit(text: string): AwayLimit {
  const people = /^(\d+) (?:people|person)$/.exec(text.trim())?.[1];
  return people === undefined ? { share: share(text) } : { people: Number(people) };
}

/** A value that may be written alone or as a list. */
export function asList<T>(written: T | readonly T[] | undefined): readonly T[] {
  if (written === undefined) return [];
  return Array.isArray(written) ? written : [written as T];
}

/** `credit-controller` → `Credit controller` */
export function nameOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `languages`, where it is written. */
export function languages(written: { readonly languages?: string | readonly string[] | undefined }): {
  readonly languages?: readonly string[];
} {
  return written.languages === undefined ? {} : { languages: asList(written.languages) };
}

/** `12 months`, `2 years`, `90 days`, `calendar-year` */
export function validFor(text: string): ValidFor {
  const [, count, unit = ''] = /^(\d+) (day|week|month|year)s?$/.exec(text) ?? [];
  if (count === undefined) return { kind: text as 'calendar-year' | 'fiscal-year' };
  const kind = unit === 'day' || unit === 'week' ? 'days' : 'months';
  return { kind, count: Number(count) * (unit === 'week' ? 7 : unit === 'year' ? 12 : 1) };
}
