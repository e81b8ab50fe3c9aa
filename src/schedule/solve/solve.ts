/** One independent component of the year: keep, construct, make room, improve, explain. */
import { toDay } from '../../calendar/date.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';
import { noticeOf } from '../../model/notice.ts';
import { budgetOf, Improver } from '../anneal/anneal.ts';
import { lowerBound } from '../bounds/bound.ts';
import { allMissing, construct } from '../construct/construct.ts';
import { Inserter, type Unit } from '../construct/insert.ts';
import { mixed, seeded } from '../construct/random.ts';
import { Dissolver } from '../ejection/dissolve.ts';
import { Homes } from '../ejection/kept-places.ts';
import { bottlenecksOf } from '../explain/bottlenecks.ts';
import { explain, inRuns } from '../explain/explain.ts';
import { Objective } from '../objective/objective.ts';
import type { Limits } from '../pins/settle.ts';
import type { Component } from '../problem/components.ts';
import { makeProblem } from '../problem/encode.ts';
import type { Problem } from '../problem/problem.ts';
import type { World } from '../problem/world.ts';
import { bringNearer } from '../replan/bring-nearer.ts';
import { gentlest } from '../replan/least-disruption.ts';
import { makeRoom, Waiting } from '../replan/repair-phases.ts';
import { goHome } from '../replan/return-free.ts';
import { meansOf } from '../replan/supply-fingerprint.ts';
import { keepPrevious, type WarmStart } from '../replan/warm-start.ts';
import { asBefore } from '../solution/session.ts';
import { State } from '../solution/state.ts';
import type { Bottleneck, Effort, PlacedSession, Progress, ScheduleOptions, Unplaced } from '../types.ts';
import { bestBeginning } from './iterated-ruin-recreate.ts';
import { inOrder, placedOf } from './result.ts';

/** Steps of making room, and moves a session for making it good. */
export const EFFORTS: Readonly<Record<Effort, { readonly steps: number; readonly moves: number }>> = {
  quick: { steps: 400, moves: 20 },
  normal: { steps: 3000, moves: 40 },
  thorough: { steps: 30_000, moves: 1000 },
};

/** Moves of a moment. */
const BRIEF = 50_000;

/** What a component needs to know of the whole: plain data, fit for another thread. */
export interface Job extends Pick<ScheduleOptions, 'asOf' | 'dated' | 'seed' | 'effort' | 'inputs'> {
  /** How the previous plan was made; undefined where there is none. */
  readonly made: Plan['made'] | undefined;
}

/** Plain data too. */
export interface ComponentSolution {
  readonly sessions: readonly PlacedSession[];
  /** UTC minutes of the sessions' starts. */
  readonly starts: readonly number[];
  /** With the requirement's id instead of itself. */
  readonly unplaced: readonly (Omit<Unplaced, 'requirement'> & { readonly requirement: string })[];
  readonly bottlenecks: readonly Bottleneck[];
  /** Of each soft term. */
  readonly costs: readonly number[];
  /** So many people-requirements cannot be placed, whatever one tries. */
  readonly bound: number;
  /** Undefined where the previous plan stands. */
  readonly moves: number | undefined;
  /** What there was to place people with (see `means.ts`); undefined where everybody has a place. */
  readonly tried: string | undefined;
}

/** Called now and then; what it returns is awaited. */
export type Tell = (progress: Omit<Progress, 'total'>) => void | Promise<void>;

/** Plans a component. The same component gives the same result, whatever else there is in the year. */
export async function solve(
  world: World,
  component: Component,
  job: Job,
  tell: Tell,
): Promise<ComponentSolution> {
  const { model } = world;
  const { notice, past, noticed } = limitsOf(model, job);
  const problem = makeProblem(model, component.demand, past, world, component.sessions, undefined, noticed);
  const objective = new Objective(problem);
  const inserter = new Inserter(new State(problem), objective);
  const { state } = inserter;
  const follows = job.made !== undefined || component.sessions.length > 0;
  const before = [...component.sessions, ...component.spent];
  const kept = follows ? keepPrevious(inserter, before, notice) : undefined;
  const stands = kept !== undefined && nothingToDo(job, component, kept, allMissing(state, problem));
  const moves = stands ? undefined : await search(inserter, component, kept ?? NOTHING, job, tell);
  const sessions = inOrder(state);
  const missing = allMissing(state, problem);
  await tell({ phase: 'explain', placed: state.placedHeads, soft: 0 });
  const entries = inRuns(missing);
  const unplaced = explain(inserter, entries);
  const told = entries.map((unit, i) => ({ unit, reasons: unplaced[i]!.reasons }));
  return {
    sessions: sessions.map((session) => placedOf(problem, session)),
    starts: sessions.map(({ start }) => start),
    unplaced: unplaced.map(({ requirement, ...rest }) => ({ requirement: requirement.id, ...rest })),
    bottlenecks: bottlenecksOf(problem, sessions, told),
    costs: objective.costs(problem, sessions, state.before),
    bound: lowerBound(problem, sessions, missing),
    moves,
    tried: missing.length > 0 ? meansOf(problem, askedIn(component), job) : undefined,
  };
}

