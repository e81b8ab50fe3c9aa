import { roomKey } from '../../solution/tallies.ts';
import type { Term } from './term.ts';

export const fewRooms: Term = {
  id: 'few-rooms',
  weight: 0.5,
  sentence: 'A module is held in few different rooms (rooms used per module).',
  about: 'room',
  scale: 1,
  marginal(state, session) {
    return session.room && !state.usedRooms.has(roomKey(state.problem, session)) ? 1 : 0;
  },
};
