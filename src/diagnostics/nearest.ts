/**
 * "Did you mean": the known word that is nearest to the one that was written. Comparisons are cheap but not free: a
 * workspace full of wrong words, which a stranger may send, has to be answered as fast as one that is right.
 */

/** Of one word; a workspace that is meant has fewer of a kind. */
const MOST_CANDIDATES = 2_000;
/** Of all words between two calls of {@link renewComparisons}: what a second of one core pays for, several times over. */
const MOST_COMPARISONS = 200_000;

let left = MOST_COMPARISONS;
/** Word → the word without what people mix up most; the same candidates come back with each wrong word. */
const plainOf = new Map<string, string>();

/** A new run begins: it may compare as much as any other. */
export function renewComparisons(): void {
  left = MOST_COMPARISONS;
  plainOf.clear();
}

/**
 * The nearest candidate by edit distance (a swap of neighbours counts once), or undefined when none is near
 * enough to be meant: one change in short words, a third of the letters at most. Ties go to the one of the same length, then to the first by code unit.
 * Undefined, too, when this run has spent its comparisons: the message stands without a suggestion then.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = most + 1;
  let compared = 0;
  for (const candidate of candidates) {
    if (left <= 0 || ++compared > MOST_CANDIDATES) break;
    left--;
    const known = plain(candidate);
    if (Math.abs(known.length - wanted.length) >= bestDistance + (best === undefined ? 0 : 1)) continue;
    const distance = editDistance(wanted, known, bestDistance);
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

/** Longest word that is compared; ids have no more letters. */
const LONGEST = 64;

/** Case, underscores and spaces are what people mix up most: they cost nothing. */
function plain(word: string): string {
  let known = plainOf.get(word);
  if (known === undefined) {
    known = word
      .slice(0, LONGEST)
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[\s_-]+/g, '-')
      .slice(0, LONGEST);
    plainOf.set(word, known);
  }
  return known;
}

/** The rows of the table below: this one, the one before it, and the one before that. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2));

/**
 * Damerau–Levenshtein distance, optimal string alignment; `most + 1` for anything above `most`. Only the cells
 * near the diagonal are worked out, as Ukkonen (1985) does: whatever lies farther off is above `most` already.
 */
function editDistance(a: string, b: string, most: number): number {
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most) return beyond;
  let [row, last, before] = ROWS as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, beyond);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? Math.min(i, beyond) : beyond;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1), beyond);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        value = Math.min(value, before[j - 2]! + 1);
      }
      row[j] = value;
      if (value < least) least = value;
    }
    if (to < b.length) row[to + 1] = beyond;
    // A swap looks two rows back, and costs one.
    if (least > most && Math.min(...last.subarray(Math.max(0, from - 1), to + 1)) > most) return beyond;
    [row, last, before] = [before, row, last];
  }
  return last[b.length]!;
}
