import type { GroupInfo, Pool } from '../problem/problem.ts';
import type { State } from '../solution/state.ts';
import type { Constraint } from './constraint.ts';

export const personOnce: Constraint = {
  id: 'person-once',
  sentence:
    'A person is in one session at a time, with the changeover between two, and the way where they are at two sites.',
  why: 'Nobody can sit in two rooms.',
  reason: () => 'the people are in other sessions',
  seat({ state, start, end, pool }, { group }, first, last) {
    const taken = group.travels
      ? takenAway(state, pool, group, start, end, first, last)
      : state.people.lowestTaken(group.index, start, end, gapOf(state), first, last);
    return taken === 0 ? last : taken - 1;
  },
  blockers({ state, start, end }, wanted) {
    if (wanted.kind !== 'seat') return [];
    const { group } = wanted.req;
    const gap = group.travels ? state.problem.gaps.people.most : gapOf(state);
    return state.people.sessions(group.index, start, end, gap);
  },
};

function gapOf({ problem }: State): number {
  return problem.model.policy.changeoverMinutes;
}

function takenAway(
  { people, problem, sessions }: State,
  pool: Pool,
  group: GroupInfo,
  start: number,
  end: number,
  first: number,
  last: number,
): number {
  const gaps = problem.gaps.people;
  const place = placeFor(group, pool);
  const gapTo = (id: number): number => gaps.between(place, placeFor(group, sessions[id]!.pool));
  return people.lowestTakenAway(group.index, start, end, gaps.most, first, last, gapTo);
}

/** What is held online, people attend where they work. */
function placeFor({ home }: GroupInfo, { place }: Pool): number {
  return place < 0 ? home : place;
}
