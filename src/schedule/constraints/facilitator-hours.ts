import { type Day, mondayOf, monthStart } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import type { FacilitatorInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { State } from '../solution/state.ts';
import type { Constraint } from './constraint.ts';

export const facilitatorHours: Constraint = {
  id: 'facilitator-hours',
  sentence:
    'Nobody leads outside their days and hours, while away, or beyond their hours a day, a week, a month, or days in total.',
  why: 'A trainer’s hours are bought or borrowed; a plan that needs more of them is not a plan.',
  reason(detail, cause) {
    if (cause === 'off-duty') return `${detail ?? 'nobody who can lead it'} is not at work then`;
    if (cause === 'away') return `${detail ?? 'everyone who can lead it'} is away`;
    return `${detail ? `${detail}’s` : 'the facilitators’'} hours are used up`;
  },
  lead(draft, one) {
    if (!hasTime(draft, one)) return false;
    const { coFacilitators } = one;
    for (let i = 0; i < coFacilitators.length; i++) if (!hasTime(draft, coFacilitators[i]!)) return false;
    return true;
  },
  blockers({ state, start, end, pool }, wanted) {
    if (wanted.kind !== 'lead' || !contains(wanted.one.works, start, end)) return [];
    const { index, clock, facilitator } = wanted.one;
    const { minutesPerDay, minutesPerWeek, minutesPerMonth, totalDays } = facilitator;
    const { days, firstDay, weeks } = state.problem;
    const day = clock.day(start);
    const within = (from: Day, count: number): readonly number[] =>
      state.facilitators.sessions(index, clock.utc(from * 1440), clock.utc((from + count) * 1440), 0);
    const today = state.ledDay[index * days + day - firstDay]!;
    if (minutesPerDay !== undefined && today + pool.minutes > minutesPerDay) return within(day, 1);
    const week = state.ledWeek[index * weeks + state.weekOf(day)]!;
    if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) return within(mondayOf(day), 7);
    if (minutesPerMonth !== undefined && state.ledIn(wanted.one, day) + pool.minutes > minutesPerMonth) {
      const first = monthStart(day, 0);
      return within(first, monthStart(day, 1) - first);
    }
    const spent = totalDays !== undefined && today === 0 && state.ledDays[index]! >= totalDays;
    return spent ? within(anyDay(state, index, start), 1) : [];
  },
};

function hasTime(draft: Draft, one: FacilitatorInfo): boolean {
  const { state, start, end, pool } = draft;
  const { index, facilitator, works } = one;
  if (!contains(works, start, end)) return false;
  const { minutesPerDay, minutesPerWeek, minutesPerMonth, totalDays } = facilitator;
  if ((minutesPerDay ?? minutesPerWeek ?? minutesPerMonth ?? totalDays) === undefined) return true;
  const day = draft.dayFor(one);
  const { days, firstDay, weeks } = state.problem;
  const today = state.ledDay[index * days + day - firstDay]!;
  if (minutesPerDay !== undefined && today + pool.minutes > minutesPerDay) return false;
  const week = state.ledWeek[index * weeks + state.weekOf(day)]!;
  if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) return false;
  if (minutesPerMonth !== undefined && state.ledIn(one, day) + pool.minutes > minutesPerMonth) return false;
  return totalDays === undefined || today > 0 || state.ledDays[index]! < totalDays;
}

/** A day on which somebody leads; another one for each start: the lightest need not be the easiest to give up. */
function anyDay({ ledDay, problem }: State, index: number, start: number): Day {
  const { days, firstDay } = problem;
  let [chosen, least] = [firstDay, 1];
  for (let i = 0; i < days; i++) {
    const place = ledDay[index * days + i]! > 0 ? part(i, start) : 1;
    if (place < least) [chosen, least] = [firstDay + i, place];
  }
  return chosen;
}

/** A number of [0, 1), another one for each pair. */
function part(day: number, start: number): number {
  return (Math.imul(day + 1, Math.imul(start, 0x9e3779b1) | 1) >>> 8) / 2 ** 24;
}
