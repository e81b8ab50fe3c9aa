/**
 * Mending a plan that only absences can have broken: whoever lost a leader or a room gets another place among what
 * stands around, and nothing else is looked at. Where that cannot be done without pushing others, or leaves anybody
 * out, the year is planned again as after any other change.
 */
import { toDay } from '../../calendar/date.ts';
import { basisOf } from '../../model/made/basis.ts';
import type { Plan } from '../../model/made/plan.ts';
import { noticeOf } from '../../model/notice.ts';
import { scoreOf } from '../objective/objective.ts';
import { TERMS } from '../objective/terms/index.ts';
import { type Component, splitOf } from '../problem/components.ts';
import type { World } from '../problem/world.ts';
import type { PlacedSession, Schedule, ScheduleOptions } from '../types.ts';
import { brokenByAbsence } from './broken-by-absence.ts';
import { mendComponent } from './component.ts';

/** What is followed, if it is a plan. */
function planOf(previous: ScheduleOptions['previous']): Plan | undefined {
  return previous?.made === undefined ? undefined : (previous as Plan);
}

/** The mended plan; undefined where it takes more than that. */
export async function mend(
  world: World,
  components: readonly Component[],
  options: ScheduleOptions,
): Promise<Schedule | undefined> {
  const { asOf } = options;
  const previous = planOf(options.previous);
  const split = splitOf(components);
  if (!previous || !isWhole(previous, options, split)) return undefined;
  const costs = costsOf(previous);
  if (!costs) return undefined;
  const broken = brokenByAbsence(world, previous.sessions, asOf);
  const replaced = new Set<string>();
  const placed: PlacedSession[] = [];
  let moves = 0;
  if (broken.size > 0) {
    for (const component of components) {
      if (!component.sessions.some(({ id }) => broken.has(id))) continue;
      const mended = await mendComponent(world, component, broken, {
        ...options,
        notice: noticeOf(world.model, toDay(asOf)!, options.dated),
      });
      if (!mended) return undefined;
      placed.push(...mended.sessions);
      for (const id of mended.replaced) replaced.add(id);
      mended.costs.forEach((cost, i) => {
        costs[i]! += cost;
      });
      moves += mended.moves;
    }
  }
  return {
    sessions: placed,
    replaced,
    split,
    unplaced: [],
    score: scoreOf(world.model, costs, 0),
    moves: broken.size > 0 ? moves : previous.made.moves,
  };
}

/**
 * Whether everybody has a place in it and it stands on what it stood on. With nothing changed in the workspace it was
 * not up to date because somebody edited it: then it is planned again, which puts right what no basis covers.
 */
function isWhole(previous: Plan, { tool, inputs, lasting, asOf }: ScheduleOptions, split: string): boolean {
  if (tool === undefined || lasting === undefined || previous.made.basis === undefined) return false;
  if (previous.unscheduled.length > 0 || asOf < previous.asOf || inputs === previous.made.inputs)
    return false;
  return previous.made.basis === basisOf({ tool, lasting, split }, previous, previous.sessions);
}

/** What each term cost, as whole numbers again; undefined where they cannot be told from what is shown. */
function costsOf({ score }: Plan): number[] | undefined {
  const shown = new Map(score.terms.map(({ id, cost }) => [id, cost]));
  const costs = TERMS.map(({ id, scale, applies }) => {
    // What moved then is where it was by now.
    if (id === 'moved') return 0;
    return Math.round((shown.get(id) ?? (applies ? 0 : Number.NaN)) / scale);
  });
  return costs.every(Number.isSafeInteger) ? costs : undefined;
}
