/** Where people who wait could be seated if others made room: a start at random, or a free seat. */
import type { Day } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import type { Random } from '../construct/random.ts';
import { pickStart } from '../construct/scan-starts.ts';
import type { FacilitatorInfo, Req, RoomInfo } from '../problem/problem.ts';
import { freeSeats, wholeHeads } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import { couldCome } from './insert-free.ts';

/** Where people could be seated: a session of their own, or a free seat of one that is there, or comes there with them. */
export interface Spot {
  readonly start: number;
  /** Resource of the meeting for a huddle, −1 else. */
  readonly meeting: number;
  readonly facilitator: FacilitatorInfo | undefined;
  readonly room: RoomInfo | undefined;
  readonly joins: Session | undefined;
  /** Varies who is taken out of those that cost much the same; a try and its repetition choose alike. */
  readonly salt: number;
}

/** One in so many is a free seat in a session that is there. */
const JOINS = 4;
/** Starts that are drawn for one at which all could come. */
const TOGETHER = 8;
const SALTS = 0x40000000;

/**
 * Any place for a requirement up to a day; undefined where nothing is found.
 * @param draws starts that are drawn again for one at which the leader is at work
 */
export function anySpot(state: State, random: Random, req: Req, by: Day, draws: number): Spot | undefined {
  return random(JOINS) === 0 ? freeSeat(state, random, req, by) : freeStart(state, random, req, by, draws);
}

/** A start, with somebody who could lead and a room that is large enough. */
function freeStart(state: State, random: Random, req: Req, by: Day, draws: number): Spot | undefined {
  const { pool } = req;
  const place = { start: 0, day: 0, table: undefined, meeting: -1 };
  if (!pickStart(req, random, place, by)) return undefined;
  const facilitator = leaderFor(state, random, req);
  if (pool.led && !facilitator) return undefined;
  for (let draw = 0; facilitator && draw < draws; draw++) {
    if (isAtWork(facilitator, place.start, place.start + pool.minutes)) break;
    pickStart(req, random, place, by);
  }
  const room = roomFor(random, req, Math.min(req.group.heads, wholeHeads(req)));
  return { ...place, facilitator, room, joins: undefined, salt: random(SALTS) };
}

/** Anybody who could lead it, or as many as have to. */
function leaderFor({ problem }: State, random: Random, { pool, group }: Req): FacilitatorInfo | undefined {
  if (!pool.led) return undefined;
  const { able, spoken, leaders } = pool;
  const wanted = pool.languages & group.languages;
  const speak = spoken ? able.filter(({ languages }) => (languages & wanted) !== 0) : able;
  if (leaders === 1) return speak[random(speak.length)];
  const left = [...speak];
  const crew = Array.from({ length: Math.min(leaders, left.length) }, () =>
    left.splice(random(left.length), 1),
  );
  return problem.crews.of(crew.flat());
}

/** Whether all who lead it work in `[start, end)`. */
function isAtWork({ works, coFacilitators }: FacilitatorInfo, start: number, end: number): boolean {
  return contains(works, start, end) && coFacilitators.every((one) => contains(one.works, start, end));
}

/** Any room for so many. */
function roomFor(random: Random, { pool }: Req, heads: number): RoomInfo | undefined {
  if (!pool.roomed) return undefined;
  const rooms = pool.rooms.filter(({ room }) => room.seats >= heads);
  return rooms[random(rooms.length)] ?? pool.rooms.at(-1);
}

/** A free seat in a session of the pool, where only something of their own may stand in the way. */
function freeSeat(state: State, random: Random, req: Req, by: Day): Spot | undefined {
  const ids = state.byPool[req.pool.index]!;
  if (req.pool.seats <= 1 || ids.length === 0) return undefined;
  const session = state.sessions[ids[random(ids.length)]!]!;
  if (session.fixed) return undefined;
  if (session.day > by || !couldCome(req, session)) return moved(state, random, req, by, session);
  if (freeSeats(session) < 1) return undefined;
  const { start, meeting, facilitator, room } = session;
  return { start, meeting, facilitator, room, joins: session, salt: random(SALTS) };
}

/**
 * A free seat in a session at another start, at which all of it could come, too: two half-full sessions of shifts that
 * have an hour in common become one. Who stands as the previous plan had it goes nowhere for that.
 */
function moved(state: State, random: Random, req: Req, by: Day, session: Session): Spot | undefined {
  const { pool } = req;
  if (session.before || session.heads >= pool.seats) return undefined;
  const place = { start: 0, day: 0, table: undefined, meeting: -1 };
  for (let draw = 0; draw < TOGETHER; draw++) {
    if (!pickStart(req, random, place, by)) return undefined;
    if (!session.seats.every((seat) => couldCome(seat.req, { ...place, pool }))) continue;
    const facilitator = leaderFor(state, random, req);
    if (pool.led && !facilitator) return undefined;
    const room = roomFor(random, req, session.heads + 1);
    if (room && room.room.seats <= session.heads) return undefined;
    return { ...place, facilitator, room, joins: session, salt: random(SALTS) };
  }
  return undefined;
}
