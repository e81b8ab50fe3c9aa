/**
 * A place for everything that is pinned, before anything else is planned: what has been held or announced stands, then
 * the pins one by one. Whatever else was in their way gives way afterwards, as after any other change.
 */
import {
  clock as clockText,
  type Day,
  isoDate,
  MINUTES_A_DAY,
  type WallMinute,
  wallText,
} from '../../calendar/date.ts';
import { type Say, sayIn } from '../../calendar/say.ts';
import { utcText } from '../../calendar/zone.ts';
import type { Demand } from '../../demand/types.ts';
import { FORCEABLE, type Pin } from '../../model/model.ts';
import type { Notice } from '../../model/notice.ts';
import { CONSTRAINTS } from '../constraints/index.ts';
import { Inserter } from '../construct/insert.ts';
import { Objective } from '../objective/objective.ts';
import { coFacilitatorsOf } from '../problem/crews.ts';
import { makeProblem } from '../problem/encode.ts';
import type { World } from '../problem/world.ts';
import { type PreviousSession, Reader } from '../replan/previous-sessions.ts';
import { keepPrevious } from '../replan/warm-start.ts';
import { type Session, State } from '../solution/state.ts';
import type { PinnableSession } from '../types.ts';
import type { PinFault } from './fault.ts';
import { type PinRequest, probe } from './probe.ts';
import { startsNear } from './starts.ts';

/** Starts that are tried for one pin, and told where it cannot be kept. */
const TRIED = 3000;
const TOLD = 3;

/** What is over, and until when people must have been told. */
export interface Limits {
  readonly notice: Notice;
  readonly past: Day;
  /** The first day after the notice period. */
  readonly noticed: Day;
}

export interface PinSettlement {
  readonly sessions: readonly PinnableSession[];
  readonly faults: readonly PinFault[];
}

/** @param sessions in the search's numbers */
export function settlePins(
  world: World,
  demand: Demand,
  sessions: readonly PinnableSession[],
  { notice, past, noticed }: Limits,
): PinSettlement {
  const pinned = sessions.filter(({ pin }) => pin !== undefined);
  if (pinned.length === 0) return { sessions, faults: [] };
  const others = sessions.filter(({ pin }) => pin === undefined);
  const problem = makeProblem(world.model, demand, past, world, sessions, undefined, noticed);
  const inserter = new Inserter(new State(problem), new Objective(problem));
  const stands = others.filter(({ start }) => start < isoDate(notice.end));
  if (noticed > past) keepPrevious(inserter, stands, notice);
  const settler = new Settler(inserter, notice);
  // Those with the least choice first.
  const ordered = [...pinned].sort((a, b) => choice(a.pin!) - choice(b.pin!));
  const settle = (session: PinnableSession) => settler.settle(session, session.pin!);
  const settled = ordered.filter(({ pin }) => !pin!.notOn).map(settle);
  const calledOff = ordered.filter(({ pin }) => pin!.notOn);
  if (calledOff.length > 0) {
    const crowded = new Inserter(new State(problem), new Objective(problem));
    keepPrevious(crowded, [...settled, ...others], notice);
    settler.prefer(crowded);
    settled.push(...calledOff.map(settle));
  }
  return { sessions: [...settled, ...others], faults: settler.faults };
}

function choice({ at, keep, on, notOn }: Pin): number {
  if (at !== undefined || keep) return 0;
  if (on !== undefined) return 1;
  return notOn ? 3 : 2;
}

class Settler {
  readonly faults: PinFault[] = [];
  private readonly inserter: Inserter;
  private readonly reader: Reader;
  private inserters: readonly Inserter[];

  constructor(inserter: Inserter, notice: Notice) {
    this.inserter = inserter;
    this.inserters = [inserter];
    this.reader = new Reader(inserter.state, notice);
  }

  /** What was called off goes where everything else can stay; only where there is no such place do others give way. */
  prefer(crowded: Inserter): void {
    this.inserters = [crowded, this.inserter];
  }

  /** The session where it is to be held; as it came where that cannot be. */
  settle(session: PinnableSession, pin: Pin): PinnableSession {
    const old = this.reader.read(session);
    if (!old) {
      this.faults.push({
        pin,
        message: `nobody is asked for "${session.id}" any more`,
        fix: 'take the pin out',
      });
      return session;
    }
    const wanted = wantedOf(pin, session);
    const wish = wishOf(pin, old);
    let refused = 'in-window';
    for (const inserter of this.inserters) {
      for (const start of candidates(pin, old, wish)) {
        const found = this.isFrozen(old, start, pin) ? 'frozen' : probe(inserter, old, start, wanted);
        if (typeof found !== 'string') return this.place(session, old, found);
        if (refused === 'in-window') refused = found;
      }
    }
    this.faults.push(this.faultOf(session, pin, old, refused, wanted, wish));
    return session;
  }

