/** Minutes by row and week, the arithmetic behind the wall planner and the load. */
import { isCancelled, type Year } from './data.ts';
import type { Selection } from './filter.ts';

/** By what the wall planner has its rows. */
export const ROWS = ['department', 'site', 'role'] as const;
export type RowKind = (typeof ROWS)[number];

/** Person-minutes and sessions, row after row, each as long as the year has weeks. */
export interface Sums {
  readonly weeks: number;
  readonly minutes: Float64Array;
  readonly sessions: Int32Array;
}

/** @param rowOf a group's row; −1: none */
export function sumByWeek(
  year: Year,
  { sessions, groups }: Selection,
  rows: number,
  rowOf: (group: number) => number,
): Sums {
  const { weeks } = year.data.year;
  const minutes = new Float64Array(rows * weeks);
  const counts = new Int32Array(rows * weeks);
  const seen = new Int32Array(rows).fill(-1);
  for (const i of sessions) {
    const week = year.week[i]!;
    if (isCancelled(year, i) || week < 0 || week >= weeks) continue;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++) {
      const group = year.group[k]!;
      const row = groups[group] === 1 ? rowOf(group) : -1;
      if (row < 0) continue;
      const at = row * weeks + week;
      minutes[at]! += year.minutes[i]! * (year.last[k]! - year.first[k]! + 1);
      if (seen[row] !== i) counts[at]!++;
      seen[row] = i;
    }
  }
  return { weeks, minutes, sessions: counts };
}

/** Person-minutes and sessions by module. */
export function minutesByModule(
  year: Year,
  { sessions, groups }: Selection,
): { readonly minutes: Float64Array; readonly sessions: Int32Array } {
  const minutes = new Float64Array(year.data.modules.length);
  const counts = new Int32Array(year.data.modules.length);
  for (const i of sessions) {
    if (isCancelled(year, i)) continue;
    const module = year.module[i]!;
    counts[module]!++;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++)
      if (groups[year.group[k]!] === 1)
        minutes[module]! += year.minutes[i]! * (year.last[k]! - year.first[k]! + 1);
  }
  return { minutes, sessions: counts };
}

/** The same for what a session has as a whole: whoever leads it, its room. */
export function sumOfWhole(
  year: Year,
  { sessions }: Selection,
  rows: number,
  rowsOf: (session: number) => readonly number[],
): Float64Array {
  const { weeks } = year.data.year;
  const minutes = new Float64Array(rows * weeks);
  for (const i of sessions) {
    const week = year.week[i]!;
    if (isCancelled(year, i) || week < 0 || week >= weeks) continue;
    for (const row of rowsOf(i)) if (row >= 0) minutes[row * weeks + week]! += year.minutes[i]!;
  }
  return minutes;
}

/** A role on a shift; minutes of its people's time, and how many of them are not paid. */
export interface Post {
  readonly role: number;
  readonly shift: number;
  readonly heads: number;
  readonly minutes: number;
  readonly unpaid: number;
}

/** Those that have a session, by the names of their roles, then of their shifts. */
export function sumByPost(year: Year, selection: Selection): Post[] {
  const { groups, roles, shifts, modules, programme } = year.data;
  const rowOf = (group: number) => groups.role[group]! * shifts.length + groups.shift[group]!;
  const rows = roles.length * shifts.length;
  const heads = headsByRow(year, selection, rows, rowOf);
  const minutes = new Float64Array(rows);
  const unpaid = new Float64Array(rows);
  for (const i of selection.sessions) {
    if (isCancelled(year, i)) continue;
    const isPaid = modules[year.module[i]!]?.paid ?? true;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++) {
      const group = year.group[k]!;
      if (selection.groups[group] !== 1 || groups.role[group]! < 0) continue;
      const own = year.minutes[i]! * (year.last[k]! - year.first[k]! + 1);
      minutes[rowOf(group)]! += own;
      if (!isPaid) unpaid[rowOf(group)]! += own;
    }
  }
  const { compare } = new Intl.Collator(programme.locale);
  const nameOf = ({ role }: Post) => roles[role]!.name;
  return Array.from(
    minutes,
    (own, row): Post => ({
      role: Math.floor(row / shifts.length),
      shift: row % shifts.length,
      heads: heads[row]!,
      minutes: own,
      unpaid: unpaid[row]!,
    }),
  )
    .filter((post) => post.minutes > 0)
    .sort((a, b) => compare(nameOf(a), nameOf(b)) || compare(shifts[a.shift]!, shifts[b.shift]!));
}

/** People who are there all year, by row: joiners are not among them. */
export function headsByRow(
  { data }: Year,
  { groups }: Selection,
  rows: number,
  rowOf: (group: number) => number,
): Int32Array {
  const heads = new Int32Array(rows);
  data.groups.id.forEach((id, group) => {
    const row = groups[group] === 1 && !id.includes('.joiners-') ? rowOf(group) : -1;
    if (row >= 0) heads[row]! += data.groups.heads[group]!;
  });
  return heads;
}

/** Steps of darkness: minutes a head from which on a cell is one darker. */
export const STEPS = [1, 10, 20, 40, 80] as const;

/** 0 for nothing, else 1–5. */
export function stepOf(minutes: number): number {
  let step = 0;
  while (step < STEPS.length && minutes >= STEPS[step]!) step++;
  return minutes > 0 ? Math.max(1, step) : 0;
}

export type SeatKind = RowKind | 'module';

/** Seats in sessions that are held or to be held, by department, site, role or module. */
export function seatsBy(year: Year, kind: SeatKind): Int32Array {
  const { departments, sites, roles, modules, groups } = year.data;
  const seats = new Int32Array(
    { department: departments, site: sites, role: roles, module: modules }[kind].length,
  );
  for (let i = 0; i < year.count; i++) {
    if (isCancelled(year, i)) continue;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++) {
      const row = kind === 'module' ? year.module[i]! : groups[kind][year.group[k]!]!;
      if (row >= 0) seats[row]! += year.last[k]! - year.first[k]! + 1;
    }
  }
  return seats;
}