/** What is over, and until when people must have been told; nothing where there is no plan yet. */
export function limitsOf(
  model: Model,
  { asOf: text, dated, made }: Pick<Job, 'asOf' | 'dated' | 'made'>,
): Limits {
  const asOf = toDay(text) ?? model.programme.starts - 1;
  const notice = noticeOf(model, asOf, dated);
  if (made) return { notice, past: asOf, noticed: notice.end };
  return { notice, past: Number.NEGATIVE_INFINITY, noticed: Number.NEGATIVE_INFINITY };
}

const NOTHING: WarmStart = { sessions: new Set(), changed: 0 };

/** The number of moves tried. */
async function search(
  inserter: Inserter,
  component: Component,
  { sessions: fromBefore, changed }: WarmStart,
  job: Job,
  tell: Tell,
): Promise<number> {
  const { state, objective } = inserter;
  const { problem } = state;
  const { demand, unscheduled } = component;
  const { seed, effort, made } = job;
  const { steps, moves } = EFFORTS[effort];
  // Of the component's own name, not of its place among others.
  const random = seeded(mixed(demand.groups[0]!.id, seed));
  const placing = () => tell({ phase: 'construct', placed: state.placedHeads, soft: 0 });
  const homes = new Homes(state, fromBefore);
  const waiting = new Waiting(state, unscheduled);
  const since = { broken: changed > 0, tried: isTried(problem, component, job) };
  const begin = async (salt: number): Promise<number> => {
    await construct(inserter, salt, placing);
    return makeRoom(inserter, random, homes, waiting, since, steps, placing);
  };
  const begun =
    made || fromBefore.size > 0
      ? await gentlest(state, homes, seed, begin, () => headsOf(waiting.pushing(since)))
      : await bestBeginning(inserter, seed, random, begin);
  if (fromBefore.size > 0) goHome(inserter);
  const dissolver = new Dissolver(inserter, ({ id }) => fromBefore.has(id));
  dissolver.run();
  const free = () =>
    state.sessions.flatMap((session) =>
      session && !fromBefore.has(session.id) && !asBefore(session) ? [session.id] : [],
    );
  const movable = free();
  const budget = budgetOf(movable.length, moves);
  // Moves that are over before anybody has read a figure are not worth counting one.
  const soft = budget > BRIEF ? objective.score(problem, inOrder(state), 0, state.before).soft : 0;
  const improver = new Improver(inserter, random);
  const improved = await improver.run(movable, budget, (gain) =>
    tell({ phase: 'improve', placed: state.placedHeads, soft: budget > BRIEF ? soft - gain : 0 }),
  );
  // Moves may have freed a place. A new year looks for room once more: of 306 people left out of a firm of 1,000 that
  // gives 31 one, and later nobody could have it without moving those who have a plan by then.
  await construct(inserter, seed, placing);
  bringNearer(inserter, free());
  const again = made ? 0 : await makeRoom(inserter, random, homes, waiting, since, steps, placing);
  return begun + improved.moves + again;
}

/** Whether a search has left people out with the means of now, and with as many of them at least. */
function isTried(problem: Problem, component: Component, job: Job): boolean {
  const tried = job.made?.tried;
  if (!tried || component.unscheduled.length === 0) return false;
  const [then, now] = [headsBefore(component), headsNow(component)];
  if (![...then].every(([module, heads]) => (now.get(module) ?? 0) >= heads)) return false;
  return tried.includes(meansOf(problem, new Set(then.keys()), job));
}

/** People-requirements of each module in the previous plan, of groups that there are still. */
function headsBefore({ demand, sessions, unscheduled }: Component): Map<Id, number> {
  const known = new Set(demand.groups.map(({ id }) => id));
  const heads = new Map<Id, number>();
  const add = (module: Id, { first, last }: { readonly first: number; readonly last: number }) =>
    heads.set(module, (heads.get(module) ?? 0) + last - first + 1);
  for (const { module, status, attendees } of sessions) {
    if (status !== 'confirmed') continue;
    for (const seat of attendees) if (known.has(seat.group)) add(module, seat);
  }
  for (const one of unscheduled) add(one.module, one);
  return heads;
}

/** People-requirements of each module now. */
function headsNow({ demand }: Component): Map<Id, number> {
  const heads = new Map<Id, number>();
  for (const { module, group } of demand.requirements) {
    heads.set(module.id, (heads.get(module.id) ?? 0) + group.heads);
  }
  return heads;
}

function askedIn({ demand }: Component): Set<Id> {
  return new Set(demand.requirements.flatMap(({ module, group }) => (group.heads > 0 ? module.id : [])));
}

/** The same inputs, seed and effort as before, everything kept: the search has nothing to add. */
function nothingToDo(job: Job, component: Component, kept: WarmStart, missing: readonly Unit[]): boolean {
  const { made } = job;
  if (kept.changed > 0 || headsOf(missing) !== headsOf(component.unscheduled)) return false;
  if (missing.length === 0) return true;
  return job.inputs === made?.inputs && job.seed === made?.seed && job.effort === made?.effort;
}

function headsOf(units: readonly { readonly first: number; readonly last: number }[]): number {
  return units.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
