/**
 * Presences → seats. A row belongs to the session it names; else to the session of the person's own that it overlaps
 * longest; else to the one session that it can mean. Whatever can mean two things is told, and taken for neither.
 */
import { toUtc, toWall } from '../calendar/zone.ts';
import type { Moment, Presence } from '../exchange/attendance/presence.ts';
import type { Id, Model } from '../model/model.ts';
import { type Persons, plainName } from './persons.ts';
import type { Calendar, SeatedSession } from './seats.ts';

export interface MatchOptions {
  /** The zone of times without one; undefined: each session's own. */
  readonly zone: string | undefined;
  /** A session, or a module, that the whole file is about. */
  readonly session: Id | undefined;
  readonly module: Id | undefined;
  /** What the meeting was called. */
  readonly topic: string | undefined;
  /** Least part of a session's minutes that counts as attended, of 1. */
  readonly attendedFrom: number;
  readonly isList: boolean;
}

/** What came of somebody's seat. */
export interface Delivery {
  readonly person: Id;
  readonly session: SeatedSession;
  /** False for whoever was there without a seat in it. */
  readonly isSeated: boolean;
  readonly status: 'attended' | 'absent' | 'confirmed';
  /** Whole minutes; undefined where no times are known. */
  readonly minutes: number | undefined;
}

/** A row that was not taken, and why. */
export interface UntakenRow {
  readonly line: number;
  readonly why:
    | 'not on the roster'
    | 'a name that several people have'
    | 'no session at that time'
    | 'several sessions at that time'
    | 'no such session';
}

export interface MatchResult {
  readonly deliveries: readonly Delivery[];
  readonly untaken: readonly UntakenRow[];
  readonly taken: number;
  /** Rows about something that has not happened yet (booked, on a waiting list). */
  readonly open: number;
}

interface Stay {
  readonly presence: Presence;
  readonly person: Id;
}

export function match(
  presences: readonly Presence[],
  model: Model,
  calendar: Calendar,
  persons: Persons,
  options: MatchOptions,
): MatchResult {
  const untaken: UntakenRow[] = [];
  const stays: Stay[] = [];
  let open = 0;
  for (const presence of presences) {
    const { row, outcome } = presence;
    if (outcome === 'open') {
      open++;
      continue;
    }
    const who = persons.find(toldBy(presence));
    if (who.kind === 'person') stays.push({ presence, person: who.id });
    else
      untaken.push({
        line: row.line,
        why: who.kind === 'several' ? 'a name that several people have' : 'not on the roster',
      });
  }
  const about = new About(model, calendar, options);
  const placed = placeAll(stays, about, untaken);
  const begun = beginnings(placed.values(), options);
  const deliveries = [...placed.values()].map((group) =>
    deliveryOf(group, begun.get(group.session) ?? group.session.start, options),
  );
  const taken = [...placed.values()].reduce((sum, { presences: rows }) => sum + rows.length, 0);
  if (options.isList) deliveries.push(...missing(deliveries));
  return { deliveries, untaken, taken, open };
}

function toldBy({ row }: Presence) {
  const cells = (...fields: string[]): string[] =>
    fields.map((field) => row.cell(field)).filter((cell) => cell !== '');
  const whole = cells('firstname', 'lastname').join(' ');
  return {
    ids: cells('person', 'email', 'upn'),
    emails: cells('email', 'upn'),
    names: [...cells('name'), ...(whole === '' ? [] : [whole])],
  };
}

/** A person in a session, with all that is known of it. */
interface MatchedSeat {
  readonly person: Id;
  readonly session: SeatedSession;
  readonly isSeated: boolean;
  readonly presences: Presence[];
}

