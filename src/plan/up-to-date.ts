/**
 * Whether the previous plan still is the plan: made by the same tool from the same workspace with the same
 * options, its instants are those of our zone data, and nobody changed it since. Then planning again must not change a byte, however a new search went.
 */
import { toDay } from '../calendar/date.ts';
import type { Demand } from '../demand/types.ts';
import { isBasedOn } from '../model/made/basis.ts';
import { hasPeople } from '../model/made/calendars.ts';
import { isHeld } from '../model/made/history.ts';
import type { Identity, Plan } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
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
  /** Whether somebody said it. */
  readonly dated?: boolean | undefined;
  /** So many sessions may move, at most; undefined: as whoever made the plan allowed. */
  readonly maxMoves?: number | undefined;
  /** Whether each person is to have a calendar. */
  readonly people?: boolean | undefined;
}

/** True when planning again would be idle; also tells a committed plan that is out of date. */
export function isUpToDate(model: Model, demand: Demand, plan: Plan, now: Circumstances): boolean {
  const { tool, inputs, seed, effort } = plan.made;
  return (
    plan.asOf === now.asOf &&
    (now.dated === undefined || now.dated === (plan.made.dated ?? false)) &&
    // A plan of before names, or calendars, were kept.
    plan.names !== undefined &&
    plan.calendars !== undefined &&
    (now.people ?? hasPeople(plan.calendars)) === hasPeople(plan.calendars) &&
    (plan.made.maxMoves === undefined || (now.maxMoves ?? plan.made.maxMoves) === plan.made.maxMoves) &&
    tool === now.tool &&
    inputs === now.inputs &&
    seed === now.seed &&
    effort === now.effort &&
    reckoned(plan, now.asOf).plan === plan &&
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

/**
 * Whether every requirement has all its people in the plan, and nothing else is in it: but for what has been held, and
 * those who came when a window was over.
 */
function coversDemand({ requirements }: Demand, { asOf, sessions, unscheduled }: Plan): boolean {
  const today = toDay(asOf)!;
  const left = new Map<string, number>();
  const held = new Map<string, number>();
  const over = new Set<string>();
  const add = (sums: Map<string, number>, key: string, heads: number) =>
    sums.set(key, (sums.get(key) ?? 0) + heads);
  for (const { module, occurrence, group, by } of requirements) {
    const key = `${module.id} ${occurrence} ${group.roll}`;
    add(left, key, group.heads);
    if (by <= today) over.add(key);
  }
  for (const session of sessions) {
    const { status, module, occurrence, attendees } = session;
    if (status === 'cancelled') continue;
    const stands = isHeld(session, asOf);
    for (const { group, first, last } of attendees) {
      const key = `${module} ${occurrence} ${group}`;
      if (stands) add(held, key, last - first + 1);
      else add(left, key, first - last - 1);
    }
  }
  for (const { module, occurrence, group, first, last } of unscheduled) {
    add(left, `${module} ${occurrence} ${group}`, first - last - 1);
  }
  for (const [key, heads] of left) {
    if (heads < 0 || (heads > (held.get(key) ?? 0) && !over.has(key))) return false;
  }
  return true;
}
