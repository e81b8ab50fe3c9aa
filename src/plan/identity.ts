/**
 * Identity across replans (the calendars' contract): what is the same keeps its UID; what changed counts up
 * its sequence; what is gone stays for a while as cancelled, so that people's calendars hear of it.
 */
import { type Day, toDay } from '../calendar/date.ts';
import { hashOf } from '../model/exported.ts';
import type { Identity } from '../model/plan.ts';
import { lazy } from '../model/remembered.ts';

/** So many days past its old end a cancelled item stays in the plan. */
const TOMBSTONE_DAYS = 30;

/** Everything that goes into UIDs and dates of change. */
export interface Issue {
  /** Programme id and domain: `fernhill-2027@fernhill.example`. */
  readonly address: string;
  /** `2026-11-21` */
  readonly asOf: string;
  /** Which plan of the programme this is: 2 follows the first; undefined on the first. */
  readonly number?: number | undefined;
}

/**
 * The identity of an item that is in the plan now: untouched when the hash is that of its previous self,
 * else one sequence further and revised as of now; a new one starts at sequence 0.
 */
export function identify(
  issue: Issue,
  before: Identity | undefined,
  hash: string,
  freshId: () => string,
): Identity {
  if (before) {
    const same = before.hash === hash;
    return {
      id: before.id,
      uid: before.uid,
      sequence: same ? before.sequence : before.sequence + 1,
      status: 'confirmed',
      created: before.created,
      revised: same ? before.revised : issue.asOf,
      issue: same ? before.issue : issue.number,
      hash,
    };
  }
  const id = freshId();
  return {
    id,
    uid: `${id}.${issue.address}`,
    sequence: 0,
    status: 'confirmed',
    created: issue.asOf,
    revised: issue.asOf,
    issue: issue.number,
    hash,
  };
}

/**
 * What is left of previous items that are not in the plan any more: cancelled, one sequence further, until
 * thirty days past their old end. Those cancelled before stay as they are.
 */
export function tombstones<T extends Identity>(
  issue: Issue,
  previous: readonly T[],
  kept: ReadonlySet<string>,
  endOf: (item: T) => string,
): T[] {
  const asOf = toDay(issue.asOf)!;
  return previous
    .filter((item) => !kept.has(item.id) && asOf <= lastDay(endOf(item)) + TOMBSTONE_DAYS)
    .map((item) => (item.status === 'cancelled' ? item : cancelled(issue, item)));
}

function cancelled<T extends Identity>(issue: Issue, item: T): T {
  return {
    ...item,
    sequence: item.sequence + 1,
    status: 'cancelled',
    revised: issue.asOf,
    issue: issue.number,
    hash: hashOf(['cancelled', item.hash]),
  };
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

/** The register of a previous plan's items; ids it gives out count as taken. */
export function register<T extends Identity>(previous: readonly T[]): Register<T> {
  const taken = lazy(() => new Set(previous.map(({ id }) => id)));
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

/** The programme's id where none is written: its name in the letters of an id. */
export function programmeId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'programme' : slug;
}

function lastDay(text: string): Day {
  return toDay(text.slice(0, 10)) ?? 0;
}
