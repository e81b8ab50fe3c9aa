/** What has changed, and for whom: change is news for those it concerns, and for nobody else. */

import type { Locate } from '../../diagnostics/diagnostic.ts';
import type { Finding, Gaps } from '../../model/made/gaps.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { Attendees, Plan, PlanRitual, PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import { lazy, remembered } from '../../model/made/remembered.ts';
import type { Id, Model } from '../../model/model.ts';
import { headsIn, union } from '../../model/seat-ranges.ts';
import { diffPlans, type ItemChange, type PlanDiff, type SessionChange } from '../../plan/diff/diff.ts';
import { byName, type Context, contextOf, listed, makeContext, sitesOfSession } from '../context.ts';
import { compared, type PlanComparison } from './compared.ts';
import { type ToldChange, tell } from './told.ts';

/** A plan as somebody had it, with its gaps where they are known. */
export interface Version {
  readonly plan: Plan;
  readonly gaps: Gaps | undefined;
}

/** A department, site or facilitator whom something concerns. */
export interface Recipient {
  readonly id: Id;
  readonly name: string;
  readonly changes: readonly SessionChange[];
  /** Different people whose sessions are others now; of a department its own. */
  readonly people: number;
  /** Of a department: messages, thank-yous, occasions to speak up. */
  readonly rituals: readonly ItemChange<PlanRitual>[];
  /** Of a department: who has lost their place, or found none. */
  readonly leftOut: readonly PlanUnscheduled[];
}

export type ReaderKind = 'departments' | 'sites' | 'facilitators';

export interface News {
  readonly both: PlanComparison;
  readonly diff: PlanDiff;
  readonly before: Version;
  readonly after: Version;
  /** By name; only those it concerns. Made when first asked for. */
  readonly readers: (kind: ReaderKind) => readonly Recipient[];
  /** Different people whose sessions are others now. */
  readonly people: () => number;
  /** Paths of the calendars that show something else now: `departments/finance`, `rooms/learning-lab`. Sorted. */
  readonly calendars: () => readonly string[];
  /** The same object each time. */
  readonly told: (change: SessionChange) => ToldChange;
  readonly gaps: { readonly opened: readonly Finding[]; readonly closed: readonly Finding[] };
}

/**
 * Compares two plans of one programme.
 *
 * @param model the workspace of now, in whose ids both plans are
 * @param locate finds the lines of causes, where the workspace is at hand
 */
export function newsOf(model: Model, before: Version, after: Version, locate?: Locate): News {
  const then = contextOf(model, before.plan, before.gaps ?? NO_GAPS);
  const now = makeContext(model, after.plan, after.gaps ?? NO_GAPS);
  const both = compared(then, now);
  const diff = diffPlans(before.plan, after.plan);
  return {
    both,
    diff,
    before,
    after,
    readers: remembered((kind: ReaderKind) => concerned(both, diff, kind)),
    people: lazy(() => headsIn(union(diff.sessions.map(concernedOf)))),
    calendars: lazy(() => calendarsOf(both, diff)),
    told: remembered((change: SessionChange) => tell(both, change, locate)),
    gaps: gapsBetween(before.gaps, after.gaps),
  };
}

const NO_GAPS = { departments: [], findings: [] } as unknown as Gaps;

/** Whose day is another: all who are or were in it; where only others came or went, those. */
export function concernedOf({ kinds, before, after, joined, left }: SessionChange): readonly Attendees[] {
  if (kinds.size === 1 && kinds.has('people')) return [...joined, ...left];
  if (before && after && !kinds.has('people')) return after.attendees;
  return [...(before?.attendees ?? []), ...(after?.attendees ?? [])];
}

function concerned(
  { then, now }: PlanComparison,
  { sessions, rituals, leftOut }: PlanDiff,
  kind: ReaderKind,
): readonly Recipient[] {
  const readersOf: Record<ReaderKind, (change: SessionChange) => Iterable<Id>> = {
    departments: (change) => departmentsOf(then, now, change),
    sites: ({ before, after }) =>
      new Set([
        ...(before ? sitesOfSession(then, before) : []),
        ...(after ? sitesOfSession(now, after) : []),
      ]),
    facilitators: ({ before, after }) =>
      new Set([...(before ? ledBy(before) : []), ...(after ? ledBy(after) : [])]),
  };
  const found = listed(sessions, readersOf[kind]);
  const rites = listed(kind === 'departments' ? rituals : [], ritualReaders);
  const out = listed(kind === 'departments' ? leftOut : [], ({ group }) =>
    some(now.groups.get(group)?.department),
  );
  const nameOf = (id: Id) => now.model[kind].get(id)?.name ?? then.model[kind].get(id)?.name ?? id;
  const isTheirs = (id: Id) => (seat: Attendees) =>
    kind !== 'departments' || departmentOf(then, now, seat) === id;
  const all = Array.from(new Set([...found.keys(), ...rites.keys(), ...out.keys()]), (id) => {
    const changes = found.get(id) ?? [];
    const people = headsIn(union(changes.map((change) => concernedOf(change).filter(isTheirs(id)))));
    return {
      id,
      name: nameOf(id),
      changes,
      people,
      rituals: rites.get(id) ?? [],
      leftOut: out.get(id) ?? [],
    };
  });
  return byName(now, all);
}

function ritualReaders({ before, after }: ItemChange<PlanRitual>): Set<Id> {
  return new Set([...(before?.departments ?? []), ...(after?.departments ?? [])]);
}

function departmentsOf(then: Context, now: Context, change: SessionChange): Set<Id> {
  return new Set(concernedOf(change).flatMap((seat) => departmentOf(then, now, seat) ?? []));
}

function departmentOf(then: Context, now: Context, { group }: Attendees): Id | undefined {
  return (now.groups.get(group) ?? then.groups.get(group))?.department;
}

function calendarsOf({ then, now }: PlanComparison, diff: PlanDiff): readonly string[] {
  const paths = new Set<string>();
  const add = (context: Context, session: PlanSession | undefined) => {
    if (!session) return;
    for (const id of session.departments) paths.add(`departments/${id}`);
    for (const id of sitesOfSession(context, session)) paths.add(`sites/${id}`);
    for (const id of ledBy(session)) paths.add(`facilitators/${id}`);
    if (session.room !== null) paths.add(`rooms/${session.room}`);
  };
  for (const { before, after } of diff.sessions) {
    add(then, before);
    add(now, after);
  }
  for (const change of diff.rituals) for (const id of ritualReaders(change)) paths.add(`departments/${id}`);
  return [...paths].sort();
}

/** By the identity of a gap: rule and subject. Waived ones are no gaps. */
function gapsBetween(before: Gaps | undefined, after: Gaps | undefined): News['gaps'] {
  if (!before || !after) return { opened: [], closed: [] };
  const [old, now] = [before, after].map(({ findings }) => new Set(findings.map(({ key }) => key))) as [
    Set<string>,
    Set<string>,
  ];
  return {
    opened: after.findings.filter(({ key }) => !old.has(key)),
    closed: before.findings.filter(({ key }) => !now.has(key)),
  };
}

function some(id: Id | undefined): readonly Id[] {
  return id === undefined ? [] : [id];
}
