/** What a workspace means, as a hash: file names, the order of keys and comments are no part of it. */
import { createHash } from 'node:crypto';
import { canonicalTables } from './files/tables.ts';
import type { Tables } from './link/link.ts';
import type { MergedSections } from './merge.ts';
import { canonical } from './yaml/canonical.ts';

interface Meant extends Pick<MergedSections, 'programme' | 'policy' | 'waivers' | 'pins' | 'notes'> {
  /** Section → id → what is written. */
  readonly entries: Readonly<Record<string, ReadonlyMap<string, unknown>>>;
}

/** `sha256:` and 64 hexadecimal digits. */
export function meaningOf(
  { programme, policy, waivers, pins, notes, entries }: Meant,
  tables: Tables,
): string {
  // Which files there are, and what they call their columns, is not what the workspace means.
  const { include, people, attendance, actions, ...rest } = (programme ?? {}) as Record<string, unknown>;
  // A rehearsal looks at a plan and changes nothing in it.
  const { rehearsal, ...planned } = policy;
  const content = canonical({
    ...entries,
    programme: rest,
    policy: planned,
    waivers,
    ...(pins.length > 0 && { pins }),
    ...(notes.length > 0 && { notes }),
    tables: canonicalTables(tables),
  });
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * What no session's place depends on: who is away and which room is closed, which is looked at apart; what things are called
 * and described as; what is only told or judged. A path into each entry of a section; `*` is every key, or every item.
 */
const PLACELESS: Readonly<Record<string, readonly string[] | undefined>> = {
  sites: ['name'],
  rooms: ['name', 'closed'],
  departments: ['name', 'head', 'signedOff', 'teams.*.name', 'busy.*.reason'],
  roles: ['name', 'duties', 'expect'],
  stages: ['name', 'phase', 'feeling'],
  moments: ['name'],
  themes: ['name', 'meaning'],
  voices: ['name', 'recorded', 'consentUntil', 'story'],
  modules: ['name', 'outcome', 'followUp', 'metrics', 'reviewBy'],
  facilitators: ['name', 'away'],
  rituals: ['name', 'channel'],
};

/** As {@link meaningOf}, but for what no session's place depends on. */
export function lastingMeaningOf({ programme, policy, pins, entries }: Meant, tables: Tables): string {
  const { name, mantra, definition, success, agreedBy, team, ...dated } = (programme ?? {}) as Record<
    string,
    unknown
  >;
  const { minCoverage, rules, ...planned } = policy;
  const { metrics, ...sections } = entries;
  const placed = Object.entries(sections).map(([section, all]) => {
    const paths = PLACELESS[section]?.map((path) => path.split('.')) ?? [];
    return [section, new Map(Array.from(all, ([id, value]) => [id, paths.reduce(without, value)]))];
  });
  const kept = { programme: dated, policy: planned, waivers: [], pins, notes: [] };
  return meaningOf({ ...kept, entries: Object.fromEntries(placed) }, tables);
}

/** A copy of what is written, as far as a path leads through it, without what stands at its end. */
function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  const at = (one: unknown): unknown => (rest.length === 0 ? undefined : without(one, rest));
  if (Array.isArray(value)) return key === '*' ? value.map(at) : value;
  const copy: Record<string, unknown> = { ...value };
  for (const name of key === '*' ? Object.keys(copy) : [key]) {
    if (name in copy) copy[name] = at(copy[name]);
  }
  return copy;
}
