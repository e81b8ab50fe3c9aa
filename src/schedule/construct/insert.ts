/**
 * Finding a session for people who have none: a new one at the best of a few possible starts, filled up with
 * others who wait for the same, or a free seat in one that exists.
 */
import { seatLimit } from '../constraints/index.ts';
import type { Objective } from '../objective/objective.ts';
import type { Req } from '../problem/problem.ts';
import { Draft } from '../solution/draft.ts';
import { freeSeats, redraft, sortSeats, takeOff, wholeHeads } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import { Outfitter } from './assign-resources.ts';
import { hoursLeft, readyOn } from './earliest-day.ts';
import { mixed } from './random.ts';
import { scan, scanAround, type Verdict, type Visit, type Window } from './scan-starts.ts';

/** Members of a requirement who wait for a place. */
export interface Unit {
  readonly req: Req;
  readonly first: number;
  readonly last: number;
}

export interface Attempt {
  /** How many feasible starts to compare. */
  readonly compare: number;
  /** How many starts to look at before giving up. */
  readonly looks: number;
  /** Whether groups may be split although they would fit as a whole. */
  readonly split: boolean;
  readonly window?: Window;
}

export const QUICK: Attempt = { compare: 5, looks: 500, split: false };
export const ANY: Attempt = { compare: 1, looks: Number.POSITIVE_INFINITY, split: true };

/** Others of the pool are tried for a session until so many in a row do not fit. */
const MISSES = 40;

export class Inserter extends Outfitter {
  readonly state: State;
  readonly objective: Objective;
  readonly draft: Draft;

  constructor(state: State, objective: Objective) {
    super();
    this.state = state;
    this.objective = objective;
    this.draft = new Draft(state);
  }

  /**
   * Places a new session for the first of the waiting units (and others of them) and takes those seated off
   * the list. Undefined when no start was found.
   */
  open(waiting: Unit[], attempt: Attempt, salt: number): Session | undefined {
    const lead = waiting[0]!;
    const found = this.onOpenedDay(lead, waiting, attempt, salt) ?? this.best(lead, waiting, attempt, salt);
    if (!found) return undefined;
    // Not a copy: it would be of a shape of its own, and whoever looks at sessions would have to tell the two apart.
    const session = Object.assign(found, { id: this.state.newId() });
    this.state.place(session);
    takeOff(waiting, session);
    return session;
  }

  /** Days that are bought are used up before another is begun. */
  private onOpenedDay(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    salt: number,
  ): Session | undefined {
    const bought = lead.req.pool.able.filter(({ facilitator }) => facilitator.totalDays !== undefined);
    if (bought.length === 0) return undefined;
    const { ledDay, problem } = this.state;
    const opened = (start: number): boolean =>
      bought.some(
        ({ index, clock }) => ledDay[index * problem.days + clock.day(start) - problem.firstDay]! > 0,
      );
    return this.best(lead, waiting, { ...attempt, looks: Number.POSITIVE_INFINITY }, salt, opened);
  }

  /** The best of the first feasible starts. @param only asked once a day: other days are left out */
  private best(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    salt: number,
    only?: (start: number) => boolean,
  ): Session | undefined {
    let best: Session | undefined;
    let [lowest, looks, found] = [Number.POSITIVE_INFINITY, 0, 0];
    const window = attempt.window ?? lead.req;
    const ready = readyOn(this.state, lead);
    this.look(lead, window, salt, (start, meeting): Verdict => {
      if (++looks > attempt.looks) return 'stop';
      const day = lead.req.pool.clock.day(start);
      if (day < ready || !hoursLeft(this.state, lead.req.pool, day) || (only && !only(start))) return 'day';
      const session = this.at(lead, waiting, attempt, start, meeting);
      if (!session) return 'next';
      // Seats are what is scarce: fuller sessions first, whatever the weights, then the better hour.
      const fuller = session.heads - (best?.heads ?? 0);
      if (fuller >= 0) {
        const cost = this.objective.marginal(this.state, session);
        if (fuller > 0 || cost < lowest) [best, lowest] = [session, cost];
      }
      return ++found >= attempt.compare ? 'stop' : 'day';
    });
    return best;
  }

  /** Who had a place looks around it, everybody else where there is least to do. */
  private look({ req, first }: Unit, window: Window, salt: number, visit: Visit): void {
    const before = this.state.before.of(req, first);
    if (before && !before.past) scanAround(this.state, req, window, req.pool.clock.day(before.start), visit);
    else scan(this.state, req, first, window, mixed(req.group.group.id, salt) % 9973, visit);
  }

  /** The session that would be held at a start; undefined where the lead unit cannot come. */
  at(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    start: number,
    meeting: number,
  ): Session | undefined {
    const { draft } = this;
    const { pool } = lead.req;
    draft.begin(pool, start, meeting);
    draft.soon = attempt.window?.soon ?? false;
    const wanted = attempt.split ? 1 : Math.min(lead.last - lead.first + 1, wholeHeads(lead.req));
    draft.heed(lead.req.group);
    // Where people have to look long, it is for those who lead.
    if (!this.findLeader(draft)) return undefined;
    const seats = this.capacity(draft);
    if (seats < wanted) return undefined;
    const last = seatLimit(draft, lead.req, lead.first, Math.min(lead.last, lead.first + seats - 1));
    if (last - lead.first + 1 < wanted) return undefined;
    draft.add(lead.req, lead.first, last);
    this.fill(lead, waiting, seats, attempt.split);
    if (!this.findRoom(draft)) return undefined;
    sortSeats(draft);
    const [{ req, first }] = draft.seats as [Unit];
    return draft.session(-1, this.state.before.of(req, first));
  }

  /** Seats others who wait, whole groups wherever a group can be seated whole. */
  private fill(lead: Unit, waiting: readonly Unit[], seats: number, split: boolean): void {
    const { draft } = this;
    if (lead.req.pool.module.format === 'self-paced') return;
    let misses = 0;
    for (const unit of waiting) {
      if (draft.heads >= seats || misses >= MISSES) return;
      if (unit === lead) continue;
      const { req, first } = unit;
      const heads = unit.last - first + 1;
      const wanted = split ? 1 : Math.min(heads, wholeHeads(req));
      const room = Math.min(heads, seats - draft.heads);
      if (room < wanted && heads <= wholeHeads(req)) {
        misses++;
        continue;
      }
      const last = seatLimit(draft, req, first, first + room - 1);
      if (last - first + 1 < Math.min(wanted, room)) misses++;
      else {
        draft.add(req, first, last);
        misses = 0;
      }
    }
  }

  /** Seats members of the unit in an existing session of its pool; the one that was there is replaced. */
  join(unit: Unit, session: Session): Session | undefined {
    if (session.fixed) return undefined;
    const { draft, state } = this;
    const free = freeSeats(session);
    if (free < 1) return undefined;
    state.lift(session);
    redraft(draft, session);
    const most = Math.min(unit.last, unit.first + free - 1);
    const last = seatLimit(draft, unit.req, unit.first, most);
    if (last < unit.first) {
      state.place(session);
      return undefined;
    }
    draft.add(unit.req, unit.first, last);
    sortSeats(draft);
    const fuller = draft.session(session.id, session.before);
    state.place(fuller);
    return fuller;
  }
}
