/** What must come before what, for one member: prerequisites, and the parts of one module. */
import type { GroupInfo, Link, Links, Problem, Req } from '../problem/problem.ts';
import type { Seat, Session, State } from '../solution/state.ts';

/** A requirement as if it were held at this time, for one question. */
export interface HypotheticalTime {
  readonly req: Req;
  readonly end: number;
}

/** Whether a window closed before anything could still be put into it: whoever was not there is asked for it no more. */
export function isOver({ past }: Problem, { by }: Pick<Req, 'by'>): boolean {
  return by <= past;
}

const NONE: readonly Link[] = [];

/**
 * What must come before a requirement, which its module alone does not tell: nothing where it is renewed or made up, and
 * nothing of which its people missed a round.
 */
export function needsOf({ links }: Req): readonly Link[] {
  return links?.needs ?? NONE;
}

export function sessionOf(state: State, req: Req, member: number): Session | undefined {
  const id = state.places[req.base + member - 1]!;
  return id < 0 ? undefined : state.sessions[id];
}

/**
 * When a member has a module behind them: the end (UTC) of the first of its occurrences, with all its parts.
 * −∞ when it is asked of them no more, ∞ when no occurrence has a place.
 * @param reqs of the module, by time and part
 */
export function doneAt(state: State, reqs: readonly Req[], member: number, asIf?: HypotheticalTime): number {
  let best = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  for (const req of reqs) {
    isAsked ||= !isOver(state.problem, req);
    if (req.pool.part <= 1) last = Number.NEGATIVE_INFINITY;
    last = Math.max(last, endAs(state, req, member, asIf));
    if ((req.requirement.part?.of ?? 1) === Math.max(1, req.pool.part) && last < best) best = last;
  }
  return isAsked || best < Number.POSITIVE_INFINITY ? best : Number.NEGATIVE_INFINITY;
}

/** Whether a member has what must come before a start behind them, as far back as it must be. */
function isMet(
  state: State,
  group: GroupInfo,
  { reqs, atLeastDays, atMostDays }: Link,
  member: number,
  start: number,
  asIf?: HypotheticalTime,
): boolean {
  if (atMostDays === undefined)
    return comesAfter(group, doneAt(state, reqs, member, asIf), start, atLeastDays);
  return isNear(state, group, { reqs, atLeastDays, atMostDays }, member, start, asIf);
}

/** Whether any complete occurrence lies between so many days before a start; as {@link doneAt}, which knows the first one. */
function isNear(
  state: State,
  group: GroupInfo,
  { reqs, atLeastDays, atMostDays }: Link,
  member: number,
  start: number,
  asIf?: HypotheticalTime,
): boolean {
  let last = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  let isDone = false;
  for (const req of reqs) {
    isAsked ||= !isOver(state.problem, req);
    if (req.pool.part <= 1) last = Number.NEGATIVE_INFINITY;
    last = Math.max(last, endAs(state, req, member, asIf));
    if ((req.requirement.part?.of ?? 1) !== Math.max(1, req.pool.part) || last === Number.POSITIVE_INFINITY)
      continue;
    isDone = true;
    const ago = group.clock.day(start) - group.clock.day(last - 1);
    if (ago <= atMostDays! && comesAfter(group, last, start, atLeastDays)) return true;
  }
  return !isAsked && !isDone;
}

/** When a member has been in what a requirement asks for; ∞ when they have no place. */
function endAs(state: State, req: Req, member: number, asIf: HypotheticalTime | undefined): number {
  if (asIf?.req.index === req.index) return asIf.end;
  return sessionOf(state, req, member)?.end ?? Number.POSITIVE_INFINITY;
}

/** Whether a start comes late enough after the end of a prerequisite, in the group's own days. */
export function comesAfter(group: GroupInfo, done: number, start: number, atLeastDays: number): boolean {
  if (done === Number.NEGATIVE_INFINITY) return true;
  if (done > start) return false;
  return atLeastDays <= 0 || group.clock.day(start) - group.clock.day(done - 1) >= atLeastDays;
}

/** The part of the same occurrence before (−1) or after (1) a requirement. */
export function neighbour(req: Req, by: 1 | -1): Req | undefined {
  const { part } = req.requirement;
  if (!part || part.number + by < 1 || part.number + by > part.of) return undefined;
  const { own } = req.links!;
  // By its number: what is asked may be a copy with something eased. What somebody missed is not among the others.
  const beside = own[own.findIndex(({ index }) => index === req.index) + by];
  return beside?.requirement.part?.number === part.number + by ? beside : undefined;
}

/** Whether a member could attend a requirement in `[start, end)`, as far as order is concerned. */
export function inOrder(state: State, req: Req, member: number, start: number, end: number): boolean {
  const { group, links } = req;
  if (!links) return true;
  const before = neighbour(req, -1);
  if (before && !isOver(state.problem, before)) {
    if ((sessionOf(state, before, member)?.end ?? Number.POSITIVE_INFINITY) > start) return false;
  }
  const after = neighbour(req, 1);
  if (after && (sessionOf(state, after, member)?.start ?? Number.POSITIVE_INFINITY) < end) return false;
  for (const link of links.needs) if (!isMet(state, group, link, member, start)) return false;
  return followersStand(state, req, links, member, end);
}

function followersStand(
  state: State,
  req: Req,
  { own, followers }: Links,
  member: number,
  end: number,
): boolean {
  const { group } = req;
  let done: number | undefined;
  for (const { reqs, atLeastDays, atMostDays } of followers) {
    for (const follower of reqs) {
      const session = sessionOf(state, follower, member);
      if (!session) continue;
      if (atMostDays !== undefined) {
        const back = { reqs: own, atLeastDays, atMostDays };
        if (!isNear(state, group, back, member, session.start, { req, end })) return false;
        continue;
      }
      done ??= doneAt(state, own, member, { req, end });
      if (!comesAfter(group, done, session.start, atLeastDays)) return false;
    }
  }
  return true;
}

/** Whether a prerequisite has no place itself: then making room here is no use. */
export function waitsForOthers(state: State, { req, first }: Seat): boolean {
  return needsOf(req).some(({ reqs }) => doneAt(state, reqs, first) === Number.POSITIVE_INFINITY);
}

/** Of the sessions that a member needs before a requirement, the latest. */
export function lastBefore(state: State, req: Req, member: number): Session | undefined {
  const part = neighbour(req, -1);
  const earlier = needsOf(req).flatMap(({ reqs }) => reqs);
  let last: Session | undefined;
  for (const one of part ? [part, ...earlier] : earlier) {
    const session = sessionOf(state, one, member);
    if (session && (!last || session.start > last.start)) last = session;
  }
  return last;
}

/** Sessions that may not stay once these members' place in `req` is gone. */
export function orphans(state: State, req: Req, first: number, last: number): Set<Session> {
  const out = new Set<Session>();
  const { links } = req;
  if (!links) return out;
  const next = neighbour(req, 1);
  for (let member = first; member <= last; member++) {
    const part = next && sessionOf(state, next, member);
    if (part) out.add(part);
    for (const { reqs, ...distance } of links.followers) {
      for (const follower of reqs) {
        const session = sessionOf(state, follower, member);
        if (!session || out.has(session)) continue;
        if (!isMet(state, req.group, { reqs: links.own, ...distance }, member, session.start))
          out.add(session);
      }
    }
  }
  return out;
}
