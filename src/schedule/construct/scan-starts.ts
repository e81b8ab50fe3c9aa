/**
 * In which order possible starts are looked at: the weeks in which people have least to do first, days and
 * hours varied from group to group, so that a few looks find a good place and the year fills evenly.
 */
import type { Day } from '../../calendar/date.ts';
import type { Req } from '../problem/problem.ts';
import { runFrom, type StartTable } from '../problem/start-table.ts';
import type { State } from '../solution/state.ts';
import type { Random } from './random.ts';

/** `next`: look on · `day`: enough of this day · `stop`: enough. */
export type Verdict = 'next' | 'day' | 'stop';
export type Visit = (start: number, meeting: number) => Verdict;

export interface Window {
  readonly from: Day;
  /** Inclusive. */
  readonly by: Day;
  /** Whether the notice period counts too: what follows on it stands there. */
  readonly soon?: boolean;
}

/** The first day of a window on which something new may be held for a requirement. */
function firstDay({ problem }: State, req: Req, { from, soon }: Window): Day {
  return soon ? Math.max(from, req.from, problem.past + 1) : Math.max(from, req.opens);
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
  const edge = state.problem.model.policy.edges.start;
  for (const table of req.tables) {
    const meeting = table.meeting < 0 ? -1 : req.pool.meetings + table.meeting;
    const first = runFrom(table, firstDay(state, req, window));
    const end = runFrom(table, Math.min(window.by, req.by) + 1);
    const begins = weeksOf(state, table, first, end);
    const turns = turnsOf(state, req, member, table, begins, salt);
    for (let at = nextOf(turns, -1); at >= 0; at = nextOf(turns, turns[at]!)) {
      const [from, runs] = [begins[at]!, begins[at + 1]! - begins[at]!];
      for (let i = 0; i < runs; i++) {
        if (visitRun(table, from + ((i + salt) % runs), meeting, edge, visit) === 'stop') return;
      }
    }
  }
}

/** As {@link scan}, the days nearest to one first; of two as near the later one. */
export function scanAround(state: State, req: Req, window: Window, near: Day, visit: Visit): void {
  const edge = state.problem.model.policy.edges.start;
  for (const table of req.tables) {
    const meeting = table.meeting < 0 ? -1 : req.pool.meetings + table.meeting;
    const first = runFrom(table, firstDay(state, req, window));
    const end = runFrom(table, Math.min(window.by, req.by) + 1);
    let later = Math.min(Math.max(first, runFrom(table, near)), end);
    let earlier = later - 1;
    while (earlier >= first || later < end) {
      const back = earlier >= first ? near - table.day[earlier]! : Number.POSITIVE_INFINITY;
      const on = later < end ? table.day[later]! - near : Number.POSITIVE_INFINITY;
      const run = on <= back ? later++ : earlier--;
      if (visitRun(table, run, meeting, edge, visit) === 'stop') return;
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
export function pickStart(req: Req, random: Random, spot: Spot, by = req.by): boolean {
  if (req.tables.length === 0) return false;
  const table = req.tables[random(req.tables.length)]!;
  const first = runFrom(table, req.opens);
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

/** Whether a requirement may start somewhere before a moment where `fits` says so; the earliest of a table is asked first. */
export function firstStart(req: Req, before: number, fits: (spot: Spot) => boolean): boolean {
  for (const table of req.tables) {
    const { day, from, to, step } = table;
    const meeting = table.meeting < 0 ? -1 : req.pool.meetings + table.meeting;
    const spot: Spot = { start: 0, day: 0, table, meeting };
    const end = runFrom(table, req.by + 1);
    for (let run = runFrom(table, req.opens); run < end && from[run]! < before; run++) {
      spot.day = day[run]!;
      for (let start = from[run]!; start <= to[run]! && start < before; start += step) {
        spot.start = start;
        if (fits(spot)) return true;
      }
    }
  }
  return false;
}

/** The first run of each week in runs `[first, end)`, and `end`. */
function weeksOf(state: State, table: StartTable, first: number, end: number): number[] {
  const { firstMonday } = state.problem;
  const begins: number[] = [];
  for (let run = first; run < end; ) {
    begins.push(run);
    run = runFrom(table, firstMonday + 7 * (state.weekOf(table.day[run]!) + 1));
  }
  begins.push(end);
  return begins;
}

/**
 * When it is each week's turn: the less its people have to do in it, the sooner; equal ones as the salt decides.
 * @param begins the first run of each week, and what comes after the last
 */
function turnsOf(
  state: State,
  { group }: Req,
  member: number,
  { day }: StartTable,
  begins: readonly number[],
  salt: number,
): number[] {
  const { minutes, touches } = state.weeks;
  const weeks = begins.length - 1;
  const turns: number[] = [];
  for (let i = 0; i < weeks; i++) {
    const cell = state.weeks.cellOf(group, member, state.weekOf(day[begins[i]!]!));
    // Touches count a little: with nothing else to tell weeks apart, silent ones come first.
    turns.push((minutes[cell]! + touches[cell]!) * weeks + ((i + salt) % weeks));
  }
  return turns;
}

/** Index of the next turn after one, −1 after the last: mostly a few are asked for, which is no work for a sort. */
function nextOf(turns: readonly number[], last: number): number {
  let next = -1;
  for (let i = 0; i < turns.length; i++) {
    if (turns[i]! > last && (next < 0 || turns[i]! < turns[next]!)) next = i;
  }
  return next;
}

/** What lies clear of the first minutes of a shift first, then those. */
function visitRun(table: StartTable, run: number, meeting: number, edge: number, visit: Visit): Verdict {
  const { step } = table;
  const [from, to] = [table.from[run]!, table.to[run]!];
  const middle = meeting < 0 ? Math.min(from + Math.ceil(edge / step) * step, to) : from;
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
