/** The page's data as the browser walks through them: columns unpacked into typed arrays, with what every view asks for. */
import type { Column } from '../report/look/types/sessions.ts';
import type { PageData } from '../report/look/types.ts';

/** The year in memory. Sessions are numbers from 0, in order of time. */
export interface Year {
  readonly data: PageData;
  readonly count: number;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly start: Int32Array;
  readonly minutes: Int32Array;
  readonly offset: Int32Array;
  readonly zone: Int32Array;
  readonly module: Int32Array;
  readonly title: Int32Array;
  readonly site: Int32Array;
  readonly room: Int32Array;
  readonly place: Int32Array;
  readonly facilitator: Int32Array;
  readonly leader: Int32Array;
  readonly themes: Int32Array;
  readonly why: Int32Array;
  readonly state: Int32Array;
  readonly sequence: Int32Array;
  readonly revised: Int32Array;
  readonly counts: Int32Array;
  /** Where a session's own entries of the next three begin; one more at the end. */
  readonly from: Int32Array;
  readonly group: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Week of the programme, from 0. */
  readonly week: Int32Array;
  /** People in it. */
  readonly people: Int32Array;
}

export function unpack(data: PageData): Year {
  const { sessions, year, programme } = data;
  const { count } = sessions;
  const column = (values: Column): Int32Array =>
    typeof values === 'number' ? new Int32Array(count).fill(values) : Int32Array.from(values);
  const day = column(sessions.day);
  const from = new Int32Array(count + 1);
  const parts = column(sessions.parts);
  const week = new Int32Array(count);
  const people = new Int32Array(count);
  for (let i = 0, at = programme.starts; i < count; i++) {
    at += day[i]!;
    day[i] = at;
    from[i + 1] = from[i]! + parts[i]!;
    week[i] = Math.floor((at - year.monday) / 7);
    for (let k = from[i]!; k < from[i + 1]!; k++) people[i]! += sessions.last[k]! - sessions.first[k]! + 1;
  }
  return {
    data,
    count,
    day,
    start: column(sessions.start),
    minutes: column(sessions.minutes),
    offset: column(sessions.offset),
    zone: column(sessions.zone),
    module: column(sessions.module),
    title: column(sessions.title),
    site: column(sessions.site),
    room: column(sessions.room),
    place: column(sessions.place),
    facilitator: column(sessions.facilitator),
    leader: column(sessions.leader),
    themes: column(sessions.themes),
    why: column(sessions.why),
    state: column(sessions.state),
    sequence: column(sessions.sequence),
    revised: column(sessions.revised),
    counts: column(sessions.counts),
    from,
    group: Int32Array.from(sessions.group),
    first: Int32Array.from(sessions.first),
    last: Int32Array.from(sessions.last),
    week,
    people,
  };
}

export function isCancelled({ state }: Year, session: number): boolean {
  return (state[session]! & 1) === 1;
}

/** New, changed or cancelled with this plan. */
export function isNews({ state }: Year, session: number): boolean {
  return (state[session]! & 2) === 2;
}

/** A session's id, put together from its parts. */
export function idOf({ data: { sessions, groups }, from, group }: Year, session: number): string {
  const tail = sessions.tail[session]!;
  if (typeof tail === 'string') return tail;
  const head = typeof sessions.head === 'number' ? sessions.head : sessions.head[session]!;
  return `${sessions.heads[head]}${groups.id[group[from[session]!]!]}.${tail}`;
}

/** The session of an id; −1 where there is none. */
export function sessionOf(year: Year, id: string): number {
  for (let i = 0; i < year.count; i++) if (idOf(year, i) === id) return i;
  return -1;
}

/** What its calendar entry is known by. */
export function uidOf(year: Year, session: number): string {
  const { suffix, suffixes } = year.data.sessions;
  const added = suffixes[typeof suffix === 'number' ? suffix : suffix[session]!]!;
  return added.startsWith('=') ? added.slice(1) : `${idOf(year, session)}${added}`;
}

/** Numbers of those who lead a session; −1 where nobody of the facilitators does. */
export function leadersOf({ data, facilitator }: Year, session: number): readonly number[] {
  return [facilitator[session]!, ...(data.sessions.coFacilitators?.[String(session)] ?? [])];
}
