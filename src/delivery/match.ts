/**
 * Presences → seats. A row belongs to the session it names; else to the session of the person's own that it overlaps
 * longest; else to the one session that it can mean. Whatever can mean two things is told, and taken for neither.
 */
import type { Presence } from '../exchange/attendance/presence.ts';
import type { Id, Model } from '../model/model.ts';
import { About } from './about.ts';
import { beginnings, deliveryOf, type MatchedSeat } from './minutes.ts';
import type { PersonClues, Persons } from './persons.ts';
import type { Calendar, SeatedSession } from './seats.ts';
import type { Delivery, MatchOptions, MatchResult, UntakenRow } from './types.ts';

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
  const begun = beginnings(placed, options);
  const told = placed.map((group) =>
    deliveryOf(group, begun.get(group.session) ?? group.session.start, options),
  );
  const taken = placed.reduce((sum, { presences: rows }) => sum + rows.length, 0);
  const deliveries = options.isList ? [...told, ...missing(told)] : told;
  return { deliveries, untaken, taken, open };
}

function toldBy({ row }: Presence): PersonClues {
  const [email, upn] = [row.cell('email'), row.cell('upn')];
  const whole = `${row.cell('firstname')} ${row.cell('lastname')}`.trim();
  return { ids: [row.cell('person'), email, upn], emails: [email, upn], names: [row.cell('name'), whole] };
}

function placeAll(stays: readonly Stay[], about: About, untaken: UntakenRow[]): MatchedSeat[] {
  const placed: MatchedSeat[] = [];
  const known = new Map<SeatedSession, Map<Id, MatchedSeat>>();
  const add = ({ presence, person }: Stay, session: SeatedSession): void => {
    const there = known.get(session) ?? new Map<Id, MatchedSeat>();
    known.set(session, there);
    const before = there.get(person);
    if (before) {
      before.presences.push(presence);
      return;
    }
    const seat = { person, session, isSeated: session.seated.has(person), presences: [presence] };
    there.set(person, seat);
    placed.push(seat);
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
  const main = guests.length === 0 ? undefined : mostCommon(placed.map(({ session }) => session));
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
