/** Sessions in words: when, who, how long; in the programme's locale, as every other page says them. */
import { type Day, endClock, isoDate, isoWeek, clock as timeOf, toDay } from '../calendar/date.ts';
import { type Say, sayIn } from '../calendar/say.ts';
import * as words from '../wording/words.ts';
import type { Year } from './data.ts';

export const { listWords, sentence, someWords } = words;

const says = new Map<string, Say>();

/** How the programme's locale says days. */
export function say({ data: { programme } }: Year): Say {
  const known = says.get(programme.locale) ?? sayIn(programme.locale);
  says.set(programme.locale, known);
  return known;
}

/** `72.8`, `1,090` */
export function decimal(year: Year, value: number): string {
  return words.decimal(say(year), value);
}

/** `1 session`, `1,532 sessions` */
export function counted(year: Year, value: number, one: string, many?: string): string {
  return words.counted(say(year), value, one, many);
}

/** `1 person`, `1,090 people` */
export function peopleWords(year: Year, value: number): string {
  return words.peopleWords(say(year), value);
}

/** `11 January 2027` of `2027-01-11` */
export function dateWords(year: Year, date: string): string {
  const day = toDay(date);
  return day === undefined ? date : say(year).date(day);
}

/** `10:00–11:30` */
export function timesWords({ start, minutes }: Year, session: number): string {
  const from = start[session]!;
  return `${timeOf(from)}–${endClock(from + minutes[session]!)}`;
}

/** The clock it is meant on, where that is not the programme's: ` (Europe/Dublin)`. */
export function zoneWords({ data, zone }: Year, session: number): string {
  const name = data.zones[zone[session]!];
  return name === data.programme.zone ? '' : ` (${name})`;
}

/** `Tue 2 Mar, 10:00–11:30` */
export function whenWords(year: Year, session: number): string {
  return `${say(year).day(year.day[session]!)}, ${timesWords(year, session)}${zoneWords(year, session)}`;
}

/** `Credit controllers, group 1 (4)`, of the groups that are meant; with names where they are known. */
export function whoWords(year: Year, session: number, groups: Uint8Array, most = 3): string {
  const { from, group, first, last, data } = year;
  const parts: string[] = [];
  for (let k = from[session]!; k < from[session + 1]!; k++) {
    const g = group[k]!;
    if (groups[g] !== 1) continue;
    parts.push(`${data.groups.name[g]} (${seatWords(year, g, first[k]!, last[k]!)})`);
  }
  return words.someWords(parts, most);
}

/** Names where they are known; else how many of the group. */
function seatWords({ data: { groups } }: Year, group: number, first: number, last: number): string {
  const names = groups.people?.[group];
  if (names)
    return words.someWords(
      names.slice(first - 1, last).map((name, i) => name ?? `number ${first + i}`),
      40,
    );
  const [heads, seats] = [groups.heads[group]!, last - first + 1];
  if (seats >= heads) return String(seats);
  return `number ${first === last ? first : `${first}–${last}`} of ${heads}`;
}

/** `45 min`, `1 h 30 min` */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function hoursWords(year: Year, minutes: number): string {
  return `${decimal(year, minutes / 60)} h`;
}

export function percentWords(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${Math.floor(share * 100 + 1e-9)}%`;
}

/** Monday of a week of the programme. */
export function mondayAt({ data }: Year, week: number): Day {
  return data.year.monday + 7 * week;
}

/** `W09` of a Monday. */
export function weekNumber(monday: Day): number {
  return isoWeek(monday).week;
}

/** `2027-03` of a day. */
export function monthOf(day: Day): string {
  return isoDate(day).slice(0, 7);
}

/** Today in the programme; its first day before, its last day after. */
export function today({ data: { programme } }: Year, now = Date.now()): Day {
  return Math.min(programme.ends, Math.max(programme.starts, Math.floor(now / 86_400_000)));
}
