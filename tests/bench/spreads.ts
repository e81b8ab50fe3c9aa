/** How evenly a plan spreads people's time over the weeks, beside the least that is possible. */
import { toDay } from '../../src/calendar/date.ts';
import type { Requirement } from '../../src/demand/types.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { type Job, leastSquares } from './bounds.ts';

export function spreads(model: Model, requirements: readonly Requirement[], plan: Plan) {
  const firstWeek = weekOf(model.programme.starts);
  const weeks = weekOf(model.programme.ends) - firstWeek + 1;
  const placed = new Map<string, number>();
  const heads = new Map(requirements.map(({ group }) => [group.id, group.heads]));
  /** Minutes of each member in each week. */
  const own = new Map([...heads].map(([group, count]) => [group, new Uint16Array(count * weeks)]));
  const loads = new Float64Array(weeks);
  for (const { start, module, occurrence, attendees, minutes, format } of plan.sessions) {
    if (format === 'huddle') continue;
    for (const { group, first, last } of attendees) {
      const week = weekOf(toDay(start.slice(0, 10))!) - firstWeek;
      loads[week]! += minutes * (last - first + 1);
      for (let member = first; member <= last; member++)
        own.get(group)![(member - 1) * weeks + week]! += minutes;
      const key = `${module} ${occurrence} ${group}`;
      placed.set(key, (placed.get(key) ?? 0) + last - first + 1);
    }
  }
  const all: Job[] = [];
  const ofGroup = new Map<string, { heads: number; jobs: Job[] }>();
  for (const { module, occurrence, group, from, by } of requirements) {
    const heads = placed.get(`${module.id} ${occurrence} ${group.id}`) ?? 0;
    if (module.format === 'huddle' || heads === 0) continue;
    const job = { from: weekOf(from) - firstWeek, by: weekOf(by) - firstWeek, minutes: module.minutes };
    all.push({ ...job, minutes: module.minutes * heads });
    const entry = ofGroup.get(group.id) ?? { heads: group.heads, jobs: [] };
    // Whoever of the group is left out somewhere makes the bound lower, never higher.
    if (heads === group.heads) entry.jobs.push(job);
    ofGroup.set(group.id, entry);
  }
  const squares = loads.reduce((sum, load) => sum + load ** 2, 0);
  const minutes = loads.reduce((sum, load) => sum + load, 0);
  const least =
    [...ofGroup.values()].reduce((sum, { heads, jobs }) => sum + heads * leastOf(jobs, weeks), 0) / 3600;
  const leastOfAll = leastSquares(all, weeks);
  const people = [...heads.values()].reduce((sum, count) => sum + count, 0);
  const spread = plan.score.terms.find(({ id }) => id === 'spread');
  return {
    softBound: (least + leastOfAll / people / 3600) * (spread?.weight ?? 0),
    spreadOfPeople: [...own.values()].reduce((sum, row) => sum + squaresOf(row), 0) / 3600 / least,
    spreadOfWeeks: squares / leastOfAll,
    spreadToEven: squares / (minutes ** 2 / weeks),
  };
}

function squaresOf(minutes: Uint16Array): number {
  let sum = 0;
  for (const one of minutes) sum += one ** 2;
  return sum;
}

const known = new Map<string, number>();

/** Many groups are asked the same. */
function leastOf(jobs: readonly Job[], weeks: number): number {
  const key = jobs.map(({ from, by, minutes }) => `${from} ${by} ${minutes}`).join(',');
  // A session is held in one piece: at best each has a week for itself.
  const pieces = jobs.reduce((sum, { minutes }) => sum + minutes ** 2, 0);
  const least = known.get(key) ?? Math.max(pieces, leastSquares(jobs, weeks));
  known.set(key, least);
  return least;
}

/** Monday 29 December 1969 starts week 0. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}
