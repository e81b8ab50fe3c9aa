/** What the previous plan remembers of who is who: without it, one new seat in February would be asked for January. */

import { type Day, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import type { Plan, PlanGroup } from '../model/made/plan.ts';
import type { Model, PostId } from '../model/model.ts';
import { makeUpsOf } from './make-ups.ts';
import type { MakeUps } from './types.ts';

export interface Memory {
  /** The previous plan's ordinary groups by post, in the order of their numbers. */
  readonly groups: ReadonlyMap<PostId, readonly PlanGroup[]>;
  /** Those of joiners, by id. */
  readonly joiners: ReadonlyMap<string, PlanGroup>;
  /**
   * From when on changes in the workspace hold: the day of the plan. Undefined before the programme starts: what
   * is a draft of the whole year may change as a whole.
   */
  readonly since: Day | undefined;
  /** What is asked again of those who missed it. */
  readonly makeUps: MakeUps;
  readonly previous: Pick<Plan, 'groups' | 'sessions'>;
}

/** The memory of a previous plan of the same programme; undefined without one. @param asOf `2027-02-15` */
export function memoryOf(
  model: Model,
  previous: Pick<Plan, 'programme' | 'groups' | 'sessions'> | undefined,
  asOf: string,
): Memory | undefined {
  const { programme } = model;
  if (!previous || previous.groups.length === 0) return undefined;
  const ended = toDay(previous.programme.ends);
  if (ended === undefined || ended < programme.starts) return undefined;
  const groups = new Map<PostId, PlanGroup[]>();
  const joiners = new Map<string, PlanGroup>();
  for (const group of previous.groups) {
    if (group.joiners !== false) {
      joiners.set(group.id, group);
      continue;
    }
    const post = `${group.role}.${group.site}.${group.shift}`;
    append(groups, post, group);
  }
  for (const list of groups.values()) list.sort((a, b) => numberOf(a) - numberOf(b));
  const day = toDay(asOf);
  const since = day !== undefined && day > programme.starts ? day : undefined;
  return { groups, joiners, since, makeUps: makeUpsOf(model, previous, asOf), previous };
}

/** The `n` of `<role>.<site>.<shift>.<n>`. */
function numberOf({ id }: PlanGroup): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
