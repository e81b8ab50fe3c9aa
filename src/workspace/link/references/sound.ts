/**
 * The sound part of a workspace: without the entries whose shape is wrong and the references that lead
 * nowhere. Contradictions are looked for in it, so that one typo does not hide the rest of what is wrong.
 */
import { append } from '../../../collections/lists.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { MergedSections, Section } from '../../merge.ts';
import type { ListSection } from '../../subject.ts';
import { type DanglingReference, danglingReferences } from './check.ts';
import { without } from './walk.ts';

export interface SoundSections {
  readonly merged: MergedSections;
  /** Sections that lost anything: what is missing there proves nothing. */
  readonly damaged: ReadonlySet<string>;
}

/** Each round may orphan further references; longer chains than this are not worth following. */
const MOST_ROUNDS = 20;

/**
 * @param broken pointers to values of a wrong shape
 * @param dangling references of the whole workspace that lead nowhere
 * @returns undefined when what is left is not worth judging
 */
export function soundPart(
  merged: MergedSections,
  broken: readonly Pointer[],
  dangling: readonly DanglingReference[],
): SoundSections | undefined {
  const damaged = new Set<string>();
  let rest = merged;
  let wrong = [...broken, ...dangling.map(toDrop)];
  if (wrong.length === 0) return { merged, damaged };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const pointer of wrong) if (!isAside(pointer)) damaged.add(String(pointer[0]));
    rest = prune(rest, wrong);
    wrong = danglingReferences(rest).map(toDrop);
    if (wrong.length === 0) return { merged: rest, damaged };
  }
  return undefined;
}

/** Without a reference that it needs, a whole entry goes. */
function toDrop({ at, required }: DanglingReference): Pointer {
  return required && at[0] !== 'programme' ? at.slice(0, 2) : at;
}

/** Parts of the programme that no contradiction depends on. */
const ASIDE = new Set([
  'name',
  'mantra',
  'definition',
  'success',
  'agreedBy',
  'team',
  'id',
  'domain',
  'locale',
]);

function isAside([section, key]: Pointer): boolean {
  return section === 'programme' && ASIDE.has(String(key));
}

function prune(merged: MergedSections, wrong: readonly Pointer[]): MergedSections {
  if (wrong.length === 0) return merged;
  const bySection = new Map<string | number, Pointer[]>();
  for (const [section, ...rest] of wrong) {
    append(bySection, section!, rest);
  }
  const of = (section: string): Pointer[] => bySection.get(section) ?? [];
  const entries = { ...merged.entries };
  for (const section of Object.keys(entries) as Section[]) {
    if (!bySection.has(section)) continue;
    const left = without(Object.fromEntries(entries[section]), of(section)) as Record<string, unknown>;
    entries[section] = new Map(Object.entries(left ?? {}));
  }
  const list = (section: ListSection) =>
    merged[section].map((item, i) =>
      without(
        item,
        of(section).flatMap(([index, ...below]) => (index === undefined || index === i ? [below] : [])),
      ),
    );
  return {
    ...merged,
    programme: without(merged.programme, of('programme')),
    policy: (without(merged.policy, of('policy')) ?? {}) as Record<string, unknown>,
    costs: without(merged.costs, of('costs')),
    // One that falls out leaves a hole, so that the others keep their numbers.
    waivers: list('waivers'),
    pins: list('pins'),
    notes: list('notes'),
    entries,
  };
}
