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
    return Math.max(0, named.indexOf(facilitator.facilitator.id));
  },
};
