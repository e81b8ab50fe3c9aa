/**
 * Google Calendar refuses a file of more than about a thousand events or a megabyte: what is larger is cut
 * by the programme's quarters, and a quarter that is still too large by count.
 */
import type { Agenda } from '../../report/types.ts';

export const MAX_EVENTS = 1000;
export const MAX_OCTETS = 900_000;
/** Header and footer, generously: they count in the file's size. */
const FRAME_OCTETS = 2000;

export interface Part {
  /** What is added to the file's name (`q1`, `q1-2`); empty when there is one file. */
  readonly suffix: string;
  readonly events: Uint32Array;
}

/** What there is to know of an event by its number. */
export interface Sizes {
  /** Length in UTF-8. */
  readonly octetsOf: (number: number) => number;
  /** `2027-03` */
  readonly monthOf: (number: number) => string;
}

/** An agenda's files, and, where it was cut, how many each quarter has: as many, or more, for as long as there is a plan. */
export interface Split {
  readonly parts: readonly Part[];
  readonly perQuarter?: readonly number[];
}

/**
 * One part where it fits and always did, else every quarter of the programme; one of those that is too large for one file has
 * several. Names of files depend on nothing but that: none of them ever goes. A feed is never cut: it has one address.
 */
export function splitAgenda(agenda: Agenda, { octetsOf, monthOf }: Sizes): Split {
  const { events, starts, ends, feed, parts: before } = agenda;
  if (feed || (!before && pieces(events, octetsOf).length <= 1)) return { parts: [{ suffix: '', events }] };
  const last = quarterOf(ends, starts);
  const quarters = Array.from({ length: last }, (_, i) => {
    const ofQuarter = events.filter((number) => Math.min(quarterOf(monthOf(number), starts), last) === i + 1);
    const some = pieces(ofQuarter, octetsOf);
    const none = Math.max(0, (before?.[i] ?? 0) - some.length);
    return [...some, ...Array.from({ length: none }, () => new Uint32Array())];
  });
  const parts = quarters.flatMap((some, i) =>
    some.map((ofPart, n) => ({ suffix: n === 0 ? `q${i + 1}` : `q${i + 1}-${n + 1}`, events: ofPart })),
  );
  return { parts, perQuarter: quarters.map(({ length }) => length) };
}

/** Cuts in order, each piece as full as it may be. */
function pieces(events: Uint32Array, octetsOf: Sizes['octetsOf']): Uint32Array[] {
  const cut: Uint32Array[] = [];
  let begin = 0;
  let octets = FRAME_OCTETS;
  events.forEach((number, i) => {
    const size = octetsOf(number);
    if (i > begin && (octets + size > MAX_OCTETS || i - begin >= MAX_EVENTS)) {
      cut.push(events.subarray(begin, i));
      begin = i;
      octets = FRAME_OCTETS;
    }
    octets += size;
  });
  return [...cut, events.subarray(begin)];
}

/** From 1, counted from the programme's first month, as everywhere in the plan. */
function quarterOf(month: string, starts: string): number {
  return Math.floor(Math.max(0, monthNumber(month) - monthNumber(starts)) / 3) + 1;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
