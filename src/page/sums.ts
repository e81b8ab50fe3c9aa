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

/** The same for what a session has as a whole: whoever leads it, its room. */
export function sumOfWhole(
  year: Year,
  { sessions }: Selection,
  rows: number,
  rowOf: (session: number) => number,
): Float64Array {
  const { weeks } = year.data.year;
  const minutes = new Float64Array(rows * weeks);
  for (const i of sessions) {
    const row = rowOf(i);
    const week = year.week[i]!;
    if (row >= 0 && !isCancelled(year, i) && week >= 0 && week < weeks)
      minutes[row * weeks + week]! += year.minutes[i]!;
  }
  return minutes;
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
