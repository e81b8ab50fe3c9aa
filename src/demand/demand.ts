/** Groups and requirements: everything that the year's plan must find a place for. */
import { isoDate, toDay } from '../calendar/date.ts';
import type { Model } from '../model/model.ts';
import { LearnedUntil } from './certificates.ts';
import { byId, groupsOf, type HeldBy } from './groups.ts';
import { expectedRolls } from './joiners.ts';
import type { Memory } from './memory.ts';
import { namedRolls } from './named.ts';
import { heldBy } from './renewals.ts';
import { requirementsOf } from './requirements.ts';
import { seatRolls } from './rolls.ts';
import type { Demand, DueAgain, Requirement, Roll } from './types.ts';
import { Occasions } from './windows.ts';

/**
 * The demand of a model; pure, linear in groups × occurrences.
 * @param memory of the plan that it follows
 * @param asOf the day of the plan, `2027-03-02`; left out: what was learned since the programme began does not count
 */
export function makeDemand(model: Model, memory?: Memory, asOf = isoDate(model.programme.starts)): Demand {
  const rolls = rollsOf(model, memory);
  const { due, idle } = memory?.makeUps ?? {};
  const held = holders(model, memory, asOf);
  const groups = rolls.flatMap((roll) => groupsOf(model, roll, due?.get(roll.id), held)).sort(byId);
  const modules = [...model.modules.values()].sort(byId);
  const occasions = new Occasions(model);
  const requirements: Requirement[] = [];
  for (const module of modules) {
    for (const one of requirementsOf(model, module, groups, occasions)) {
      const asked = one.group.again ? dueAgain(one, one.group.again) : one;
      if (asked) requirements.push(asked);
    }
  }
  return { groups, requirements, rolls, ...(idle && idle.size > 0 && { idle }) };
}

/** Undefined where no certificate ends: most firms have none. */
function holders(model: Model, memory: Memory | undefined, asOf: string): HeldBy | undefined {
  const learned = new LearnedUntil(model, memory?.previous, asOf);
  if (learned.modules.length === 0) return undefined;
  const today = toDay(asOf)!;
  return ({ id, people }, number, stay) => {
    const person = people?.[number - 1] ?? undefined;
    return heldBy(model, learned, { group: id, number, person, stay }, today);
  };
}

/** What was missed is asked in the weeks after; undefined where people are not there for any of them. */
function dueAgain(one: Requirement, missed: readonly DueAgain[]): Requirement | undefined {
  const again = missed.find(
    ({ module, occurrence }) => module === one.module.id && occurrence === one.occurrence,
  );
  if (!again) return one;
  const { stay } = one.group;
  const [from, by] = [Math.max(again.from, stay.from), Math.min(again.by, stay.until)];
  return from <= by ? { ...one, from, by } : undefined;
}

/** Who is on which number and when, sorted by id. */
export function rollsOf(model: Model, memory?: Memory): Roll[] {
  const seats = [...model.posts.values()].filter(({ department }) => !model.named.has(department));
  return [
    ...seats.flatMap((post) => seatRolls(model, post, memory)),
    ...expectedRolls(model, memory),
    ...(model.named.size > 0 ? namedRolls(model, memory) : []),
  ].sort(byId);
}
