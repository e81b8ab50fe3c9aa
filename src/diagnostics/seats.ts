/** Seats placed of seats asked, in words: one sentence part for the terminal, the pages and the gate. */

interface Seats {
  readonly asked: number;
  readonly placed: number;
  readonly peopleWithout: number;
}

/** `all 1,485 seats placed`; `1,234 of 1,485 seats placed: 24 people lack 251`; `no seat is asked`. */
export function seatsWords({ asked, placed, peopleWithout }: Seats): string {
  if (asked === 0) return 'no seat is asked';
  if (placed === asked) return asked === 1 ? 'the one seat is placed' : `all ${grouped(asked)} seats placed`;
  const missing = grouped(asked - placed);
  const who = peopleWithout === 1 ? '1 person lacks' : `${grouped(peopleWithout)} people lack`;
  return `${grouped(placed)} of ${grouped(asked)} seats placed: ${who} ${missing}`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
