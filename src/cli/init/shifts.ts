/**
 * Shifts as people type them:
 *
 *     early daily 05:00-13:00, late 13:00-21:00 60%, night 21:00-05:00
 *     split mon-fri 06:00-09:30 + 14:30-18:30           two stretches a day
 *     mon, tue, thu 08:00-18:00; wed, fri 08:00-14:00      one shift: other days, other hours
 *     mon-fri 09:00-17:00 + every other sat 10:00-14:00
 *     early 06:00-14:00 / late 14:00-22:00              crews that change places every week
 *     mon-sat 08:00-20:00 in two shifts
 */
import { inShifts } from './in-shifts.ts';
import { giveIds, itemsOf } from './items.ts';
import { dayNumbers, joinDays, minuteOf, STRETCH, stretchOf } from './times.ts';

export interface Time {
  readonly days: string | readonly string[];
  readonly hours: string;
  /** Worked every so many weeks, from the n-th week of the year (0 is the first). */
  readonly weeks?: { readonly every: number; readonly first: number };
}

export interface Shift {
  readonly id: string;
  readonly times: readonly Time[];
  /** Per cent of the department's heads; undefined: an even part of what the others leave. */
  readonly share: number | undefined;
}

const JOINT = new RegExp(`\\s*\\+\\s*|\\s+and\\s+${STRETCH}`, 'i');

/** @throws Error that says what to write */
export function shiftsOf(text: string): Shift[] {
  const id = giveIds('shift');
  let days: Time['days'] = 'mon-fri';
  const items = withOtherDays(inShifts(itemsOf(joinDays(text))));
  if (items.length === 0) throw new Error('no hours are written: such as mon-fri 09:00-17:00');
  return items.flatMap((item) => {
    const share = shareOf(item);
    const crews = item
      .replace(/\(?\d+(?:\.\d+)? ?%\)?/, '')
      .split('/')
      .map((part) => {
        const times: Time[] = [];
        let name = '';
        for (const stretch of part.split(JOINT)) {
          const read = stretchOf(stretch);
          if (!read)
            throw new Error(
              `“${part.trim()}” has no hours: write from and to, such as early mon-fri 06:00-14:00`,
            );
          if (stretchOf(read.rest))
            throw new Error(
              `“${part.trim()}” has hours twice: a comma parts two shifts, a + two stretches of one`,
            );
          days = read.days ?? days;
          name ||= read.rest;
          times.push({ days, hours: read.hours, ...(read.everyOther && { weeks: { every: 2, first: 0 } }) });
        }
        return { name: name || nameOf(times, items.length), times };
      });
    return inTurn(crews).map(({ name, times }) => ({
      id: id(name),
      times,
      share: share === undefined ? undefined : share / crews.length,
    }));
  });
}

/**
 * Hours without a name, on days that the ones before have not, are the same people's: `mon-thu 8-18, fri 8-14`. The same
 * hours on other days are other people's, who would have written `mon-fri`.
 */
function withOtherDays(items: readonly string[]): string[] {
  const shifts: string[] = [];
  for (const item of items) {
    const before = shifts.at(-1);
    if (before !== undefined && isMoreOf(before, item)) shifts[shifts.length - 1] = `${before} + ${item}`;
    else shifts.push(item);
  }
  return shifts;
}

function isMoreOf(before: string, item: string): boolean {
  if (/[%/+]/.test(item) || /[%/]/.test(before)) return false;
  const more = stretchOf(item);
  const all = before.split('+').map(stretchOf);
  if (!more?.days || more.rest !== '' || more.everyOther) return false;
  const taken = new Set<number>();
  for (const one of all) {
    if (!one?.days || one.hours === more.hours) return false;
    for (const day of dayNumbers(one.days)) taken.add(day);
  }
  return dayNumbers(more.days).every((day) => !taken.has(day));
}

/** No early shift lasts longer. */
const LONG = 9 * 60;

interface Crew {
  readonly name: string;
  readonly times: readonly Time[];
}

/** Crews that change places: the first begins with the first hours, the second with the second, and so on round. */
function inTurn(hours: readonly Crew[]): readonly Crew[] {
  const every = hours.length;
  if (every === 1) return hours;
  if (hours.some(({ times }) => times.some(({ weeks }) => weeks)))
    throw new Error('“every other” and “/” (in turn) cannot both be meant: write one of them');
  return hours.map((_, crew) => ({
    name: `crew-${'abcdefghijklmnopqrstuvwxyz'[crew]}`,
    times: hours.flatMap(({ times }, turn) =>
      times.map((time) => ({ ...time, weeks: { every, first: (turn - crew + every) % every } })),
    ),
  }));
}

function shareOf(item: string): number | undefined {
  const match = /(\d+(?:\.\d+)?) ?%/.exec(item);
  if (!match) return undefined;
  const share = Number(match[1]);
  if (!(share > 0 && share <= 100)) throw new Error(`“${item}”: a share is more than 0% and at most 100%`);
  return share;
}

/** By the hour at which it begins; the only one is `day`. */
function nameOf([first]: readonly Time[], shifts: number): string {
  if (shifts === 1) return 'day';
  const [from, to] = [minuteOf(first!.hours), minuteOf(first!.hours.slice(6))];
  if (to <= from) return 'night';
  if (to - from > LONG) return 'day';
  return from < 9 * 60 ? 'early' : from < 12 * 60 ? 'day' : 'late';
}
