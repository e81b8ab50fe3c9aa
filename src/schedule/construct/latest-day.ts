/**
 * How late everything that others build on may be held at all: what follows on it must still find a day, the days
 * between them kept, and a week's minutes may not hold both.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { needsOf, neighbour } from '../constraints/precedence.ts';
import type { Problem, Req } from '../problem/problem.ts';
import { runFrom } from '../problem/start-table.ts';
import { orderOf } from './priority.ts';

/** For each requirement the last day that leaves one to all that follow on it; its window's last where none does. */
export function latestDays(problem: Problem): Int32Array {
  const latest = Int32Array.from(problem.reqs, ({ by }) => by);
  // Minutes that what follows takes up in the week of that day, its own included.
  const filled = Int32Array.from(problem.reqs, minutesOf);
  for (const { linked, reqs } of orderOf(problem).reverse()) {
    if (!linked) continue;
    for (const req of reqs) {
      const by = latest[req.index]!;
      for (const [earlier, gap] of earlierOf(req)) {
        const minutes = filled[req.index]! + minutesOf(earlier);
        const week = mondayOf(by);
        const fits = minutes <= req.group.perWeek;
        const day = lastOpen(earlier, Math.min(by - gap, fits ? by : week - 1));
        if (day >= latest[earlier.index]! || day < earlier.from) continue;
        latest[earlier.index] = day;
        filled[earlier.index] = day >= week ? minutes : minutesOf(earlier);
      }
    }
  }
  return latest;
}

/** What must come before a requirement, and days between. Of what comes again and again any will do: none must. */
function earlierOf(req: Req): (readonly [Req, number])[] {
  const out: (readonly [Req, number])[] = [];
  const before = neighbour(req, -1);
  if (before) out.push([before, 0]);
  for (const { reqs, atLeastDays } of needsOf(req)) {
    const last = reqs.at(-1);
    if (last && reqs.length === (last.requirement.part?.of ?? 1)) out.push([last, atLeastDays]);
  }
  return out;
}

function minutesOf({ pool }: Req): number {
  return pool.huddle ? 0 : pool.minutes;
}

/** The last day up to `by` on which a requirement can start. */
function lastOpen({ tables }: Req, by: Day): Day {
  return Math.max(
    ...tables.map((table) => table.day[runFrom(table, by + 1) - 1] ?? Number.NEGATIVE_INFINITY),
  );
}
