/** Patches that hold alone may not hold together: who has fifteen minutes in a meeting has them once. */
import { combine } from './combine.ts';
import type { Offer } from './offers.ts';
import { closedBy, openedBy, type Trial, type TrialBase, type TrialOptions, tryEdits } from './trial.ts';

/**
 * Those of the offers that hold together, taken in their order; what an earlier one has made needless, or
 * would make another gap, is left out. They are tried many at once, and halved where they do not hold: one
 * that clashes among forty costs a dozen tries.
 */
export async function thoseThatGoTogether(
  base: TrialBase,
  offers: readonly Offer[],
  options: TrialOptions,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Offer[]> {
  let kept: Offer[] = [];
  let last: Trial | undefined;
  const take = async (some: readonly Offer[]): Promise<void> => {
    onProgress(offers.indexOf(some[0]!), offers.length);
    const closed = new Set(last ? closedBy(base.gaps, last.gaps) : []);
    const needed = some.filter(({ finding }) => !closed.has(finding.key));
    if (needed.length === 0) return;
    const tried = await allOf(base, [...kept, ...needed], options);
    if (tried) {
      kept = [...kept, ...needed];
      last = tried;
    } else if (needed.length > 1) await halves(needed);
  };
  const halves = async (some: readonly Offer[]): Promise<void> => {
    const half = Math.ceil(some.length / 2);
    for (const part of [some.slice(0, half), some.slice(half)]) if (part.length > 0) await take(part);
  };
  await halves(offers);
  return kept;
}

/** All of them tried at once; undefined where they clash, leave more people out or open a gap. */
async function allOf(
  base: TrialBase,
  offers: readonly Offer[],
  options: TrialOptions,
): Promise<Trial | undefined> {
  const { edits, clashing } = combine(offers);
  if (clashing.length > 0) return undefined;
  const tried = await tryEdits(base, edits, options, (one) => worsensNothing(base, one));
  return tried && worsensNothing(base, tried) ? tried : undefined;
}

/** Whether nobody loses a place, and no gap opens. */
export function worsensNothing(base: TrialBase, { plan, gaps }: Trial): boolean {
  return plan.score.unplaced <= base.plan.score.unplaced && openedBy(base.gaps, gaps).length === 0;
}
