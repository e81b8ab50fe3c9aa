/**
 * Google Calendar refuses a file of more than about a thousand events or a megabyte: what is larger is cut
 * by the programme's quarters, a quarter that is still too large by months, and a month by count.
 */
import type { Agenda, AgendaEvent } from '../../report/types.ts';

export const MAX_EVENTS = 1000;
export const MAX_OCTETS = 900_000;
/** Header and footer, generously: they count in the file's size. */
const FRAME_OCTETS = 2000;

export interface Part {
  /** What is added to the file's name (`q1`, `2027-01`, `2027-01-2`); empty when there is one file. */
  readonly suffix: string;
  readonly events: readonly AgendaEvent[];
}

/** One part where it fits, else a part per quarter (month, piece) that has events, in order of time. */
export function splitAgenda(agenda: Agenda, octetsOf: (event: AgendaEvent) => number): Part[] {
  const { events } = agenda;
  const fits = (some: readonly AgendaEvent[]) => pieces(some, octetsOf).length <= 1;
  if (fits(events)) return [{ suffix: '', events }];
  return groupBy(events, (event) => quarterOf(event, agenda.starts)).flatMap(([quarter, ofQuarter]) => {
    if (fits(ofQuarter)) return [{ suffix: quarter, events: ofQuarter }];
    return groupBy(ofQuarter, (event) => event.start.slice(0, 7)).flatMap(([month, ofMonth]) =>
      pieces(ofMonth, octetsOf).map((some, i) => ({
        suffix: i === 0 ? month : `${month}-${i + 1}`,
        events: some,
      })),
    );
  });
}

/** Cuts in order, each piece as full as it may be. */
function pieces(events: readonly AgendaEvent[], octetsOf: (event: AgendaEvent) => number): AgendaEvent[][] {
  const cut: AgendaEvent[][] = [];
  let octets = Number.POSITIVE_INFINITY;
  for (const event of events) {
    const size = octetsOf(event);
    if (octets + size > MAX_OCTETS || cut.at(-1)!.length >= MAX_EVENTS) {
      cut.push([]);
      octets = FRAME_OCTETS;
    }
    cut.at(-1)!.push(event);
    octets += size;
  }
  return cut;
}

/** Quarters are counted from the programme's first month, as everywhere in the plan. */
function quarterOf(event: AgendaEvent, starts: string): string {
  const months = monthNumber(event.start) - monthNumber(starts);
  return `q${Math.floor(Math.max(0, months) / 3) + 1}`;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function groupBy(
  events: readonly AgendaEvent[],
  keyOf: (event: AgendaEvent) => string,
): [string, AgendaEvent[]][] {
  const groups = new Map<string, AgendaEvent[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups];
}
