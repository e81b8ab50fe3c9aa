/**
 * Whether the previous plan still is the plan: made by the same tool from the same workspace with the same
 * options, its instants are those of our zone data, and nobody changed it since. Then planning again must not change a byte, however a new search went.
 */
import type { Demand } from '../demand/types.ts';
import { isBasedOn } from '../model/basis.ts';
import type { Model } from '../model/model.ts';
import type { Identity, Plan } from '../model/plan.ts';
import type { Effort } from '../schedule/types.ts';
import { comparer, fingerprint } from '../wording/fingerprint.ts';
import { type Occasion, tellerOf } from '../wording/told.ts';
import { reckoned } from './clocks.ts';

export interface Circumstances {
  readonly tool: string;
  /** Hash of the workspace's meaning. */
  readonly inputs: string;
  readonly seed: number;
  readonly effort: Effort;
  readonly asOf: string;
}

/** True when planning again would be idle; also tells a committed plan that is out of date. */
export function isUpToDate(model: Model, demand: Demand, plan: Plan, now: Circumstances): boolean {
  const { tool, inputs, seed, effort } = plan.made;
  return (
    plan.asOf === now.asOf &&
    tool === now.tool &&
    inputs === now.inputs &&
    seed === now.seed &&
    effort === now.effort &&
    reckoned(plan, now.asOf).changed.size === 0 &&
    isAsMade(model, plan) &&
    coversDemand(demand, plan)
  );
}

/** Whether nobody edited it, and calendars show what the hashes were made of. What is past or cancelled keeps its words. */
function isAsMade(model: Model, { asOf, made, sessions, rituals, themes }: Plan): boolean {
  if (made.basis !== undefined && !isBasedOn(made.basis, sessions)) return false;
  const teller = tellerOf(model);
  const isSame = comparer(model);
  const stands = (item: Identity & Occasion, last: string) =>
    item.status === 'cancelled' || last < asOf || isSame(item.hash, item, fingerprint(teller, item));
  return (
    sessions.every((session) => stands(session, session.start.slice(0, 10))) &&
    rituals.every((ritual) => stands(ritual, ritual.date)) &&
    themes.every((theme) => stands(theme, theme.to))
  );
}

/** Whether every requirement has all its people in the plan, and nothing else is in it. */
function coversDemand({ requirements }: Demand, { sessions, unscheduled }: Plan): boolean {
  const heads = new Map<string, number>();
  const add = (key: string, count: number) => heads.set(key, (heads.get(key) ?? 0) + count);
  for (const { module, occurrence, group } of requirements) {
    add(`${module.id} ${occurrence} ${group.roll}`, group.heads);
  }
  for (const { status, module, occurrence, attendees } of sessions) {
    if (status === 'cancelled') continue;
    for (const { group, first, last } of attendees) add(`${module} ${occurrence} ${group}`, first - last - 1);
  }
  for (const { module, occurrence, group, first, last } of unscheduled) {
    add(`${module} ${occurrence} ${group}`, first - last - 1);
  }
  return [...heads.values()].every((left) => left === 0);
}
