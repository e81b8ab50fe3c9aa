import type { Constraint } from './constraint.ts';

/** Frozen sessions are placed first (`previous.ts`), and no move touches them; that nothing joins them is seen to here. */
export const frozen: Constraint = {
  id: 'frozen',
  sentence:
    'A session of the previous plan that starts within the notice period stays as it is, and nothing new is put there that could be held later.',
  why: 'People have already arranged their week around it.',
  reason: () => 'it would be within the notice period',
  /** Who was to be there then may still be: with another leader, or in another room. */
  seat({ state, day, start, soon }, req, first, last) {
    if (day >= req.opens || soon) return last;
    for (let member = first; member <= last; member++) {
      if (state.before.of(req, member)?.start !== start) return member - 1;
    }
    return last;
  },
};
