/**
 * Who is touched by which session: the plan's attendance turned round, from sessions with member ranges to
 * segments of people with the same sessions. Everything that coverage counts is counted on segments, never
 * on single people, so that the work grows with sessions and not with heads.
 */
import { type Day, mondayOf, toDay } from '../calendar/date.ts';
import type { Id, Model, Module, Post } from '../model/model.ts';
import type { Plan, PlanGroup, PlanSession } from '../model/plan.ts';

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
  /** In order of start. */
  readonly touches: readonly Touch[];
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
 * older plan). Groups without any session make a segment without touches.
 */
export function touchesOf(model: Model, plan: Plan): Touches {
  const all = plan.sessions.flatMap((session) => touchOf(model, session) ?? []);
  all.sort((a, b) =>
    a.session.startUtc < b.session.startUtc ? -1 : a.session.startUtc > b.session.startUtc ? 1 : 0,
  );
  return { all, segments: segmentsOf(model, plan.groups, seatsByGroup(all)) };
}

/** The seats of each group, in order of start. */
export function seatsByGroup(touches: readonly Touch[]): Map<Id, Seats[]> {
  const seats = new Map<Id, Seats[]>();
  for (const touch of touches) {
    for (const { group, first, last } of touch.session.attendees) {
      const list = seats.get(group);
      if (list) list.push({ first, last, touch });
      else seats.set(group, [{ first, last, touch }]);
    }
  }
  return seats;
}

/** Every group cut into segments by its seats. */
export function segmentsOf(
  model: Model,
  groups: readonly PlanGroup[],
  seats: ReadonlyMap<Id, readonly Seats[]>,
): Segment[] {
  return groups.flatMap((group) => cut(model, group, seats.get(group.id) ?? []));
}

function touchOf(model: Model, session: PlanSession): Touch | undefined {
  const module = model.modules.get(session.module);
  const day = toDay(session.start.slice(0, 10));
  if (!module || day === undefined || session.status === 'cancelled') return undefined;
  const week = (mondayOf(day) - mondayOf(model.programme.starts)) / 7;
  const counts = countsAtAll(module) && session.themes.length > 0;
  return { session, module, counts, voice: hasVoice(module), day, week };
}

/** Cuts a group wherever one of its sessions begins or ends to seat members. */
function cut(model: Model, group: PlanGroup, attended: readonly Seats[]): Segment[] {
  const post = model.posts.get(`${group.role}.${group.site}.${group.shift}`);
  if (!post || group.heads <= 0) return [];
  const cuts = new Set([1, group.heads + 1]);
  for (const { first, last } of attended) cuts.add(first).add(last + 1);
  const edges = [...cuts].sort((a, b) => a - b);
  const touches: Touch[][] = edges.slice(1).map(() => []);
  const indexOf = new Map(edges.map((edge, i) => [edge, i]));
  for (const { first, last, touch } of attended) {
    const end = indexOf.get(last + 1)!;
    for (let i = indexOf.get(first)!; i < end; i++) touches[i]!.push(touch);
  }
  const joiners = group.joiners !== false;
  return touches.map((list, i) => ({
    group,
    post,
    members: edges[i + 1]! - edges[i]!,
    joiners,
    touches: list,
  }));
}
