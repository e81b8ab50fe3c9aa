/** Scores and seats placed of seats asked, in words: for the terminal, the pages and the gate. */

import type { Numbers } from '../calendar/say.ts';

interface Seats {
  readonly asked: number;
  readonly placed: number;
  readonly peopleWithout: number;
  readonly delivered?:
    | {
        readonly due: number;
        readonly delivered: number;
        readonly missed: number;
        readonly untold: number;
      }
    | undefined;
}

/** `62.3`: a score with one decimal; a dash where nothing can be asked. */
export function scoreWords({ figure }: Numbers, value: number | null): string {
  return value === null ? '–' : figure(value);
}

/** `all 1,485 seats placed`; `1,234 of 1,485 seats placed: 24 people lack 251`; `…; 80 were due: 70 attended, 6 missed`. */
export function seatsWords(numbers: Numbers, { delivered, ...seats }: Seats): string {
  const placed = placedWords(numbers, seats);
  return delivered ? `${placed}; ${deliveredWords(numbers, delivered)}` : placed;
}

/** `80 were due: 70 attended, 6 missed, 4 not told` */
export function deliveredWords(
  { number }: Numbers,
  { due, delivered, missed, untold }: NonNullable<Seats['delivered']>,
): string {
  const rest = untold > 0 ? `, ${number(untold)} not told` : '';
  return `${number(due)} ${due === 1 ? 'was' : 'were'} due: ${number(delivered)} attended, ${number(missed)} missed${rest}`;
}

function placedWords(
  { number }: Numbers,
  { asked, placed, peopleWithout }: Omit<Seats, 'delivered'>,
): string {
  if (asked === 0) return 'no seat is asked';
  if (placed === asked) return asked === 1 ? 'the one seat is placed' : `all ${number(asked)} seats placed`;
  const missing = number(asked - placed);
  const who = peopleWithout === 1 ? '1 person lacks' : `${number(peopleWithout)} people lack`;
  return `${number(placed)} of ${number(asked)} seats placed: ${who} ${missing}`;
}
