import type { Term } from './term.ts';

export const namedLeader: Term = {
  id: 'named-leader',
  weight: 10,
  sentence:
    'Where a module names who may lead it (`facilitators`), the first of them does (places down the list, each session).',
  about: 'leader',
  scale: 1,
  applies: ({ modules }) => [...modules.values()].some(({ facilitators }) => (facilitators?.length ?? 0) > 1),
  marginal(_state, { pool, facilitator }) {
    const named = pool.module.facilitators;
    if (named === undefined || facilitator === undefined) return 0;
    const { coFacilitators } = facilitator;
    let places = Math.max(0, named.indexOf(facilitator.facilitator.id));
    // Where several lead, the first so many of the list cost nothing.
    for (let i = 0; i < coFacilitators.length; i++)
      places += Math.max(0, named.indexOf(coFacilitators[i]!.facilitator.id)) - (i + 1);
    return Math.max(0, places);
  },
};
