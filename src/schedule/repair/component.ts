/** Mending one independent component of the year. */
import { poolsOf } from '../../demand/cohorts.ts';
import type { Requirement } from '../../demand/types.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import type { Notice } from '../../model/notice.ts';
import { allMissing, construct } from '../construct/construct.ts';
import { Inserter, type Unit } from '../construct/insert.ts';
import { mixed, seeded } from '../construct/random.ts';
import { Objective } from '../objective/objective.ts';
import { TERMS } from '../objective/terms/index.ts';
import type { Component } from '../problem/components.ts';
import { makeProblem } from '../problem/encode.ts';
import type { Pool, Problem } from '../problem/problem.ts';
import { startsOfOnly } from '../problem/start-tables.ts';
import type { World } from '../problem/world.ts';
import { bringNearer } from '../replan/bring-nearer.ts';
import { inOrder, type PreviousSession, Reader } from '../replan/previous-sessions.ts';
import { asItWas, moveOn, sessionAsItWas, takeBackHurried } from '../replan/warm-start.ts';
import type { Session } from '../solution/session.ts';
import { asBefore } from '../solution/session.ts';
import { State } from '../solution/state.ts';
import { placedOf } from '../solve/result.ts';
import { EFFORTS } from '../solve/solve.ts';
import type { PlacedSession, ScheduleOptions } from '../types.ts';
import { tallyElsewhere } from './elsewhere.ts';
import { around, type Displacement } from './neighbourhood.ts';
import { improve } from './rounds.ts';

export interface MendedComponent {
  /** Those that are not as they were. */
  readonly sessions: readonly PlacedSession[];
  /** Ids of the previous plan's sessions whose place they take. */
  readonly replaced: readonly string[];
  /** What the cost of each term changes by. */
  readonly costs: readonly number[];
  readonly moves: number;
  /** Who may wait, and found no place. */
  readonly missing: readonly Unit[];
}

/** Who lacks a place that was never had, and who of those may go on without one. */
export interface Newcomers {
  readonly lacking: ReadonlyMap<Requirement, readonly Pick<Unit, 'first' | 'last'>[]>;
  readonly mayWait: (unit: Unit) => boolean;
}

const NOBODY: Newcomers = { lacking: new Map(), mayWait: () => false };

/**
 * Undefined where somebody who may not wait finds no place among what stands.
 * @param broken ids of the sessions that cannot stay; those of whose people nobody is asked for any more are dropped
 */
export async function mendComponent(
  world: World,
  component: Component,
  broken: ReadonlySet<string>,
  { seed, effort, notice }: Pick<ScheduleOptions, 'seed' | 'effort'> & { readonly notice: Notice },
  { lacking, mayWait }: Newcomers = NOBODY,
): Promise<MendedComponent | undefined> {
  // What is pinned has no other place: where else it could be held has to be looked into.
  if (component.sessions.some(({ id, settled }) => settled && broken.has(id))) return undefined;
  const { model } = world;
  const { from: past } = notice;
  const needy: Displacement = { broken, lacking: new Set(lacking.keys()) };
  const { demand, sessions, others, groups, moving } = around(world, component, needy, notice);
  const tables = startsOfOnly(world.tables, moving);
  const everybody = component.demand.groups.reduce((sum, { heads }) => sum + heads, 0);
  const problem = makeProblem(model, demand, past, world, sessions, { tables, everybody }, notice.end);
  const asked = component.demand.requirements.filter(({ module }) => moving.has(module.id));
  markMixed(model, asked, problem);
  const objective = new Objective(problem);
  const inserter = new Inserter(new State(problem), objective);
  const { state } = inserter;
  tallyElsewhere(state, others, groups);
  for (const { requirement, base } of problem.reqs) {
    for (const { first, last } of lacking.get(requirement) ?? [])
      state.places.fill(-1, base + first - 1, base + last);
  }
  const stood = stand(inserter, sessions, broken, notice);
  if (!stood) return undefined;
  const { standing, waiting, dropped } = stood;
  const kept = new Set<number>();
  for (const old of waiting) {
    const session = moveOn(inserter, old);
    if (session) kept.add(session.id);
  }
  takeBackHurried(inserter);
  await construct(inserter, seed, () => {});
  const missing = allMissing(state, problem);
  if (!missing.every(mayWait)) return undefined;
  const movable = (): number[] =>
    state.sessions.flatMap((session, id) =>
      session && !standing.has(id) && !kept.has(id) && !asBefore(session) ? [id] : [],
    );
  const random = seeded(mixed(component.demand.groups[0]!.id, seed));
  const moves = await improve(inserter, random, movable, EFFORTS[effort].moves);
  bringNearer(inserter, movable());
  const made = replaced(inserter, standing, waiting);
  return { ...made, replaced: [...made.replaced, ...dropped], moves, missing };
}