function placeAll(stays: readonly Stay[], about: About, untaken: UntakenRow[]): Map<string, MatchedSeat> {
  const placed = new Map<string, MatchedSeat>();
  const add = ({ presence, person }: Stay, session: SeatedSession): void => {
    const key = `${person}\n${session.session.id}`;
    const known = placed.get(key);
    if (known) known.presences.push(presence);
    else placed.set(key, { person, session, isSeated: session.seated.has(person), presences: [presence] });
  };
  const guests: Stay[] = [];
  for (const stay of stays) {
    const own = about.own(stay.presence, stay.person);
    if (own.length === 1) add(stay, own[0]!);
    else if (own.length > 1)
      untaken.push({ line: stay.presence.row.line, why: 'several sessions at that time' });
    else guests.push(stay);
  }
  // Whoever has no seat at that time came to the session that the others of the file came to.
  const main = mostCommon([...placed.values()].map(({ session }) => session));
  for (const stay of guests) {
    const found = about.any(stay.presence, main);
    if (found.length === 1) add(stay, found[0]!);
    else untaken.push({ line: stay.presence.row.line, why: whyNot(found, stay.presence, about) });
  }
  return placed;
}

function whyNot(found: readonly unknown[], presence: Presence, about: About): UntakenRow['why'] {
  if (found.length > 1) return 'several sessions at that time';
  return about.names(presence) ? 'no such session' : 'no session at that time';
}

function mostCommon(sessions: readonly SeatedSession[]): SeatedSession | undefined {
  const counts = new Map<SeatedSession, number>();
  for (const one of sessions) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Which sessions a presence can mean. */
class About {
  readonly #calendar: Calendar;
  readonly #options: MatchOptions;
  readonly #module: Id | undefined;
  readonly #modules: ReadonlyMap<string, Id>;

  constructor(model: Model, calendar: Calendar, options: MatchOptions) {
    this.#calendar = calendar;
    this.#options = options;
    this.#modules = new Map(
      [...model.modules.values()].flatMap(({ id, name }) => [
        [id, id] as const,
        [plainName(name), id] as const,
      ]),
    );
    const { topic } = options;
    this.#module = options.module ?? (topic === undefined ? undefined : this.#moduleCalled(topic));
  }

  names({ row }: Presence): boolean {
    return row.cell('session') !== '' || row.cell('module') !== '' || this.#options.session !== undefined;
  }

  /** Of the person's own sessions those it overlaps longest; several where that is the same. */
  own(presence: Presence, person: Id): SeatedSession[] {
    return this.#longest(presence, this.#meant(presence, this.#calendar.of(person)));
  }

  /** Of all sessions; the one that the others came to, where it is among them. */
  any(presence: Presence, main: SeatedSession | undefined): SeatedSession[] {
    // A row without a day (those who never came) is about what the others came to.
    if (presence.day === undefined && !this.names(presence)) return main ? [main] : [];
    const meant = this.#longest(presence, this.#meant(presence));
    return main && meant.includes(main) ? [main] : meant;
  }

  #moduleCalled(name: string): Id | undefined {
    return this.#modules.get(name) ?? this.#modules.get(plainName(name));
  }

  /** @param own those of the person; all when left out */
  #meant({ row, day }: Presence, own?: readonly SeatedSession[]): readonly SeatedSession[] {
    const id = row.cell('session') || this.#options.session;
    if (id) {
      const named = this.#calendar.byId.get(id);
      return named && (!own || own.includes(named)) ? [named] : [];
    }
    const word = row.cell('module');
    const module = word === '' ? this.#module : this.#moduleCalled(word);
    if ((word !== '' && module === undefined) || day === undefined) return [];
    // A course and its day are meant as they stand; a clock elsewhere may show the next day.
    const reach = word === '' ? 1 : 0;
    return (own ?? this.#calendar.around(day)).filter(
      ({ session, start }) =>
        Math.abs(Math.floor(start / 86_400) - day) <= reach &&
        (module === undefined || session.module === module),
    );
  }

  #longest(presence: Presence, sessions: readonly SeatedSession[]): SeatedSession[] {
    const { from, to, day } = presence;
    if (!from || !to)
      return sessions.filter(({ start }) => day === undefined || Math.floor(start / 86_400) === day);
    const lengths = sessions.map((session) => overlap(session, from, to, this.#options.zone));
    const most = Math.max(0, ...lengths);
    return most === 0 ? [] : sessions.filter((_, i) => lengths[i] === most);
  }
}

