/** Parts planned apart → one schedule, in an order that does not tell which was planned when. */
import type { Demand } from '../../demand/types.ts';
import type { Model } from '../../model/model.ts';
import { scoreOf } from '../objective/objective.ts';
import type { Bottleneck, Schedule, ScheduleOptions } from '../types.ts';
import type { ComponentSolution } from './solve.ts';

/** Bottlenecks that are told. */
const MOST = 50;

/** @param parts in the order of the parts */
export function together(
  model: Model,
  demand: Demand,
  { previous }: ScheduleOptions,
  parts: readonly ComponentSolution[],
): Schedule {
  const byId = new Map(
    demand.requirements.map((requirement, index) => [requirement.id, { requirement, index }]),
  );
  const unplaced = parts
    .flatMap((part) => part.unplaced)
    .map((one) => ({ ...one, ...byId.get(one.requirement)! }))
    .sort((a, b) => a.index - b.index || a.first - b.first)
    .map(({ index, ...one }) => one);
  const heads = unplaced.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const score = scoreOf(model, sums(parts.map(({ costs }) => costs)), heads);
  const bound = parts.reduce((sum, part) => sum + part.bound, 0);
  const moves = parts.every((part) => part.moves === undefined)
    ? (previous?.made?.moves ?? 0)
    : parts.reduce((sum, part) => sum + (part.moves ?? 0), 0);
  const tried = [...new Set(parts.flatMap((part) => part.tried ?? []))].sort();
  return {
    sessions: sessionsOf(parts),
    unplaced,
    bottlenecks: parts
      .flatMap((part) => part.bottlenecks)
      .sort(mostPeople)
      .slice(0, MOST),
    score: heads === 0 ? score : { ...score, bound },
    moves,
    ...(tried.length > 0 && { tried }),
  };
}

/** By start; at the same start in the order of the parts. */
function sessionsOf(parts: readonly ComponentSolution[]): Schedule['sessions'] {
  const all = parts.flatMap(({ sessions, starts }) =>
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
