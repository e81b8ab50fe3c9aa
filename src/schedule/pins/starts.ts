/** The starts that a requirement's people have at all, the nearest to a time first. */
import type { Day } from '../../calendar/date.ts';
import type { Req } from '../problem/problem.ts';
import { runFrom } from '../problem/start-table.ts';

/** @param from,by the days that are meant, both included */
export function startsNear({ tables }: Req, from: Day, by: Day, near: number): number[] {
  const starts = new Set<number>();
  for (const table of tables) {
    const end = runFrom(table, by + 1);
    for (let run = runFrom(table, from); run < end; run++) {
      for (let start = table.from[run]!; start <= table.to[run]!; start += table.step) starts.add(start);
    }
  }
  return [...starts].sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b);
}
