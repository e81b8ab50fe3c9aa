/** The middle of many people's values, given as values with the number of people who have each. */

/** Weighted lower median; 0 for nobody. */
export function median(weighted: readonly (readonly [value: number, people: number])[]): number {
  const sorted = [...weighted].sort(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, people]) => sum + people, 0) / 2;
  let below = 0;
  for (const [value, people] of sorted) {
    below += people;
    if (below >= half) return value;
  }
  return 0;
}
