/**
 * How fast work grows, whatever else the machine does: processor time of this process, eightfold input beside eight
 * times the plain one, in turns, the least of five runs each. Linear work gives about 8, quadratic about 64.
 */

/** Processor time at 8n divided by that at n; a share of a millisecond counts as one, so that noise is no growth. */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  // Compiled first, or the smaller one would pay for both.
  await work(size);
  // As much work and memory on either side, so that the collector has as much to do.
  const eight = async (each: number): Promise<void> => {
    for (let i = 0; i < 8; i++) await work(each);
  };
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run++) {
    small = Math.min(small, await spent(eight, size));
    large = Math.min(large, await spent(work, 8 * size));
  }
  return (8 * large) / Math.max(small, 1);
}

/** What is less than this grows like its input, or nearly: between 8 and 64. */
export const NEARLY_LINEAR = 24;

const RUNS = 5;

async function spent(work: (size: number) => unknown, size: number): Promise<number> {
  const before = process.cpuUsage();
  await work(size);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
