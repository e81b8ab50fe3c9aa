import type { Constraint } from './constraint.ts';

/** Which sessions may still move is decided before (`limit-moves.ts`); here their people are held to the time they had. */
export const maxMoves: Constraint = {
  id: 'max-moves',
  sentence:
    'No more sessions are held at another time than before than whoever plans has allowed (--max-moves).',
  why: 'A week of calls to undo a hundred dates can be worse than a few seats without a place.',
  reason: () => 'as many sessions as are allowed have moved (--max-moves)',
  seat({ state, start }, req, first, last) {
    for (let member = first; member <= last; member++) {
      const before = state.before.of(req, member);
      if (before?.bound && before.start !== start) return member - 1;
    }
    return last;
  },
};
