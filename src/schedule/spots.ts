/** Where people who wait could be seated if others made room: a start at random, or a free seat. */
import type { Day } from '../calendar/date.ts';
import { contains } from '../calendar/spans.ts';
import type { Spot } from './make-room.ts';
import type { Req } from './problem.ts';
import type { Random } from './random.ts';
import { pickStart } from './scan.ts';
import { freeSeats, wholeHeads } from './seats.ts';
import { couldCome } from './settle.ts';
import type { State } from './state.ts';

/** One in so many is a free seat in a session that is there. */
const JOINS = 4;
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
  if (!pickStart(state, req, random, place, by)) return undefined;
  const facilitator = pool.led ? pool.able[random(pool.able.length)] : undefined;
  for (let draw = 0; facilitator && draw < draws; draw++) {
    if (contains(facilitator.works, place.start, place.start + pool.minutes)) break;
    pickStart(state, req, random, place, by);
  }
  const rooms = pool.rooms.filter(({ room }) => room.seats >= Math.min(req.group.heads, wholeHeads(req)));
  return {
    ...place,
    facilitator,
    room: pool.roomed ? (rooms[random(rooms.length)] ?? pool.rooms.at(-1)) : undefined,
    joins: undefined,
    salt: random(SALTS),
  };
}

/** A free seat in a session of the pool, where only something of their own may stand in the way. */
function freeSeat(state: State, random: Random, req: Req, by: Day): Spot | undefined {
  const ids = state.byPool[req.pool.index]!;
  if (req.pool.seats <= 1 || ids.length === 0) return undefined;
  const session = state.sessions[ids[random(ids.length)]!]!;
  if (session.fixed || session.day > by || freeSeats(session) < 1 || !couldCome(req, session))
    return undefined;
  const { start, meeting, facilitator, room } = session;
  return { start, meeting, facilitator, room, joins: session, salt: random(SALTS) };
}
