/**
 * Who is touched by which session: the plan's attendance turned round, from sessions with member ranges to
 * segments of people with the same sessions. Everything that coverage counts is counted on segments, never
 * on single people, so that the work grows with sessions and not with heads.
 */

import { type Day, mondayOf, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { startingDay } from '../../demand/joiners.ts';
import { isHeld, retiredModule } from '../../model/made/history.ts';
import type { Plan, PlanGroup, PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import { lazy } from '../../model/made/remembered.ts';
import type { Id, Model, Module, Post } from '../../model/model.ts';
import { type Stay, stretchesOf } from '../../model/presence.ts';

/** A session as coverage sees it, whoever attends it. */
export interface Touch {
  readonly session: PlanSession;
  readonly module: Module;
  readonly counts: boolean;
  /** Whether the module carries a customer's voice. */
  readonly voice: boolean;
  readonly day: Day;
  /** ISO week, counted from the week in which the programme starts (0). */
  readonly week: number;
}

/** Members of one group who attend exactly the same sessions. */
export interface Segment {
  readonly group: PlanGroup;
  readonly post: Post;
  readonly members: number;
  readonly joiners: boolean;
  /** When they are there; all year: nobody judges them for the time before or after. */
  readonly stay: Stay;
  readonly allYear: boolean;
  /** Joiners: their first day. */
  readonly joined: Day | undefined;
  /** Joiners whom a roster is still to name: the others of their post are there for them once they have met its moments. */
  readonly isUnnamed: boolean;
  /** What was asked of people who are not there all year and found no place. */
  readonly missed: readonly MissedTouch[];
  /** In order of start. */
  readonly touches: readonly Touch[];
}

/** A module that found no place in a window that begins on a day. */
export interface MissedTouch {
  readonly module: Module;
  readonly from: Day;
}

export interface Touches {
  /** Every session that takes place, in order of start. */
  readonly all: readonly Touch[];
  readonly segments: readonly Segment[];
}

/** Members `first` to `last` of a group in one session. */
export interface Seats {
  readonly first: number;
  readonly last: number;
  readonly touch: Touch;
}

/**
 * Whether a seat in a module's session counts (gaps.md): paid, themed, planned rather than reactive, and for
 * a tool or process only with a strategy.
 */
export function countsAtAll(module: Module): boolean {
  return (
    module.paid &&
    module.themes.length > 0 &&
    module.when.kind !== 'trigger' &&
    ((module.kind !== 'tool' && module.kind !== 'process') || module.strategy !== undefined)
  );
}

/** Whether a module carries a customer's voice, from the library or as an inline type. */
export function hasVoice(module: Module): boolean {
  return module.voices.length > 0 || module.voiceTypes.length > 0;
}

/**
 * Turns the plan round. Cancelled sessions are left out, and so is what the workspace no longer knows (an
 * older plan), unless it has been held. Groups without any session make a segment without touches.
 */
export function touchesOf(model: Model, plan: Plan): Touches {
  const retired = retiredModules(plan);
  const all = plan.sessions.flatMap((session) => touchOf(model, session, retired) ?? []);
  all.sort((a, b) =>
    a.session.startUtc < b.session.startUtc ? -1 : a.session.startUtc > b.session.startUtc ? 1 : 0,
  );
  return { all, segments: segmentsOf(model, plan.groups, seatsByGroup(all), plan.unscheduled) };
}

/** The seats of each group, in order of start. */
export function seatsByGroup(touches: readonly Touch[]): Map<Id, Seats[]> {
  const seats = new Map<Id, Seats[]>();
  for (const touch of touches) {
    for (const { group, first, last } of touch.session.attendees) {
      append(seats, group, { first, last, touch });
    }
  }
  return seats;
}

/** Every group cut into segments by its seats, and by who is there when. */
export function segmentsOf(
  model: Model,
  groups: readonly PlanGroup[],
  seats: ReadonlyMap<Id, readonly Seats[]>,
  unscheduled: readonly PlanUnscheduled[] = [],
): Segment[] {
  const partly = new Set(groups.filter(({ presence }) => presence).map(({ id }) => id));
  const missed = new Map<Id, PlanUnscheduled[]>();
  for (const one of partly.size > 0 ? unscheduled : []) {
    if (!partly.has(one.group)) continue;
    append(missed, one.group, one);
  }
  return groups.flatMap((group) => cut(model, group, seats.get(group.id) ?? [], missed.get(group.id) ?? []));
}

/** Modules that sessions were held of and that the workspace no longer has, in the words of their day. */
export function retiredModules(plan: Plan): (session: PlanSession) => Module | undefined {
  const words = lazy(() => {
    const former = (plan.former ?? []).flatMap(({ names }) => names.modules ?? []);
    return new Map([...former, ...(plan.names?.modules ?? [])].map((entry) => [entry.id, entry]));
  });
  return (session) => {
    if (!isHeld(session, plan.asOf)) return undefined;
    const known = words().get(session.module);
    const { name = session.module, voices = [], voiceTypes = [], parts = 1 } = known ?? {};
    const said = { outcome: undefined, strategy: undefined, followUp: undefined, host: undefined };
    return retiredModule(session.module, { ...said, name, voices, voiceTypes, parts }, session);
  };
}

/** Undefined for what does not take place, and for what the workspace no longer knows. */
export function touchOf(
  model: Model,
  session: PlanSession,
  retired: (session: PlanSession) => Module | undefined,
): Touch | undefined {
  const day = toDay(session.start.slice(0, 10));
  if (day === undefined || session.status === 'cancelled') return undefined;
  const known = model.modules.get(session.module);
  const module = known ?? retired(session);
  if (!module) return undefined;
  const week = (mondayOf(day) - mondayOf(model.programme.starts)) / 7;
  const counts = known ? countsAtAll(module) && session.themes.length > 0 : session.counts;
  return { session, module, counts, voice: hasVoice(module), day, week };
}

/** Cuts a group wherever one of its sessions begins or ends to seat members, or where others are there. */
function cut(
  model: Model,
  group: PlanGroup,
  attended: readonly Seats[],
  missed: readonly PlanUnscheduled[],
): Segment[] {
  const post = model.posts.get(`${group.role}.${group.site}.${group.shift}`);
  if (!post || group.heads <= 0) return [];
  const { starts, ends } = model.programme;
  const joiners = group.joiners !== false;
  const usual = joiners ? startOf(model, group) : starts;
  const stays = stretchesOf(group, { from: usual, until: ends });
  // Of a group that has become smaller, those who are still there.
  const seats = attended.flatMap((seat) =>
    seat.first > group.heads ? [] : { ...seat, last: Math.min(seat.last, group.heads) },
  );
  const cuts = new Set([1, group.heads + 1]);
  for (const ranges of [seats, missed, stays])
    for (const { first, last } of ranges) cuts.add(first).add(last + 1);
  const isNobody = (number: number) => joiners && group.people?.[number - 1] === null;
  for (let number = 2; joiners && number <= group.heads; number++)
    if (isNobody(number) !== isNobody(number - 1)) cuts.add(number);
  const edges = [...cuts].sort((a, b) => a - b);
  const touches: Touch[][] = edges.slice(1).map(() => []);
  const indexOf = new Map(edges.map((edge, i) => [edge, i]));
  for (const { first, last, touch } of seats) {
    const end = indexOf.get(last + 1)!;
    for (let i = indexOf.get(first)!; i < end; i++) touches[i]!.push(touch);
  }
  let at = 0;
  return touches.flatMap((list, i) => {
    const [first, next] = [edges[i]!, edges[i + 1]!];
    while (stays[at] && stays[at]!.last < first) at++;
    const stay = stays[at] ?? { from: usual, until: ends };
    // On such a number nobody ever was.
    if (stay.until < stay.from && list.length === 0) return [];
    const segment: Segment = {
      group,
      post,
      members: next - first,
      joiners,
      stay: { from: stay.from, until: stay.until },
      allYear: !joiners && stay.from <= starts && stay.until >= ends,
      joined: joiners ? stay.from : undefined,
      isUnnamed: isNobody(first) && stay.until >= ends,
      missed: missed.flatMap((one) => missedBy(model, one, first) ?? []),
      touches: list,
    };
    return [segment];
  });
}

/** Joiners of whom the plan says no more come on the first working day of their month. */
function startOf(model: Model, group: PlanGroup): Day {
  const { starts } = model.programme;
  return startingDay(model, group, toDay(`${group.joiners}-01`) ?? starts) ?? starts;
}

function missedBy(model: Model, one: PlanUnscheduled, member: number): MissedTouch | undefined {
  const [module, from] = [model.modules.get(one.module), toDay(one.window.from)];
  if (!module || from === undefined || member < one.first || member > one.last) return undefined;
  return { module, from };
}
