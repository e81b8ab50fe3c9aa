/** Components planned apart → one schedule, in an order that does not tell which was planned when. */
import type { Demand } from '../../demand/types.ts';
import type { Model } from '../../model/model.ts';
import { scoreOf } from '../objective/objective.ts';
import type { Bottleneck, Schedule, ScheduleOptions } from '../types.ts';
import type { ComponentSolution } from './solve.ts';

/** Bottlenecks that are told. */
const MOST = 50;

/** @param components in the order of the components */
export function together(
  model: Model,
  demand: Demand,
  { previous }: ScheduleOptions,
  components: readonly ComponentSolution[],
): Schedule {
  const byId = new Map(
    demand.requirements.map((requirement, index) => [requirement.id, { requirement, index }]),
  );
  const unplaced = components
    .flatMap((component) => component.unplaced)
    .map((one) => ({ ...one, ...byId.get(one.requirement)! }))
    .sort((a, b) => a.index - b.index || a.first - b.first)
    .map(({ index, ...one }) => one);
  const heads = unplaced.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const score = scoreOf(model, sums(components.map(({ costs }) => costs)), heads);
  const bound = components.reduce((sum, component) => sum + component.bound, 0);
  const moves = components.every((component) => component.moves === undefined)
    ? (previous?.made?.moves ?? 0)
    : components.reduce((sum, component) => sum + (component.moves ?? 0), 0);
  const tried = [...new Set(components.flatMap((component) => component.tried ?? []))].sort();
  return {
    sessions: sessionsOf(components),
    unplaced,
    bottlenecks: components
      .flatMap((component) => component.bottlenecks)
      .sort(mostPeople)
      .slice(0, MOST),
    score: heads === 0 ? score : { ...score, bound },
    moves,
    ...(tried.length > 0 && { tried }),
  };
}

/** By start; at the same start in the order of the components. */
function sessionsOf(components: readonly ComponentSolution[]): Schedule['sessions'] {
  const all = components.flatMap(({ sessions, starts }) =>
    sessions.map((session, i) => ({ session, at: starts[i]! })),
  );
  return all.sort((a, b) => a.at - b.at).map(({ session }) => session);
}

function mostPeople(a: Bottleneck, b: Bottleneck): number {
  return b.people - a.people || a.from - b.from || a.by - b.by;
}

function sums(lists: readonly (readonly number[])[]): number[] {
  const out: number[] = [];
  for (const list of lists) {
    for (const [i, value] of list.entries()) out[i] = (out[i] ?? 0) + value;
  }
  return out;
}
