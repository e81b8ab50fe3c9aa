import { minutesOf } from '../../solution/session.ts';
import type { Term } from './term.ts';

export const facilitatorFair: Term = {
  id: 'facilitator-fair',
  weight: 0.1,
  sentence: 'Those who could lead share the work evenly (squared hours per facilitator).',
  about: 'leader',
  scale: 1 / 3600,
  marginal(state, session) {
    const { facilitator } = session;
    if (!facilitator) return 0;
    const minutes = minutesOf(session);
    let cost = minutes * (2 * state.ledTotal[facilitator.index]! + minutes);
    for (const { index } of facilitator.coFacilitators)
      cost += minutes * (2 * state.ledTotal[index]! + minutes);
    return cost;
  },
};
