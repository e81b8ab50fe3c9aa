/**
 * Sessions of a month that differ in nothing but their dates are one row with all of them: a huddle of each fortnight, twelve
 * one-to-ones of one group. Every date is still told; a page becomes a third shorter, and a move still changes one line.
 */
import { toDay, weekday } from '../../calendar/date.ts';
import { index } from '../../coverage/context.ts';
import type { Context } from '../context.ts';
import { clockWords, type Slot, slotsWords } from '../slots.ts';
import type { CellValue, Row } from '../types.ts';
import { dayWords, listWords, minutesWords, weekdayShort, weekdaysWords } from '../words.ts';

/** A session's time on the clock of its page, its length in minutes, and what else is said of it. */
export interface Told {
  readonly slot: Slot;
  readonly minutes: number;
  readonly cells: readonly CellValue[];
}

/** A row for each series, `when` first, in the order of the first dates; `told` is in order of time. */
export function seriesRows(context: Context, told: readonly Told[]): Row[] {
  return [...index(told, keyOf).values()].map((some) => [seriesWords(context, some), ...some[0]!.cells]);
}

/** What lasts past midnight, which no list of dates says well, stays alone. */
function keyOf({ slot, minutes, cells }: Told): string {
  const alone = slot.endDate === slot.date ? '' : `${slot.date} ${slot.start}`;
  return JSON.stringify([minutes, alone, ...cells]);
}

/**
 * `Tue 2 Mar, 09:30–11:00`, `Tuesdays 2 and 16 Mar, 13:00–13:10`, and at other times each day
 * `20 min each: Mon 4 Jan at 13:30; Wed 6 Jan at 12:15 and 14:15`.
 */
export function seriesWords(context: Context, some: readonly Pick<Told, 'slot' | 'minutes'>[]): string {
  const [first] = some as [Told];
  if (some.length === 1) return slotsWords(context, [first.slot]);
  if (new Set(some.map(({ slot }) => `${slot.date} ${slot.start}`)).size === 1) {
    return `${slotsWords(context, [first.slot])}, ${some.length} times side by side`;
  }
  if (new Set(some.map(({ slot }) => slot.start)).size > 1) return atTimes(context, some);
  return `${datesWords(context, some)}, ${clockWords(context, [first.slot])}`;
}

/** Dates with one clock; a day that comes twice is two sessions side by side. */
function datesWords(context: Context, some: readonly Pick<Told, 'slot'>[]): string {
  const dates = some.map(({ slot }) => slot.date);
  const days = new Set(dates.map((date) => weekday(toDay(date) ?? 0)));
  if (days.size === 1 && new Set(dates).size === dates.length) return weekdaysWords(context.say, dates);
  const last = dates.at(-1)!;
  const dayOf = (date: string) => (date === last ? dayWords(context.say, date) : shortDay(context, date));
  const counted = [...index(dates, (date) => date)].map(
    ([date, times]) => `${dayOf(date)}${times.length > 1 ? ` (${times.length} times)` : ''}`,
  );
  return listWords(counted);
}

function atTimes(context: Context, some: readonly Pick<Told, 'slot' | 'minutes'>[]): string {
  const days = [...index(some, ({ slot }) => slot.date)].map(
    ([date, times]) => `${shortDay(context, date)} at ${listWords(times.map(({ slot }) => slot.start))}`,
  );
  return `${minutesWords(some[0]!.minutes)} each: ${days.join('; ')}`;
}

/** `Mon 4`, below a heading that names the month; as the locale says a day where that is no English. */
function shortDay({ say }: Context, date: string): string {
  return say.dayFirst ? `${weekdayShort(say, date)} ${Number(date.slice(8))}` : dayWords(say, date);
}
