/** Chance that is the same on every machine: a generator of its own for each rehearsed year, so that years may be shared out. */

export interface Chance {
  /** From 0 up to 1, without it. */
  readonly next: () => number;
  /** Days of a stretch, or until the next one: geometric with this mean, at least 1. */
  readonly days: (mean: number) => number;
}

/** sfc32 (Doty-Humphrey, PractRand), seeded with the run's seed and the year's number. */
export function chanceOf(seed: number, year: number): Chance {
  let [a, b, c, d] = [seed | 0, year | 0, 0x9e3779b9, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The first numbers still look like the seed.
  for (let i = 0; i < 15; i++) next();
  const days = (mean: number): number =>
    mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - next()) / Math.log(1 - 1 / mean));
  return { next, days };
}

/** Marks stretches of days so that a share of all days is marked in the mean. */
export function markStretches(
  marks: Uint8Array,
  from: number,
  length: number,
  value: number,
  { share, mean, chance }: { readonly share: number; readonly mean: number; readonly chance: Chance },
): void {
  if (share <= 0) return;
  const gap = share >= 1 ? 0 : (mean * (1 - share)) / share;
  // What is left of a stretch, or of the time until one, is as long as a whole one: it knows nothing of when it began.
  let day = chance.next() < share ? 0 : chance.days(gap);
  while (day < length) {
    const end = Math.min(length, day + chance.days(mean));
    for (let i = Math.max(0, day); i < end; i++) if (marks[from + i] === 0) marks[from + i] = value;
    day = end + (gap < 1 ? 0 : chance.days(gap));
  }
}
