/**
 * In which order possible starts are looked at: the weeks in which people have least to do first, days and
 * hours varied from group to group, so that a few looks find a good place and the year fills evenly.
 */
import type { Day } from '../calendar/date.ts';
import { MINUTES_A_DAY } from '../calendar/date.ts';
import type { Req } from './problem.ts';
import type { Random } from './random.ts';
import { runFrom, type StartTable } from './starts.ts';
import type { State } from './state.ts';

/** `next`: look on · `day`: enough of this day · `stop`: enough. */
export type Verdict = 'next' | 'day' | 'stop';
export type Visit = (start: number, meeting: number) => Verdict;

export interface Window {
  readonly from: Day;
  /** Inclusive. */
  readonly by: Day;
}

/** Visits every possible start of a requirement in a window, until told to stop. */
export function scan(
  state: State,
  req: Req,
  member: number,
  window: Window,
  salt: number,
  visit: Visit,
): void {
  for (const table of req.tables) {
    const meeting = table.meeting < 0 ? -1 : req.pool.meetings + table.meeting;
    const first = runFrom(table, Math.max(window.from, req.from, state.problem.past + 1));
    const end = runFrom(table, Math.min(window.by, req.by) + 1);
    for (const [from, to] of weeksByLoad(state, req, member, table, first, end, salt)) {
      for (let i = 0; i < to - from; i++) {
        const run = from + ((i + salt) % (to - from));
        if (visitRun(table, run, meeting, req, visit) === 'stop') return;
      }
    }
  }
}

/** Where a session may start; filled by {@link pickStart} again and again. */
export interface Spot {
  start: number;
  /** Local date of the start, by the pool's clock. */
  day: Day;
  table: StartTable | undefined;
  /** Resource of the meeting for a huddle, −1 else. */
  meeting: number;
}

/** Puts any possible start of a requirement, up to a day, into `spot`; false when there is none. */
export function pickStart({ problem }: State, req: Req, random: Random, spot: Spot, by = req.by): boolean {
  if (req.tables.length === 0) return false;
  const table = req.tables[random(req.tables.length)]!;
  const first = runFrom(table, Math.max(req.from, problem.past + 1));
  const end = runFrom(table, by + 1);
  if (end <= first) return false;
  const run = first + random(end - first);
  const from = table.from[run]!;
  spot.table = table;
  spot.day = table.day[run]!;
  spot.start = from + table.step * random((table.to[run]! - from) / table.step + 1);
  spot.meeting = table.meeting < 0 ? -1 : req.pool.meetings + table.meeting;
  return true;
}

/** Runs `[from, to)` week by week, least loaded first; equal ones in a turn that the salt decides. */
function weeksByLoad(
  state: State,
  req: Req,
  member: number,
  table: StartTable,
  first: number,
  end: number,
  salt: number,
): readonly (readonly [number, number])[] {
  const weeks: { from: number; to: number; load: number; turn: number }[] = [];
  let last = -1;
  for (let run = first; run < end; run++) {
    const week = state.weekOf(table.day[run]!);
    if (week === last) {
      weeks.at(-1)!.to = run + 1;
      continue;
    }
    last = week;
    // Touches count a little: with nothing else to tell weeks apart, silent ones come first.
    const cell = state.weeks.cellOf(req.group, member, week);
    const load = state.weeks.minutes[cell]! + state.weeks.touches[cell]!;
    weeks.push({ from: run, to: run + 1, load, turn: 0 });
  }
  weeks.forEach((week, i) => {
    week.turn = (i + salt) % weeks.length;
  });
  weeks.sort((a, b) => a.load - b.load || a.turn - b.turn);
  return weeks.map(({ from, to }) => [from, to] as const);
}

/** From nine o'clock on, then what lies before. */
function visitRun(table: StartTable, run: number, meeting: number, req: Req, visit: Visit): Verdict {
  const { step } = table;
  const [from, to] = [table.from[run]!, table.to[run]!];
  const nine = req.pool.clock.wall(from) - from;
  const wanted = table.day[run]! * MINUTES_A_DAY + 9 * 60 - nine;
  const middle = Math.min(Math.max(from, from + Math.ceil((wanted - from) / step) * step), to + step);
  for (let start = middle; start <= to; start += step) {
    const verdict = visit(start, meeting);
    if (verdict !== 'next') return verdict;
  }
  for (let start = from; start < middle; start += step) {
    const verdict = visit(start, meeting);
    if (verdict !== 'next') return verdict;
  }
  return 'next';
}
