/** What a workspace means, as a hash: file names, the order of keys and comments are no part of it. */
import { createHash } from 'node:crypto';
import { canonicalTables } from './files/tables.ts';
import type { Tables } from './link/link.ts';
import type { MergedSections } from './merge.ts';
import { canonical } from './yaml/canonical.ts';

type Meant = Pick<MergedSections, 'programme' | 'policy' | 'waivers' | 'pins' | 'notes' | 'entries'>;

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

/** As {@link meaningOf}, whoever is away and whichever room is closed. */
export function lastingMeaningOf(meant: Meant, tables: Tables): string {
  const { facilitators, rooms } = meant.entries;
  const entries = {
    ...meant.entries,
    facilitators: without(facilitators, 'away'),
    rooms: without(rooms, 'closed'),
  };
  return meaningOf({ ...meant, entries }, tables);
}

function without(section: ReadonlyMap<string, unknown>, key: string): Map<string, unknown> {
  return new Map(
    [...section].map(([id, value]) => {
      if (typeof value !== 'object' || value === null) return [id, value];
      return [id, { ...value, [key]: undefined }];
    }),
  );
}
