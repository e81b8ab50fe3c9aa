import { metKey } from '../../solution/tallies.ts';
import type { Term } from './term.ts';

export const sameFacilitator: Term = {
  id: 'same-facilitator',
  weight: 0.5,
  sentence: 'A group meets few different facilitators (those beyond the first).',
  about: 'leader',
  scale: 1,
  marginal(state, { facilitator, seats }) {
    if (!facilitator) return 0;
    let cost = 0;
    let previous = -1;
    for (const { req } of seats) {
      const { group } = req;
      if (group.index === previous) continue;
      previous = group.index;
      let strangers = state.met.has(metKey(state.problem, group, facilitator)) ? 0 : 1;
      for (const other of facilitator.coFacilitators)
        if (!state.met.has(metKey(state.problem, group, other))) strangers++;
      cost += state.metCount[group.index]! > 0 ? strangers : Math.max(0, strangers - 1);
    }
    return cost;
  },
};
