/** In which stretches (UTC) people could be in sessions of a pool, as far as clocks and closures say. */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { type Spans, spansOf } from '../../calendar/spans.ts';
import type { ZoneClock } from '../problem/clock.ts';
import { inMonths, type Problem, type Req } from '../problem/problem.ts';
import { runFrom, type StartTable } from '../problem/start-table.ts';

export class Stretches {
  private readonly problem: Problem;
  private readonly numbers = new Map<StartTable, number>();
  private readonly known = new Map<string, Spans>();

  constructor(problem: Problem) {
    this.problem = problem;
  }

  /** Every session of these requirements, all of one pool, lies wholly in one of the stretches. */
  of(reqs: readonly Req[]): Spans {
    const windows = new Map<StartTable, { from: Day; by: Day }>();
    for (const { tables, from, by } of reqs) {
      for (const table of tables) {
        const window = windows.get(table);
        if (!window) windows.set(table, { from, by });
        else if (from < window.from || by > window.by) {
          windows.set(table, { from: Math.min(from, window.from), by: Math.max(by, window.by) });
        }
      }
    }
    const [{ pool }] = reqs as [Req];
    const key = [...windows].map(([table, { from, by }]) => `${this.number(table)}:${from}:${by}`).join(' ');
    let spans = this.known.get(key);
    if (!spans) {
      const pairs: number[] = [];
      for (const [table, { from, by }] of windows) {
        const end = runFrom(table, by + 1);
        for (let run = runFrom(table, Math.max(from, this.problem.past + 1)); run < end; run++) {
          if (!inMonths(pool.module, table.day[run]!)) continue;
          pairs.push(table.from[run]!, table.to[run]! + pool.minutes);
        }
      }
      spans = spansOf(pairs);
      this.known.set(key, spans);
    }
    return spans;
  }

  private number(table: StartTable): number {
    const known = this.numbers.get(table);
    if (known !== undefined) return known;
    this.numbers.set(table, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/**
 * Cuts stretches at local midnights. A session that lies in a stretch and starts on a day lies in that day's
 * slice, because slices reach past midnight by the longest session.
 */
export function eachSlice(
  spans: Spans,
  clock: ZoneClock,
  longest: number,
  visit: (day: Day, minutes: number) => void,
): void {
  for (let i = 0; i < spans.length; i += 2) {
    const [start, end] = [spans[i]!, spans[i + 1]!];
    const [first, last] = [clock.day(start), clock.day(end - 1)];
    if (first === last) {
      visit(first, end - start);
      continue;
    }
    for (let day = first; day <= last; day++) {
      const from = day === first ? start : clock.utc(day * MINUTES_A_DAY);
      const to = day === last ? end : Math.min(end, clock.utc((day + 1) * MINUTES_A_DAY) + longest);
      visit(day, to - from);
    }
  }
}
