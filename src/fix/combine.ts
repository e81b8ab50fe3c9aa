/** Several patches at once: what they change together, and what comes of it. */
import type { Edit } from '../coverage/patch.ts';
import type { Offer } from './offers.ts';

export interface Combination {
  readonly edits: readonly Edit[];
  readonly taken: readonly Offer[];
  /** Those that would undo what one before them sets. */
  readonly clashing: readonly Offer[];
}

/** The edits of all offers, in order; the same edit is made once. */
export function combine(offers: readonly Offer[]): Combination {
  const edits: Edit[] = [];
  const made = new Map<string, string>();
  const taken: Offer[] = [];
  const clashing: Offer[] = [];
  for (const offer of offers) {
    const own = offer.patch.edits;
    if (own.some((edit) => clashes(made, edit))) {
      clashing.push(offer);
      continue;
    }
    taken.push(offer);
    for (const edit of own) {
      const text = JSON.stringify([edit.op, edit.value]);
      const place = `${placeOf(edit)}${edit.op === 'add' ? text : ''}`;
      if (made.has(place)) continue;
      made.set(place, text);
      edits.push(edit);
    }
  }
  return { edits, taken, clashing };
}

/** Adding to a list goes with anything but a different value for the list. */
function clashes(made: ReadonlyMap<string, string>, edit: Edit): boolean {
  if (edit.op === 'add') return made.has(placeOf(edit));
  const before = made.get(placeOf(edit));
  return before !== undefined && before !== JSON.stringify([edit.op, edit.value]);
}

function placeOf({ pointer }: Edit): string {
  return pointer.join('\u0000');
}
