import type { Term } from './term.ts';

export const moved: Term = {
  id: 'moved',
  weight: 10,
  sentence: 'Sessions stay where the previous plan had them (people whose session differs).',
  about: 'all',
  scale: 1,
  marginal(_state, { before, start, room, facilitator, heads }) {
    if (!before || before.past) return 0;
    const same =
      before.start === start &&
      before.room === room?.room.id &&
      before.facilitator === facilitator?.facilitator.id;
    return same ? 0 : heads;
  },
};
