/**
 * How fast work grows, whatever else the machine does: processor time of this process, eightfold input beside plain
 * input, the least of three runs each. Linear work gives about 8, quadratic about 64.
 */

/** Processor time at 8n divided by that at n; a share of a millisecond counts as one, so that noise is no growth. */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  // Compiled first, or the smaller one would pay for both.
  await work(size);
  const [small, large] = [await least(work, size), await least(work, 8 * size)];
  return large / Math.max(small, 1);
}

/** What is less than this grows like its input, or nearly: between 8 and 64. */
export const NEARLY_LINEAR = 24;

async function least(work: (size: number) => unknown, size: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await work(size);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
