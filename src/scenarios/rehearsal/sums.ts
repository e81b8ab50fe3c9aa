/** What rehearsed years leave behind: a record of each, and sums over all of them. Whole numbers, so that shares of a run add up exactly. */

export interface YearRecord {
  readonly year: number;
  /** By department, in the model's order: hundredths of a point, and seats that nobody made up. */
  readonly scores: readonly (number | null)[];
  readonly lost: readonly number[];
  readonly missed: Readonly<Record<'absent' | 'leave' | 'peak' | 'noShow' | 'leader', number>>;
  readonly madeUp: number;
  /** Sessions that nobody could lead. */
  readonly fallen: number;
}

/** Seats by key. */
export type Counts = Map<string, number>;

export interface Sums {
  /** `<department> <module>` → seats that nobody made up. */
  readonly lost: Counts;
  /** `<leader>` → seats in sessions that fell because they were ill. */
  readonly fallen: Counts;
  /** `<leader> <other>` → those of them in which somebody else was free who does not teach it yet. */
  readonly deputies: Counts;
  /** `<module> <occurrence> <post> <week>` → seats of a week that nobody made up. */
  readonly waiting: Counts;
}

export function noSums(): Sums {
  return { lost: new Map(), fallen: new Map(), deputies: new Map(), waiting: new Map() };
}

export function add(counts: Counts, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Adds other sums to sums. */
export function addAll(sums: Sums, more: Sums): void {
  for (const name of Object.keys(sums) as (keyof Sums)[]) {
    for (const [key, count] of more[name]) add(sums[name], key, count);
  }
}
