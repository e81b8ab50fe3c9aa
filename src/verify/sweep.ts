/** Sweeps over sessions in order of time, so that checks stay near linear. */
import type { TimedSession } from './types.ts';

/** Something that takes a stretch of time (any clock, one for all of a list). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Calls back for each pair of stretches that are less than `gap` minutes apart (0: that overlap). */
export function pairs<T extends Stretch>(list: readonly T[], gap: number, visit: (a: T, b: T) => void): void {
  const sorted = [...list].sort((a, b) => a.start - b.start);
  let open: T[] = [];
  for (const next of sorted) {
    open = open.filter((item) => item.end + gap > next.start);
    for (const item of open) visit(item, next);
    open.push(next);
  }
}

/** Calls back with all stretches that are on, at each moment when one begins. */
export function moments<T extends Stretch>(
  list: readonly T[],
  visit: (on: readonly T[], at: number) => void,
): void {
  const sorted = [...list].sort((a, b) => a.start - b.start);
  let on: T[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const at = sorted[i]!.start;
    on = on.filter(({ end }) => end > at);
    on.push(sorted[i]!);
    if (sorted[i + 1]?.start !== at) visit(on, at);
  }
}

/** Ids without repetition, sorted. */
export function idsOf(sessions: Iterable<Pick<TimedSession, 'id'>>): string[] {
  return [...new Set([...sessions].map(({ id }) => id))].sort();
}
