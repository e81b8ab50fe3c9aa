/**
 * Identity against the previous plan (calendars.md), part of `document`: unchanged is untouched; changed is one
 * sequence further; dropped is cancelled and stays until thirty days past its end; no UID is used again.
 */
import { toDay } from '../../calendar/date.ts';
import { isHeld } from '../../model/made/history.ts';
import type { Identity, Plan, PlanRitual, PlanSession, PlanTheme } from '../../model/made/plan.ts';
import type { Facts, Violation } from '../types.ts';

const TOMBSTONE_DAYS = 30;

export function identity({ plan, previous }: Facts): Violation[] {
  const faults = issues(plan, previous);
  if (!previous) return faults;
  return [
    ...faults,
    ...number(plan, previous),
    ...compare(plan, plan.sessions, previous.sessions, ({ end }) => end),
    ...compare(plan, plan.rituals, previous.rituals, ({ date }) => date),
    ...compare(plan, plan.themes, previous.themes, ({ to }) => to),
    ...revived(plan, previous),
  ];
}

/** Plans are counted, one for each time that planning again changed something. */
function number(plan: Plan, previous: Plan): Violation[] {
  const before = previous.made.issue ?? 1;
  const now = plan.made.issue ?? 1;
  if (now === before + 1 || isKept(plan, previous)) return [];
  const message = `made.issue is ${now}, but ${before + 1} is due: that of the previous plan is ${before}`;
  return [{ constraint: 'document', message, sessions: [] }];
}

/** A plan that still holds is kept as it is, number and all. */
function isKept(plan: Plan, previous: Plan): boolean {
  const before = new Map(itemsOf(previous).map(({ uid, sequence }) => [uid, sequence]));
  const items = itemsOf(plan);
  return (
    plan.asOf === previous.asOf &&
    JSON.stringify(plan.made) === JSON.stringify(previous.made) &&
    items.length === before.size &&
    items.every(({ uid, sequence }) => before.get(uid) === sequence)
  );
}

/** Each item carries the number of the plan that made or last changed it: `changes.ics` is made from that. */
function issues(plan: Plan, previous: Plan | undefined): Violation[] {
  const latest = plan.made.issue ?? 1;
  const before = new Map(previous && itemsOf(previous).map((item) => [item.uid, item]));
  return itemsOf(plan).flatMap((item) => {
    const issue = item.issue ?? 1;
    const old = before.get(item.uid);
    const same = old?.sequence === item.sequence;
    const due = !previous ? Math.min(issue, latest) : same ? (old.issue ?? 1) : latest;
    return issue === due ? [] : [fault(item.id, `says it is of issue ${issue}, but that was ${due}`)];
  });
}

function itemsOf({ sessions, rituals, themes }: Plan): Identity[] {
  return [...sessions, ...rituals, ...themes];
}

function fault(id: string, message: string): Violation {
  return { constraint: 'document', message: `${id} ${message}`, sessions: [id] };
}

/** A plan of before words alone were hashed: its hashes are made anew, and nobody has to hear of it. */
function isRemade(item: Identity, old: Identity): boolean {
  return item.sequence === old.sequence && item.hash.startsWith('2:') && !old.hash.startsWith('2:');
}

/** Whether a calendar shows it again that showed it as cancelled. */
function isReturned(item: Identity, { left }: Identity): boolean {
  if (item.status === 'cancelled' || !left) return false;
  return left.calendars.some((one) => !item.left?.calendars.includes(one));
}

/** Ids of long ago that are used again. */
function revived(plan: Plan, previous: Plan): Violation[] {
  const retired = new Set(previous.retired);
  const lost = [...retired].filter((id) => !plan.retired?.includes(id));
  return [
    ...itemsOf(plan).flatMap(({ id }) => (retired.has(id) ? [fault(id, 'was retired and is back')] : [])),
    ...lost.map((id) => fault(id, 'is no longer listed as retired')),
  ];
}

function compare<T extends PlanSession | PlanRitual | PlanTheme>(
  { asOf, retired: ids = [] }: Plan,
  now: readonly T[],
  before: readonly T[],
  endOf: (item: T) => string,
): Violation[] {
  const out: Violation[] = [];
  const say = (id: string, message: string) => out.push(fault(id, message));
  const retired = new Set(ids);
  const held = (item: T) => isHeld(item, asOf);
  const current = new Map(now.map((item) => [item.uid, item]));
  for (const old of before) {
    const item = current.get(old.uid);
    if (!item) {
      if (old.status === 'confirmed' && held(old)) say(old.id, 'was held and is gone');
      if (old.status === 'cancelled' && !retired.has(old.id))
        say(old.id, 'could come back: it is not listed as retired');
      const due = toDay(asOf)! <= toDay(endOf(old).slice(0, 10))! + TOMBSTONE_DAYS;
      if (due) say(old.id, 'was dropped without being cancelled');
      continue;
    }
    if (item.id !== old.id) say(item.id, `has the UID of ${old.id}`);
    if (old.status === 'cancelled' && item.status === 'confirmed')
      say(item.id, 'has the UID of a cancelled one');
    if (item.created !== old.created) say(item.id, `was made on ${old.created}, not on ${item.created}`);
    const returned = isReturned(item, old);
    const same = item.status === old.status && !returned && (item.hash === old.hash || isRemade(item, old));
    // Where it was shown as cancelled it can only be back under a later sequence than there.
    const sequence = old.sequence + (same ? 0 : 1) + (returned ? (old.left?.ahead ?? 0) : 0);
    if (item.sequence !== sequence) say(item.id, `has sequence ${item.sequence}, but ${sequence} is due`);
    const revised = same ? old.revised : asOf;
    if (item.revised !== revised)
      say(item.id, `says it was revised on ${item.revised}, but that was ${revised}`);
  }
  return out;
}
