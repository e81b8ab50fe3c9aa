/**
 * What the weekly load can be at best. Minutes that must fall into given windows of weeks cost least, in squares,
 * when they are spread as Yao, Demers and Shenker (1995) do it: again and again the interval of weeks with the
 * most minutes a week is filled evenly and taken out. Minutes may be cut anywhere, so no plan is better.
 */

/** Minutes that fall into the weeks `from` to `by` (numbers, inclusive). */
export interface Job {
  readonly from: number;
  readonly by: number;
  readonly minutes: number;
}

/** The least possible sum of squared minutes a week. Work: cubic in weeks, linear in jobs for each of them. */
export function leastSquares(jobs: readonly Job[], weeks: number): number {
  let left = mergedJobs(jobs, weeks);
  let count = weeks;
  let total = 0;
  while (left.some(({ minutes }) => minutes > 0)) {
    const { from, by, minutes } = densest(left, count);
    total += minutes ** 2 / (by - from + 1);
    count -= by - from + 1;
    left = mergedJobs(
      left.flatMap((job) =>
        job.from >= from && job.by <= by
          ? []
          : [
              {
                from: without(job.from, from, by, from),
                by: without(job.by, from, by, from - 1),
                minutes: job.minutes,
              },
            ],
      ),
      weeks,
    );
  }
  return total;
}

/** A week's number when the weeks `from` to `by` are taken out; one of those becomes `instead`. */
function without(week: number, from: number, by: number, instead: number): number {
  if (week < from) return week;
  return week > by ? week - (by - from + 1) : instead;
}

/** One job for each window. */
function mergedJobs(jobs: readonly Job[], weeks: number): Job[] {
  const sums = new Map<number, number>();
  for (const { from, by, minutes } of jobs) {
    const key = from * (weeks + 1) + by;
    sums.set(key, (sums.get(key) ?? 0) + minutes);
  }
  return [...sums].map(([key, minutes]) => ({
    from: Math.floor(key / (weeks + 1)),
    by: key % (weeks + 1),
    minutes,
  }));
}

function densest(jobs: readonly Job[], weeks: number): Job {
  let best: Job = { from: 0, by: weeks - 1, minutes: 0 };
  for (let from = 0; from < weeks; from++) {
    const ending = new Float64Array(weeks);
    for (const job of jobs) if (job.from >= from) ending[job.by]! += job.minutes;
    let minutes = 0;
    for (let by = from; by < weeks; by++) {
      minutes += ending[by]!;
      if (minutes * (best.by - best.from + 1) > best.minutes * (by - from + 1)) best = { from, by, minutes };
    }
  }
  return best;
}