  /** Nobody is told of another time in the notice period but by force. */
  private isFrozen({ before, fixed }: PreviousSession, start: number, { force }: Pin): boolean {
    return fixed && !force && before.id !== '' && start !== before.start;
  }

  private place(session: PinnableSession, old: PreviousSession, found: Session): PinnableSession {
    for (const { state } of this.inserters) state.place({ ...found, id: state.newId() });
    return settledAt(session, old, found);
  }

  private faultOf(
    session: PinnableSession,
    pin: Pin,
    old: PreviousSession,
    constraint: string,
    wanted: PinRequest,
    wish: number,
  ): PinFault {
    const { clock, module } = old.pool;
    const nearest: string[] = [];
    const { req } = old.seats[0]!;
    const starts = startsNear(req, req.opens, req.by, wish).filter(isNotOff(pin.notOn, old));
    for (const start of starts.slice(0, TRIED)) {
      if (nearest.length === TOLD) break;
      if (typeof probe(this.inserter, old, start, wanted) !== 'string')
        nearest.push(wallText(clock.wall(start)));
    }
    const rule = CONSTRAINTS.find(({ id }) => id === constraint);
    const say = sayIn(this.inserter.state.problem.model.programme.locale);
    const when = whenWords(say, pin, clock.wall(wish));
    const at = { ...old, room: undefined, facilitator: undefined };
    const asked = settledAt(session, at, { start: wish, end: wish + old.pool.minutes } as Session);
    return {
      pin,
      constraint,
      message: `“${module.name}” cannot be held on ${when}`,
      reason: rule?.reason() ?? constraint,
      session: {
        ...asked,
        room: wanted.room ?? session.room,
        facilitator: wanted.facilitator ?? session.facilitator,
      },
      nearest,
    };
  }
}

/** `2027-05-20 10:00`, `another day than 2027-05-20`, as the programme's locale writes days. */
function whenWords({ dateShort }: Say, { on, notOn }: Pin, wish: WallMinute): string {
  if (notOn) return `another day than ${notOn.map(dateShort).join(' and ')}`;
  if (on !== undefined) return dateShort(on);
  const day = Math.floor(wish / MINUTES_A_DAY);
  return `${dateShort(day)} ${clockText(wish - day * MINUTES_A_DAY)}`;
}

function wantedOf(pin: Pin, { facilitator, coFacilitators, room, open }: PinnableSession): PinRequest {
  return {
    ...(open && { open }),
    facilitator: pin.keep ? (facilitator ?? undefined) : pin.facilitator,
    coFacilitators: pin.keep ? coFacilitators : undefined,
    room: pin.keep ? (room ?? undefined) : pin.room,
    waived: pin.force ? FORCEABLE : new Set(),
  };
}

/** UTC minute of what is asked for; of a day the time of the day that it had. */
export function wishOf({ at, on }: Pin, { pool: { clock }, start }: PreviousSession): number {
  if (at !== undefined) return clock.utc(at);
  if (on === undefined) return start;
  const wall = clock.wall(start);
  return clock.utc(on * MINUTES_A_DAY + (wall - Math.floor(wall / MINUTES_A_DAY) * MINUTES_A_DAY));
}

function candidates({ at, on, keep, force, notOn }: Pin, old: PreviousSession, wish: number): number[] {
  const { seats, start } = old;
  const { req } = seats[0]!;
  if (at !== undefined || keep) return [wish];
  if (on !== undefined) return startsNear(req, on, on, wish);
  const opens = force ? req.from : req.opens;
  return [start, ...startsNear(req, opens, req.by, start)].filter(isNotOff(notOn, old)).slice(0, TRIED);
}

/** Whether a start is on no day on which the session was called off. */
function isNotOff(notOn: Pin['notOn'], { pool: { clock } }: PreviousSession): (start: number) => boolean {
  const days = new Set(notOn);
  return (start) => days.size === 0 || !days.has(clock.day(start));
}

function settledAt(
  session: PinnableSession,
  { pool, before }: PreviousSession,
  found: Session,
): PinnableSession {
  const { clock, site, minutes } = pool;
  const { coFacilitators: _, ...rest } = session;
  const beside = found.facilitator && coFacilitatorsOf(found.facilitator);
  return {
    ...rest,
    id: before.id,
    start: wallText(clock.wall(found.start)),
    end: wallText(clock.wall(found.start) + minutes),
    timezone: clock.zone,
    startUtc: `${utcText(found.start)}`,
    endUtc: `${utcText(found.start + minutes)}`,
    minutes,
    site,
    ...(found.seats && {
      attendees: found.seats.map(({ req, first, last }) => ({ group: req.group.group.id, first, last })),
      heads: found.heads,
    }),
    room: found.room?.room.id ?? null,
    facilitator: found.facilitator?.facilitator.id ?? null,
    ...(beside && { coFacilitators: beside }),
    settled: true,
  };
}