/** A stay by the session's own clock. */
function clipped({ session }: SeatedSession, moment: Moment, zone: string | undefined): number {
  const minutes = Math.floor(moment.seconds / 60);
  const rest = moment.seconds - minutes * 60;
  if (moment.isUtc) return toWall(session.timezone, minutes) * 60 + rest;
  if (zone === undefined || zone === session.timezone) return moment.seconds;
  return toWall(session.timezone, toUtc(zone, minutes).utc) * 60 + rest;
}

function overlap(session: SeatedSession, from: Moment, to: Moment, zone: string | undefined): number {
  const [start, end] = [clipped(session, from, zone), clipped(session, to, zone)];
  return Math.max(0, Math.min(end, session.end) - Math.max(start, session.start));
}

function deliveryOf(
  { person, session, isSeated, presences }: MatchedSeat,
  begun: number,
  options: MatchOptions,
): Delivery {
  const outcomes = presences.flatMap(({ outcome }) =>
    outcome === undefined || outcome === 'open' ? [] : [outcome],
  );
  // Of several rows of one person the best counts.
  const said = (['confirmed', 'attended', 'absent'] as const).find((one) => outcomes.includes(one));
  const minutes = minutesOf(session, presences, begun, options);
  const enough = minutes === undefined || minutes >= session.session.minutes * options.attendedFrom;
  const status = said ?? (enough ? 'attended' : 'absent');
  return { person, session, isSeated, status, minutes };
}

/** When each session began: at its time, or when the first came, if that was later. Its length stays. */
function beginnings(placed: Iterable<MatchedSeat>, { zone }: MatchOptions): Map<SeatedSession, number> {
  const first = new Map<SeatedSession, number>();
  for (const { session, presences } of placed) {
    for (const { from } of presences) {
      if (from)
        first.set(
          session,
          Math.min(first.get(session) ?? Number.POSITIVE_INFINITY, clipped(session, from, zone)),
        );
    }
  }
  return new Map([...first].map(([session, came]) => [session, Math.max(session.start, came)]));
}

/** Whole minutes for which somebody was there, rejoining and second devices counted once; undefined where no time is known. */
function minutesOf(
  session: SeatedSession,
  presences: readonly Presence[],
  start: number,
  { zone }: MatchOptions,
): number | undefined {
  const end = start + (session.end - session.start);
  const stays = presences.flatMap(({ from, to }) =>
    from && to
      ? [[Math.max(start, clipped(session, from, zone)), Math.min(end, clipped(session, to, zone))] as const]
      : [],
  );
  if (stays.length > 0) return Math.round(unionOf(stays) / 60);
  const durations = presences.flatMap(({ duration }) => duration ?? []);
  if (durations.length === 0) return undefined;
  const sum = durations.reduce((total, seconds) => total + seconds, 0);
  return Math.round(Math.min(sum, session.end - session.start) / 60);
}

function unionOf(stays: readonly (readonly [number, number])[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of [...stays].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, until);
    if (to > start) sum += to - start;
    until = Math.max(until, to);
  }
  return sum;
}

/** Whoever had a seat in a session that the file is about, and is not in it. */
function missing(deliveries: readonly Delivery[]): Delivery[] {
  const bySession = new Map<SeatedSession, Set<Id>>();
  for (const { session, person } of deliveries) {
    const there = bySession.get(session) ?? new Set();
    bySession.set(session, there.add(person));
  }
  return [...bySession].flatMap(([session, there]) => {
    const absent = [...session.seated].filter((id) => !there.has(id));
    // A file of another meeting may touch a session; one that is about it has most of its people.
    const seen = session.seated.size - absent.length;
    if (bySession.size > 1 && seen * 2 < session.seated.size) return [];
    return absent.map(
      (person): Delivery => ({ person, session, isSeated: true, status: 'absent', minutes: undefined }),
    );
  });
}
