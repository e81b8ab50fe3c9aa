import { type Day, mondayOf } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import type { State } from '../state.ts';
import type { Constraint } from './constraint.ts';

export const facilitatorHours: Constraint = {
  id: 'facilitator-hours',
  sentence:
    'Nobody leads outside their days and hours, while away, or beyond their hours a day, a week, or days in total.',
  why: 'A trainer’s hours are bought or borrowed; a plan that needs more of them is not a plan.',
  reason(detail, cause) {
    if (cause === 'off-duty') return `${detail ?? 'nobody who can lead it'} is not at work then`;
    if (cause === 'away') return `${detail ?? 'everyone who can lead it'} is away`;
    return `${detail ? `${detail}’s` : 'the facilitators’'} hours are used up`;
  },
  lead(draft, one) {
    const { state, start, end, pool } = draft;
    const { index, facilitator, works } = one;
    if (!contains(works, start, end)) return false;
    const { minutesPerDay, minutesPerWeek, totalDays } = facilitator;
    if (minutesPerDay === undefined && minutesPerWeek === undefined && totalDays === undefined) return true;
    const day = draft.dayFor(one);
    const { days, firstDay, weeks } = state.problem;
    const today = state.ledDay[index * days + day - firstDay]!;
    if (minutesPerDay !== undefined && today + pool.minutes > minutesPerDay) return false;
    const week = state.ledWeek[index * weeks + state.weekOf(day)]!;
    if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) return false;
    return totalDays === undefined || today > 0 || state.ledDays[index]! < totalDays;
  },
  blockers({ state, start, end, pool }, wanted) {
    if (wanted.kind !== 'lead' || !contains(wanted.one.works, start, end)) return [];
    const { index, clock, facilitator } = wanted.one;
    const { minutesPerDay, minutesPerWeek, totalDays } = facilitator;
    const { days, firstDay, weeks } = state.problem;
    const day = clock.day(start);
    const within = (from: Day, count: number): readonly number[] =>
      state.facilitators.sessions(index, clock.utc(from * 1440), clock.utc((from + count) * 1440), 0);
    const today = state.ledDay[index * days + day - firstDay]!;
    if (minutesPerDay !== undefined && today + pool.minutes > minutesPerDay) return within(day, 1);
    const week = state.ledWeek[index * weeks + state.weekOf(day)]!;
    if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) return within(mondayOf(day), 7);
    const spent = totalDays !== undefined && today === 0 && state.ledDays[index]! >= totalDays;
    return spent ? within(lightestDay(state, index), 1) : [];
  },
};

/** The day on which somebody leads least. */
function lightestDay({ ledDay, problem }: State, index: number): Day {
  const { days, firstDay } = problem;
  let [lightest, least] = [firstDay, Number.POSITIVE_INFINITY];
  for (let i = 0; i < days; i++) {
    const minutes = ledDay[index * days + i]!;
    if (minutes > 0 && minutes < least) [lightest, least] = [firstDay + i, minutes];
  }
  return lightest;
}
