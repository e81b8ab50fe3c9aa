/** Every soft term; search and score use the same list. */
import { daysApart } from './days-apart.ts';
import { earlyEnough } from './early-enough.ts';
import { facilitatorFair } from './facilitator-fair.ts';
import { fewRooms } from './few-rooms.ts';
import { mixed } from './mixed.ts';
import { moved } from './moved.ts';
import { namedLeader } from './named-leader.ts';
import { overtime } from './overtime.ts';
import { preferredHours } from './preferred-hours.ts';
import { reinforce } from './reinforce.ts';
import { rhythm } from './rhythm.ts';
import { sameFacilitator } from './same-facilitator.ts';
import { seatsMin } from './seats-min.ts';
import { sessions } from './sessions.ts';
import { spread } from './spread.ts';
import type { Term } from './term.ts';

export const TERMS: readonly Term[] = [
  moved,
  spread,
  daysApart,
  earlyEnough,
  reinforce,
  rhythm,
  sessions,
  seatsMin,
  facilitatorFair,
  sameFacilitator,
  mixed,
  preferredHours,
  fewRooms,
  namedLeader,
  overtime,
];
