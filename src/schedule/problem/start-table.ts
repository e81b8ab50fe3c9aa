/**
 * The starts that a group's own time and the module leave open, as runs on the start grid: a run is one
 * stretch of one local day. Made once for each kind of post and module, and shared.
 */
import {
  type Day,
  type DayMask,
  inMask,
  MINUTES_A_DAY,
  type Minute,
  type Span,
} from '../../calendar/date.ts';
import { contains, type Spans } from '../../calendar/spans.ts';
import type { OfferedDate } from '../../model/model.ts';
import type { ZoneClock } from './clock.ts';

/** Runs sorted by time; in run i the starts are `from[i]`, `from[i] + step`, … up to `to[i]` (UTC). */
export interface StartTable {
  readonly step: number;
  /** Local date (of the session's zone) on which the starts of a run lie. */
  readonly day: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Local date of the first run. */
  readonly firstDay: Day;
  /** For each day from then to that after the last run, its first run or the next one's. */
  readonly firstOf: Int32Array;
  /** Huddles: which of the department's meetings; −1 for anything else. */
  readonly meeting: number;
}

export interface Timing {
  /** The session's own clock, on which the grid, days and hours are meant. */
  readonly clock: ZoneClock;
  readonly minutes: number;
  readonly step: number;
  readonly days: DayMask | undefined;
  readonly hours: Span | undefined;
  /** The only minute of the day at which it may start, on the grid or not; undefined where it is free. */
  readonly at: Minute | undefined;
  /** The only days (and times of the day) on which it may start; undefined where any will do. */
  readonly offers?: readonly OfferedDate[] | undefined;
}

/** Starts of sessions that lie wholly in one of the open stretches. */
export function tableOf(open: Spans, timing: Timing): StartTable {
  const { clock, minutes, step } = timing;
  const runs: number[] = [];
  const steady = clock.steady();
  for (let i = 0; i < open.length; i += 2) {
    // A session may span a change of clocks: it begins before, and lasts its real minutes.
    for (const { begins, to, offset } of steady) {
      const first = Math.max(open[i]!, begins) + offset;
      const last = Math.min(open[i + 1]! - minutes, to - 1) + offset;
      for (let day = Math.floor(first / MINUTES_A_DAY); first <= last && day * MINUTES_A_DAY <= last; day++) {
        addDay(runs, timing, day, first, last, offset);
      }
    }
  }
  return packed(runs, step, -1);
}

/** The part of one local day, cut to the module's days and hours and laid on the grid. */
function addDay(runs: number[], timing: Timing, day: Day, first: number, last: number, offset: number): void {
  const { minutes, step, days, hours, at, offers } = timing;
  const midnight = day * MINUTES_A_DAY;
  if (days !== undefined && !inMask(days, day)) return;
  const offered = offers?.filter(({ date }) => date === day);
  if (offered?.length === 0) return;
  const from = Math.max(first, midnight + (hours?.start ?? 0));
  const to = Math.min(
    last,
    midnight + (hours ? hours.end - minutes : MINUTES_A_DAY),
    midnight + MINUTES_A_DAY - 1,
  );
  const fixed = at === undefined ? offered?.map((offer) => offer.at) : [at];
  if (fixed?.every((minute) => minute !== undefined)) {
    for (const minute of [...new Set(fixed as Minute[])].sort((a, b) => a - b)) {
      const start = midnight + minute;
      if (start >= from && start <= to) runs.push(day, start - offset, start - offset);
    }
    return;
  }
  const low = midnight + Math.ceil((from - midnight) / step) * step;
  const high = midnight + Math.floor((to - midnight) / step) * step;
  if (low <= high) runs.push(day, low - offset, high - offset);
}

/** Flat triples (day, from, to) → a table. */
export function packed(runs: readonly number[], step: number, meeting: number): StartTable {
  const size = runs.length / 3;
  const day = new Int32Array(size);
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const firstDay = size === 0 ? 0 : runs[0]!;
  const firstOf = new Int32Array(size === 0 ? 1 : runs[3 * (size - 1)]! - firstDay + 2).fill(size);
  for (let i = 0, next = 0; i < size; i++) {
    day[i] = runs[3 * i]!;
    from[i] = runs[3 * i + 1]!;
    to[i] = runs[3 * i + 2]!;
    while (next <= day[i]! - firstDay) firstOf[next++] = i;
  }
  return { step, meeting, day, from, to, firstDay, firstOf };
}

/** Only starts whose session lies wholly in a stretch of one of the lists. */
export function within(table: StartTable, lists: readonly Spans[], minutes: number): StartTable {
  return filtered(table, (start) => lists.some((spans) => contains(spans, start, start + minutes)));
}

/** Only some of the starts. */
export function filtered(table: StartTable, keeps: (start: number) => boolean): StartTable {
  return packed(runsOf(table, keeps), table.step, table.meeting);
}

function runsOf(table: StartTable, keeps: (start: number) => boolean): number[] {
  const runs: number[] = [];
  for (let i = 0; i < table.day.length; i++) {
    for (let start = table.from[i]!; start <= table.to[i]!; start += table.step) {
      if (!keeps(start)) continue;
      const last = runs.length - 1;
      if (last > 0 && runs[last] === start - table.step && runs[last - 2] === table.day[i])
        runs[last] = start;
      else runs.push(table.day[i]!, start, start);
    }
  }
  return runs;
}

/** Index of the first run on or after a day. */
export function runFrom({ firstDay, firstOf }: StartTable, day: Day): number {
  return firstOf[Math.max(0, Math.min(day - firstDay, firstOf.length - 1))]!;
}

/** Whether a start is in the table; its local day, or −1. */
export function dayOfStart(table: StartTable, start: number): Day {
  const { day, from, to, step } = table;
  // The local day is that of UTC or a neighbour of it.
  const utcDay = Math.floor(start / MINUTES_A_DAY);
  for (let i = runFrom(table, utcDay - 1); i < day.length && day[i]! <= utcDay + 1; i++) {
    if (start >= from[i]! && start <= to[i]! && (start - from[i]!) % step === 0) return day[i]!;
  }
  return -1;
}
