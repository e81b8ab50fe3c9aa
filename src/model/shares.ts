/** Splits whole people by shares, so that heads always add up. */

/**
 * Divides `total` whole units by weights with the largest-remainder method (Hamilton); equal remainders
 * go to the earlier entry, so callers pass entries in the order that breaks ties.
 *
 * @param weights any non-negative numbers; they need not sum to 1. All zero: the first entry gets all.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  // A hair above, so that 0.55 × 20 counts as 11 and not as 10.999….
  const parts = exact.map((value) => Math.floor(value + 1e-9));
  let left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - parts[i]! }))
    .sort((a, b) => (Math.abs(b.rest - a.rest) > 1e-9 ? b.rest - a.rest : a.i - b.i));
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    parts[i]! += 1;
    left -= 1;
  }
  return parts;
}
