/** "Did you mean": the known word that is nearest to the one that was written. */

/** Comparisons are cheap but not free: a workspace full of wrong words still answers at once. */
const MOST_CANDIDATES = 2_000;

/**
 * The nearest candidate by edit distance (a swap of neighbours counts once), or undefined when none is near
 * enough to be meant: one change in short words, a third of the letters at most. Ties go to the one of the same length, then to the first by code unit.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = most + 1;
  let compared = 0;
  for (const candidate of candidates) {
    const known = plain(candidate);
    if (Math.abs(known.length - wanted.length) >= bestDistance + (best === undefined ? 0 : 1)) continue;
    if (++compared > MOST_CANDIDATES) break;
    const distance = editDistance(wanted, known);
    if (
      distance < bestDistance ||
      (distance === bestDistance && best !== undefined && isLikelier(candidate, best, word))
    ) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function isLikelier(candidate: string, best: string, word: string): boolean {
  const [same, before] = [candidate.length === word.length, best.length === word.length];
  return same === before ? candidate < best : same;
}

/** Case, underscores and spaces are what people mix up most: they cost nothing. */
function plain(word: string): string {
  return word
    .slice(0, 64)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** Damerau–Levenshtein distance, optimal string alignment. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, before[j - 2]! + 1);
      }
      row.push(value);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
