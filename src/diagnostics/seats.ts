/** Seats placed of seats asked, in words: one sentence part for the terminal, the pages and the gate. */

import type { Say } from '../calendar/say.ts';

type Numbers = Pick<Say, 'number'>;

interface Seats {
  readonly asked: number;
  readonly placed: number;
  readonly peopleWithout: number;
}

/** `all 1,485 seats placed`; `1,234 of 1,485 seats placed: 24 people lack 251`; `no seat is asked`. */
export function seatsWords({ number }: Numbers, { asked, placed, peopleWithout }: Seats): string {
  if (asked === 0) return 'no seat is asked';
  if (placed === asked) return asked === 1 ? 'the one seat is placed' : `all ${number(asked)} seats placed`;
  const missing = number(asked - placed);
  const who = peopleWithout === 1 ? '1 person lacks' : `${number(peopleWithout)} people lack`;
  return `${number(placed)} of ${number(asked)} seats placed: ${who} ${missing}`;
}
