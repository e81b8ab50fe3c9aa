/**
 * What happens to a plan during its year: single changes of a workspace, written into its texts as a planner
 * would, each aimed at what the plan uses most, so that it hurts.
 */
import { type Document, parseDocument } from 'yaml';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';

export interface Change {
  readonly name: string;
  /** Whether nobody's calendar has a reason to change. */
  readonly idle?: true;
  readonly edits: readonly Edit[];
}

/** A value to write, or what becomes of the one that is there. */
export interface Edit {
  readonly path: readonly string[];
  readonly value: unknown | ((old: unknown) => unknown);
}

/** What only the writer of a firm knows. */
export interface Aims {
  /** The role that grows and shrinks, and where. */
  readonly role: readonly [role: string, site: string];
  /** A module with a window, and the later one. */
  readonly window: readonly [module: string, when: object];
  readonly added: readonly [module: string, written: object];
  readonly closedSite: string;
}

/** @param asOf day of the new plan; nothing before it is aimed at */
export function changesOf(model: Model, plan: Plan, aims: Aims, asOf: string): Change[] {
  const open = plan.sessions.filter(({ start }) => start.slice(0, 10) >= asOf);
  const [trainer, week] = busiest(open, ({ facilitator }) => facilitator);
  const [room, roomWeek] = busiest(open, ({ room }) => room);
  const [role, site] = aims.role;
  const heads = ['roles', role, 'heads', site];
  const rest = { from: week, to: isoDate(model.programme.ends) };
  const holiday = busiestDay(open);
  const first = model.modules.keys().next().value!;
  return [
    { name: 'a trainer away for a week', edits: [stretch('facilitators', trainer, 'away', weekFrom(week))] },
    { name: 'a trainer gone', edits: [stretch('facilitators', trainer, 'away', rest)] },
    { name: 'a room closed for a week', edits: [stretch('rooms', room, 'closed', weekFrom(roomWeek))] },
    {
      name: 'a holiday',
      edits: [...model.sites.keys()].map((id) =>
        stretch('sites', id, 'closed', { from: holiday, to: holiday }),
      ),
    },
    { name: 'five more heads', edits: [{ path: heads, value: (old: unknown) => Number(old) + 5 }] },
    { name: 'five fewer heads', edits: [{ path: heads, value: (old: unknown) => Number(old) - 5 }] },
    { name: 'a window moved', edits: [{ path: ['modules', aims.window[0], 'when'], value: aims.window[1] }] },
    { name: 'a module added', edits: [{ path: ['modules', aims.added[0]], value: aims.added[1] }] },
    { name: 'a site closed', edits: [stretch('sites', aims.closedSite, 'closed', rest)] },
    { name: 'a name', idle: true, edits: [{ path: ['modules', first, 'name'], value: 'Another name' }] },
    { name: 'a weight', idle: true, edits: [{ path: ['policy', 'weights', 'rhythm'], value: 2 }] },
    { name: 'nothing', idle: true, edits: [] },
  ];
}

/** The texts of a workspace with a change written into the file that has what it is about. */
export function changed(files: ReadonlyMap<string, string>, { edits }: Change): Map<string, string> {
  const documents = new Map(
    [...files].filter(([path]) => path.endsWith('.yaml')).map(([p, t]) => [p, parseDocument(t)]),
  );
  for (const { path, value } of edits) {
    const document = holder([...documents.values()], path);
    const old: unknown = plain(document.getIn(path));
    document.setIn(path, document.createNode(typeof value === 'function' ? value(old) : value));
  }
  return new Map([...files].map(([path, text]) => [path, documents.get(path)?.toString() ?? text]));
}

/** The document that goes furthest along a path. */
function holder(documents: readonly Document[], path: readonly string[]): Document {
  for (let length = path.length; length > 0; length--) {
    const found = documents.find((document) => document.hasIn(path.slice(0, length)));
    if (found) return found;
  }
  return documents[0]!;
}

function plain(node: unknown): unknown {
  return node !== null && typeof node === 'object' && 'toJSON' in node
    ? (node as { toJSON(): unknown }).toJSON()
    : node;
}

/** One more stretch in a list of them. */
function stretch(section: string, id: string, key: string, range: { from: string; to: string }): Edit {
  return {
    path: [section, id, key],
    value: (old: unknown) => [...((old as object[] | undefined) ?? []), range],
  };
}

function weekFrom(monday: string): { from: string; to: string } {
  return { from: monday, to: isoDate(toDay(monday)! + 6) };
}

/** Who or what is used most, and the Monday of their fullest week. */
function busiest(
  sessions: readonly PlanSession[],
  of: (session: PlanSession) => string | null,
): [string, string] {
  const names = tally(sessions.flatMap((session) => of(session) ?? []));
  const name = most(names);
  return [
    name,
    most(tally(sessions.filter((session) => of(session) === name).map(({ start }) => mondayOf(start)))),
  ];
}

function busiestDay(sessions: readonly PlanSession[]): string {
  return most(tally(sessions.map(({ start }) => start.slice(0, 10))));
}

function mondayOf(start: string): string {
  const day = toDay(start.slice(0, 10))!;
  return isoDate(day - ((day + 3) % 7));
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function most(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
}
