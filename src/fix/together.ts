/** Patches that hold alone may not hold together: who has fifteen minutes in a meeting has them once. */
import { combine } from './combine.ts';
import type { Offer } from './offers.ts';
import { type Base, closedBy, openedBy, type TrialOptions, type Tried, tryEdits } from './trial.ts';

/**
 * Those of the offers that hold together, taken in their order; what an earlier one has made needless, or
 * would make another gap, is left out.
 */
export async function thoseThatGoTogether(
  base: Base,
  offers: readonly Offer[],
  options: TrialOptions,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Offer[]> {
  const kept: Offer[] = [];
  let last: Tried | undefined;
  for (const [done, offer] of offers.entries()) {
    onProgress(done, offers.length);
    if (last && closedBy(base.gaps, last.gaps).includes(offer.finding.key)) continue;
    const { edits, clashing } = combine([...kept, offer]);
    const tried = clashing.length > 0 ? undefined : await tryEdits(base, edits, options);
    if (!tried || tried.plan.score.unplaced > base.plan.score.unplaced) continue;
    if (openedBy(base.gaps, tried.gaps).length > 0) continue;
    kept.push(offer);
    last = tried;
  }
  return kept;
}