/** People of other departments could come, even where none of them is around. @param requirements of what moves */
function markMixed(model: Model, requirements: readonly Requirement[], { pools }: Problem): void {
  const mixed = new Set<string>();
  for (const pool of poolsOf(model, { groups: [], requirements })) {
    const departments = new Set(pool.requirements.map(({ group }) => group.post.department));
    if (departments.size > 1) mixed.add(nameOf(pool));
  }
  for (const pool of pools) if (mixed.has(nameOf(pool))) pool.mixed = true;
}

function nameOf({ module, occurrence, site }: Pick<Pool, 'module' | 'occurrence' | 'site'>): string {
  return `${module.id} ${occurrence} ${site}`;
}

interface Stood {
  /** By their numbers in the state. */
  readonly standing: ReadonlyMap<number, Standing>;
  readonly waiting: readonly PreviousSession[];
  /** Ids of broken ones whose people are asked for nothing of the kind any more. */
  readonly dropped: readonly string[];
}

interface Standing {
  readonly old: PreviousSession;
  readonly session: Session;
}

/** Puts what stands into the state, unasked: it broke nothing, and nothing that it needs has changed. */
function stand(
  inserter: Inserter,
  sessions: readonly PlanSession[],
  broken: ReadonlySet<string>,
  notice: Notice,
): Stood | undefined {
  const { state } = inserter;
  const reader = new Reader(state, notice);
  const standing = new Map<number, Standing>();
  const waiting: PreviousSession[] = [];
  const dropped: string[] = [];
  for (const document of inOrder(state.problem, sessions)) {
    const old = reader.read(document);
    if (!old) {
      if (!broken.has(document.id)) return undefined;
      dropped.push(document.id);
      continue;
    }
    for (const { req, first, last } of old.seats)
      state.places.fill(-1, req.base + first - 1, req.base + last);
    if (broken.has(document.id)) {
      waiting.push(old);
      continue;
    }
    const session = asItWas(inserter, old);
    standing.set(session.id, { old, session });
  }
  return { standing, waiting, dropped };
}

/** What changed, and what that costs more or less. */
function replaced(
  inserter: Inserter,
  standing: ReadonlyMap<number, Standing>,
  waiting: readonly PreviousSession[],
): Omit<MendedComponent, 'moves' | 'missing'> {
  const { state } = inserter;
  const { problem } = state;
  const now = state.sessions.filter(
    (session): session is Session => session !== undefined && standing.get(session.id)?.session !== session,
  );
  const before = [...waiting];
  for (const { old, session } of standing.values()) {
    if (state.sessions[session.id] !== session) before.push(old);
  }
  for (const session of now) state.lift(session);
  const costs = TERMS.map(() => 0);
  const place = (session: Session, by: 1 | -1): void => {
    TERMS.forEach(({ marginal }, i) => {
      costs[i]! += by * marginal(state, session);
    });
    state.place(session);
  };
  state.mark();
  for (const session of now) place(session, 1);
  state.undo();
  state.forget();
  for (const old of before) place(sessionAsItWas(inserter, old), -1);
  return {
    sessions: now.map((session) => placedOf(problem, session)),
    replaced: before.map(({ before: { id } }) => id),
    costs,
  };
}
