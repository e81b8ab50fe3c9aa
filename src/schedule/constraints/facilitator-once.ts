import { heldBy, isIn } from '../problem/crews.ts';
import { type FacilitatorInfo, roleHeadsAround } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Constraint } from './constraint.ts';

export const facilitatorOnce: Constraint = {
  id: 'facilitator-once',
  sentence:
    'Whoever leads is in one place at a time, with the changeover and the way between sites; a colleague who leads is not in the room twice.',
  why: 'Trainers travel by train, not by spreadsheet.',
  reason: (detail, cause) =>
    cause === 'learns'
      ? `${detail ?? 'nobody'} can${detail ? 'not' : ''} learn and lead at the same time`
      : `${detail ?? 'everybody who could lead'} is elsewhere then`,
  /** Colleagues of a role that also leads: those who learn and those who lead are different people. */
  seat(draft, { role, way }, first, last) {
    if (role < 0) return last;
    const { state, start, end } = draft;
    const taken = state.roles.peak(role, start - way, end + way) + draft.inRole(role);
    const spare = roleHeadsAround(state.problem, role, draft.day) - taken;
    return Math.max(first - 1, Math.min(last, first - 1 + spare));
  },
  lead(draft, one) {
    if (!isFree(draft, one)) return false;
    const { coFacilitators } = one;
    for (let i = 0; i < coFacilitators.length; i++) if (!isFree(draft, coFacilitators[i]!)) return false;
    if (coFacilitators.length > 0) return !isCrewFull(draft, one);
    return one.role < 0 || !roleFull(draft, one);
  },
  blockers(draft, wanted) {
    const { state, start, end } = draft;
    if (wanted.kind === 'room') return [];
    if (wanted.kind === 'seat') {
      const { role, way } = wanted.req;
      return role < 0 ? [] : state.roles.sessions(role, start, end, way);
    }
    const own = state.facilitators.sessions(wanted.one.index, start, end, state.problem.gaps.leaders.most);
    return wanted.one.role < 0 ? own : [...own, ...state.roles.sessions(wanted.one.role, start, end, 0)];
  },
};

function isFree(draft: Draft, { index }: FacilitatorInfo): boolean {
  const { state, start, end, pool } = draft;
  return !state.facilitators.busyPlaces(index, start, end, state.problem.gaps.leaders, pool.place);
}

/** Whether more of a role would lead and learn than there are, with all of a crew leading. */
function isCrewFull(draft: Draft, crew: FacilitatorInfo): boolean {
  const { state, start, end, facilitator, day } = draft;
  return [crew, ...crew.coFacilitators].some(({ role }) => {
    if (role < 0) return false;
    const learning = draft.inRole(role) - heldBy(facilitator, role);
    const taken = state.roles.peak(role, start, end) + learning + heldBy(crew, role);
    return taken > roleHeadsAround(state.problem, role, day);
  });
}

function roleFull(draft: Draft, one: FacilitatorInfo): boolean {
  const { state, start, end, facilitator } = draft;
  const taken = state.roles.peak(one.role, start, end) + draft.inRole(one.role);
  return (
    taken + (facilitator && isIn(facilitator, one) ? 0 : 1) >
    roleHeadsAround(state.problem, one.role, draft.day)
  );
}

/** Whether all who hold the facilitator's role are in the draft to learn: nobody of them is left to lead it. */
export function learns(draft: Draft, { role }: FacilitatorInfo): boolean {
  return role >= 0 && draft.inRole(role) >= roleHeadsAround(draft.state.problem, role, draft.day);
}
