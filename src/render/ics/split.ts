/**
 * Google Calendar refuses a file of more than about a thousand events or a megabyte: what is larger is cut
 * by the programme's quarters, a quarter that is still too large by months, and a month by count.
 */
import type { Agenda } from '../../report/types.ts';

export const MAX_EVENTS = 1000;
export const MAX_OCTETS = 900_000;
/** Header and footer, generously: they count in the file's size. */
const FRAME_OCTETS = 2000;

export interface Part {
  /** What is added to the file's name (`q1`, `2027-01`, `2027-01-2`); empty when there is one file. */
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

/** One part where it fits, else a part per quarter (month, piece) that has events, in order of time. */
export function splitAgenda({ events, starts }: Agenda, { octetsOf, monthOf }: Sizes): Part[] {
  const fits = (some: Uint32Array) => pieces(some, octetsOf).length <= 1;
  if (fits(events)) return [{ suffix: '', events }];
  return runs(events, (number) => quarterOf(monthOf(number), starts)).flatMap(([quarter, ofQuarter]) => {
    if (fits(ofQuarter)) return [{ suffix: quarter, events: ofQuarter }];
    return runs(ofQuarter, monthOf).flatMap(([month, ofMonth]) =>
      pieces(ofMonth, octetsOf).map((some, i) => ({
        suffix: i === 0 ? month : `${month}-${i + 1}`,
        events: some,
      })),
    );
  });
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

/** Quarters are counted from the programme's first month, as everywhere in the plan. */
function quarterOf(month: string, starts: string): string {
  const months = monthNumber(month) - monthNumber(starts);
  return `q${Math.floor(Math.max(0, months) / 3) + 1}`;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Cuts where the key changes: events are in order of time, and so are quarters and months. */
function runs(events: Uint32Array, keyOf: (number: number) => string): [string, Uint32Array][] {
  const found: [string, Uint32Array][] = [];
  let begin = 0;
  events.forEach((number, i) => {
    const key = keyOf(number);
    if (i + 1 < events.length && keyOf(events[i + 1]!) === key) return;
    found.push([key, events.subarray(begin, i + 1)]);
    begin = i + 1;
  });
  return found;
}
