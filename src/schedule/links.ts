/** What must come before what, for one member: prerequisites, and the parts of one module. */
import type { GroupInfo, Problem, Req } from './problem.ts';
import type { Session, State } from './state.ts';

/** A requirement as if it were held at this time, for one question. */
export interface AsIf {
  readonly req: Req;
  readonly end: number;
}

/** Requirements of a group for a linked module, by time and part. */
export function linkedReqs(problem: Problem, group: GroupInfo, module: string): readonly Req[] {
  const index = problem.moduleIndex.get(module);
  if (index === undefined) return [];
  return problem.linked.get(group.index * problem.moduleIndex.size + index) ?? [];
}

export function sessionOf(state: State, req: Req, member: number): Session | undefined {
  const id = state.places[req.base + member - 1]!;
  return id < 0 ? undefined : state.sessions[id];
}

/**
 * When a member has a module behind them: the end (UTC) of the first of its occurrences, with all its parts.
 * −∞ when it is not asked of them, ∞ when no occurrence has a place.
 */
export function doneAt(state: State, group: GroupInfo, member: number, module: string, asIf?: AsIf): number {
  const reqs = linkedReqs(state.problem, group, module);
  if (reqs.length === 0) return Number.NEGATIVE_INFINITY;
  let best = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const req of reqs) {
    if (req.pool.part <= 1) last = Number.NEGATIVE_INFINITY;
    const end =
      asIf?.req === req ? asIf.end : (sessionOf(state, req, member)?.end ?? Number.POSITIVE_INFINITY);
    last = Math.max(last, end);
    if ((req.requirement.part?.of ?? 1) === Math.max(1, req.pool.part) && last < best) best = last;
  }
  return best;
}

/** Whether a start comes late enough after the end of a prerequisite, in the group's own days. */
export function comesAfter(group: GroupInfo, done: number, start: number, atLeastDays: number): boolean {
  if (done === Number.NEGATIVE_INFINITY) return true;
  if (done > start) return false;
  return atLeastDays <= 0 || group.clock.day(start) - group.clock.day(done - 1) >= atLeastDays;
}

/** The part of the same occurrence before (−1) or after (1) a requirement. */
export function neighbour(problem: Problem, req: Req, by: 1 | -1): Req | undefined {
  const { part } = req.requirement;
  if (!part || part.number + by < 1 || part.number + by > part.of) return undefined;
  const reqs = linkedReqs(problem, req.group, req.pool.module.id);
  return reqs[reqs.indexOf(req) + by];
}

/** Whether a member could attend a requirement in `[start, end)`, as far as order is concerned. */
export function inOrder(state: State, req: Req, member: number, start: number, end: number): boolean {
  const { problem } = state;
  const { group, pool } = req;
  const before = neighbour(problem, req, -1);
  if (before && (sessionOf(state, before, member)?.end ?? Number.POSITIVE_INFINITY) > start) return false;
  const after = neighbour(problem, req, 1);
  if (after && (sessionOf(state, after, member)?.start ?? Number.POSITIVE_INFINITY) < end) return false;
  for (const { module, atLeastDays } of pool.module.after) {
    if (!comesAfter(group, doneAt(state, group, member, module), start, atLeastDays)) return false;
  }
  const followers = problem.followers.get(pool.module.id);
  return followers === undefined || followersStand(state, req, member, end, followers);
}

function followersStand(
  state: State,
  req: Req,
  member: number,
  end: number,
  followers: readonly { readonly module: string; readonly atLeastDays: number }[],
): boolean {
  const { group, pool } = req;
  let done: number | undefined;
  for (const { module, atLeastDays } of followers) {
    for (const follower of linkedReqs(state.problem, group, module)) {
      const session = sessionOf(state, follower, member);
      if (!session) continue;
      done ??= doneAt(state, group, member, pool.module.id, { req, end });
      if (!comesAfter(group, done, session.start, atLeastDays)) return false;
    }
  }
  return true;
}

/** Sessions that may not stay once these members' place in `req` is gone. */
export function orphans(state: State, req: Req, first: number, last: number): Set<Session> {
  const { problem } = state;
  const out = new Set<Session>();
  if (!req.pool.linked) return out;
  const next = neighbour(problem, req, 1);
  const followers = problem.followers.get(req.pool.module.id) ?? [];
  for (let member = first; member <= last; member++) {
    const part = next && sessionOf(state, next, member);
    if (part) out.add(part);
    for (const { module, atLeastDays } of followers) {
      for (const follower of linkedReqs(problem, req.group, module)) {
        const session = sessionOf(state, follower, member);
        if (!session || out.has(session)) continue;
        const done = doneAt(state, req.group, member, req.pool.module.id);
        if (!comesAfter(req.group, done, session.start, atLeastDays)) out.add(session);
      }
    }
  }
  return out;
}
