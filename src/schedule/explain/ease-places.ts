/** What could be eased about places: a room opened at that hour, a further meeting for a shift, more seats in a huddle. */
import { clock, inMask, MINUTES_A_DAY, toDay, wallText } from '../../calendar/date.ts';
import { sayIn } from '../../calendar/say.ts';
import { spansOf, subtract } from '../../calendar/spans.ts';
import { fixedStart, isAtMoment, type Meeting } from '../../model/model.ts';
import { attends, isHeld } from '../../model/working-time/meetings.ts';
import { SEAT_RULES } from '../constraints/index.ts';
import { roomOnce } from '../constraints/room-once.ts';
import type { Unit } from '../construct/insert.ts';
import { type Req, type RoomInfo, roomOpen } from '../problem/problem.ts';
import { tableOf } from '../problem/start-table.ts';
import { Draft } from '../solution/draft.ts';
import { redraft } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import type { Ease } from './ease.ts';

/** Meetings begin on the quarter of an hour. */
const QUARTER = 15;

/** The rooms there, whenever they are closed; the site's own closures stand. */
export function openRooms(state: State, req: Req, heads: number): Ease[] {
  const { pool } = req;
  if (!pool.roomed || !pool.rooms.some(({ closed }) => closed.length > 0)) return [];
  const rooms = pool.rooms.map((room) => ({ ...room, closed: [] }));
  const change = (start: number): string => {
    const room = closedRoom(state, req, start, heads);
    return room ? `${room.room.name} open ${hoursOf(state, req, start)}` : 'a room open at that hour';
  };
  return [{ req: { ...req, pool: { ...pool, rooms } }, change }];
}

/** The smallest that would do and is closed then. */
function closedRoom(state: State, { pool }: Req, start: number, heads: number): RoomInfo | undefined {
  const draft = new Draft(state).begin(pool, start, -1);
  return pool.rooms.find(
    (room) => room.room.seats >= heads && !roomOpen(room, start, draft.end) && roomOnce.room!(draft, room),
  );
}

/** `on Mondays from 21:00 to 21:30`, by the session's own clock. */
function hoursOf({ problem }: State, { pool }: Req, start: number): string {
  const [from, to] = [pool.clock.wall(start), pool.clock.wall(start + pool.minutes)];
  return `on ${dayName(problem.model.programme.locale, from)}s from ${timeOf(from)} to ${timeOf(to)}`;
}

function dayName(locale: string, wall: number): string {
  return sayIn(locale).weekday(toDay(wallText(wall).slice(0, 10))!);
}

function timeOf(wall: number): string {
  return clock(wall - Math.floor(wall / MINUTES_A_DAY) * MINUTES_A_DAY);
}

/**
 * A meeting each week in the hours of their shift, beside those that there are; on a weekday on which the department
 * meets already, else on any.
 */
export function furtherMeeting(state: State, req: Req): Ease[] {
  const { problem } = state;
  const { pool, group } = req;
  const { post } = group.group;
  if (!pool.huddle) return [];
  const { name, meetings, shifts } = problem.model.departments.get(post.department)!;
  const open = subtract(
    problem.opens.open(post, pool.module, isAtMoment(pool.module, pool.occurrence)),
    heldMeetings(req, meetings),
  );
  const { clock: zone, minutes } = pool;
  const { days, hours } = pool.module;
  const all = days ?? 127;
  const usual = meetings.reduce((mask, meeting) => mask | meeting.days, 0) & all;
  const where = shifts.size > 1 ? `${name} ${post.shift}` : name;
  const change = (start: number): string => {
    const wall = zone.wall(start);
    const day = dayName(problem.model.programme.locale, wall);
    return `a ${meetings.length > 0 ? 'further ' : ''}meeting of ${where} on ${day}s at ${timeOf(wall)} (${minutes} minutes)`;
  };
  return [usual, all].flatMap((mask) => {
    if (mask === 0) return [];
    const table = tableOf(open, {
      clock: zone,
      minutes,
      step: QUARTER,
      days: mask,
      hours,
      at: fixedStart(pool.module),
    });
    return [{ req: { ...req, tables: [table] }, change }];
  });
}

/** UTC stretches of the meetings that they attend. */
function heldMeetings({ pool, group, from, by }: Req, meetings: readonly Meeting[]): number[] {
  const { post } = group.group;
  const spans: [number, number][] = [];
  for (const meeting of meetings) {
    if (!attends(meeting, post)) continue;
    for (let day = from; day <= by; day++) {
      if (!isHeld(meeting, day) || !inMask(meeting.days, day)) continue;
      const start = pool.clock.utc(day * MINUTES_A_DAY + meeting.at);
      spans.push([start, start + meeting.minutes]);
    }
  }
  return spansOf(spans.flat());
}

/** The session of a huddle that stands and would need fewest seats more to take them in. */
export function moreSeats(
  state: State,
  unit: Unit,
  last: number,
): { readonly change: string; readonly start: number } | undefined {
  const { req, first } = unit;
  const { pool } = req;
  const { module } = pool;
  if (!pool.huddle || module.seats.max === undefined) return undefined;
  const heads = last - first + 1;
  let best: Session | undefined;
  for (const session of state.sessions) {
    if (session?.pool !== pool || session.fixed || (best && session.heads >= best.heads)) continue;
    if (takesIn(state, unit, session, last)) best = session;
  }
  if (!best) return undefined;
  return {
    change: `\`seats\` ${best.heads + heads} instead of ${module.seats.max} (${module.name})`,
    start: best.start,
  };
}

/** Seats themselves apart. The state is as it was afterwards. */
function takesIn(state: State, { req, first }: Unit, session: Session, last: number): boolean {
  state.lift(session);
  const draft = new Draft(state);
  redraft(draft, session);
  let limit = last;
  for (const rule of SEAT_RULES) {
    limit = rule.seat!(draft, req, first, limit);
    if (limit < first) break;
  }
  state.place(session);
  return limit >= last;
}
