/**
 * Identity across replans (the calendars' contract): what is the same keeps its UID; what changed counts up
 * its sequence; what is gone stays for a while as cancelled, so that people's calendars hear of it.
 */
import { type Day, toDay } from '../calendar/date.ts';
import { isHeld } from '../model/made/history.ts';
import type { Identity, Plan, PlanLeft, PlanRitual, PlanSession, PlanTheme } from '../model/made/plan.ts';
import { lazy } from '../model/made/remembered.ts';
import { type Comparer, cancelledFingerprint } from '../wording/fingerprint.ts';
import type { Occasion } from '../wording/told.ts';
import { uidOf } from './uid.ts';

/** So many days past its old end a cancelled item stays in the plan. */
const TOMBSTONE_DAYS = 30;

/** Everything that goes into UIDs and dates of change. */
export interface Issue {
  /** What follows an item's id in its UID: `fernhill-2027.2027-01@fernhill.example`. */
  readonly address: string;
  /** `2026-11-21` */
  readonly asOf: string;
  /** Which plan of the programme this is: 2 follows the first; undefined on the first. */
  readonly number?: number | undefined;
  readonly isSame: Comparer;
  /** Previous items whose instants are others now, by new zone data. */
  readonly changedClocks?: ReadonlySet<string> | undefined;
  /** Nobody will compare what is shown. */
  readonly draft?: boolean;
}

/**
 * The identity of an item that is in the plan now: untouched when calendars show what they showed of its previous
 * self, else one sequence further and revised as of now; a new one starts at sequence 0.
 *
 * @param gone calendars that showed it and do no more
 */
export function identify(
  issue: Issue,
  before: Identity | undefined,
  item: Occasion,
  hash: string,
  freshId: () => string,
  gone: readonly string[] = [],
): Identity {
  if (before) {
    const returned = isBack(before, gone);
    const same = !returned && (issue.draft || issue.isSame(before.hash, item, hash));
    const left = leftNow(before, gone, issue.asOf, same);
    return {
      id: before.id,
      uid: before.uid,
      sequence: same ? before.sequence : before.sequence + 1 + (returned ? (before.left?.ahead ?? 0) : 0),
      status: 'confirmed',
      created: before.created,
      revised: same ? before.revised : issue.asOf,
      issue: same ? before.issue : issue.number,
      hash,
      ...(left && { left }),
    };
  }
  const id = freshId();
  return {
    id,
    uid: uidOf(id, issue.address),
    sequence: 0,
    status: 'confirmed',
    created: issue.asOf,
    revised: issue.asOf,
    issue: issue.number,
    hash,
  };
}

/** Whether it stands again in a calendar that shows it as cancelled: only a later SEQUENCE brings it back there. */
function isBack({ left }: Identity, gone: readonly string[]): boolean {
  return left?.calendars.some((key) => !gone.includes(key)) ?? false;
}

/** @param same its words have not changed: whoever still shows it has nothing to hear, and it keeps its sequence */
function leftNow(
  { left: before }: Identity,
  calendars: readonly string[],
  asOf: string,
  same: boolean,
): PlanLeft | undefined {
  if (calendars.length === 0) return undefined;
  const added = calendars.some((key) => !before?.calendars.includes(key));
  if (!added && before?.calendars.length === calendars.length) return before;
  const ahead = (same && added) || before?.ahead;
  return { calendars, asOf: added ? asOf : before!.asOf, ...(ahead && { ahead: 1 }) };
}

/**
 * What is left of previous items that are not in the plan any more: cancelled, one sequence further, until
 * thirty days past their old end. Those cancelled before stay as they are.
 */
export function tombstones<T extends PlanSession | PlanRitual | PlanTheme>(
  issue: Issue,
  previous: readonly T[],
  kept: ReadonlySet<string>,
  endOf: (item: T) => string,
): T[] {
  const asOf = toDay(issue.asOf)!;
  return previous
    .filter((item) => !kept.has(item.id) && !isHeld(item, issue.asOf))
    .filter((item) => asOf <= lastDay(endOf(item)) + TOMBSTONE_DAYS)
    .map((item) => (item.status === 'cancelled' ? item : cancelled(issue, item)));
}

function cancelled<T extends Identity>(issue: Issue, item: T): T {
  return {
    ...item,
    sequence: item.sequence + 1,
    status: 'cancelled',
    revised: issue.asOf,
    issue: issue.number,
    hash: cancelledFingerprint(item.hash),
  };
}

/** Ids of all cancelled items that are no longer listed: their UIDs are not used again. Sorted. */
export function retiredIds(previous: Plan, now: readonly (readonly Identity[])[]): string[] {
  const cancelled = (items: readonly Identity[]) =>
    items.flatMap(({ id, status }) => (status === 'cancelled' ? [id] : []));
  const listed = new Set(now.flatMap(cancelled));
  const gone = [previous.sessions, previous.rituals, previous.themes]
    .flatMap(cancelled)
    .filter((id) => !listed.has(id));
  return [...new Set([...(previous.retired ?? []), ...gone])].sort();
}

/** Previous items by the id they were first made with. */
export interface Register<T extends Identity> {
  /** The confirmed item that carries on under this id. */
  find(wanted: string): T | undefined;
  /**
   * An id that nothing here has: itself, else with `.v2`, `.v3`, …. A cancelled UID is not used again, since
   * calendars refuse an event that they were once told to delete.
   */
  fresh(wanted: string): string;
}

/** The register of a previous plan's items; ids it gives out count as taken. @param retired ids that are taken, too */
export function register<T extends Identity>(
  previous: readonly T[],
  retired: readonly string[] = [],
): Register<T> {
  const taken = lazy(() => new Set([...previous.map(({ id }) => id), ...retired]));
  const live = lazy(() => {
    const confirmed = previous.filter(({ status }) => status === 'confirmed');
    return new Map(confirmed.map((item) => [item.id.replace(/\.v\d+$/, ''), item]));
  });
  return {
    find: (wanted) => live().get(wanted),
    fresh(wanted) {
      let id = wanted;
      for (let n = 2; taken().has(id); n++) id = `${wanted}.v${n}`;
      taken().add(id);
      return id;
    },
  };
}

function lastDay(text: string): Day {
  return toDay(text.slice(0, 10)) ?? 0;
}
