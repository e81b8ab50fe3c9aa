/**
 * Folds findings that follow from others: an untaught touchpoint implies an untaught stage, and is counted
 * once. A finding is never folded under a milder one, so that no error hides behind a warning.
 */

import { append } from '../collections/lists.ts';
import { RANK } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../model/made/gaps.ts';
import type { Subject } from '../model/model.ts';
import { keyOf, partsOf } from './subject.ts';

export interface Foldable {
  readonly finding: Finding;
  readonly implies: readonly string[];
  /** Findings about all of this follow from it. */
  readonly covers: Subject;
}

/** The findings that no other implies, each with those it does, in the given order. */
export function fold(all: readonly Foldable[]): Finding[] {
  const causes = causesByRule(all);
  const parents = all.map((one, i) => parentOf(one, i, causes));
  const rootOf = (i: number, seen = new Set<number>()): number => {
    const parent = parents[i];
    return parent === undefined || seen.has(i) ? i : rootOf(parent, seen.add(i));
  };
  const implied = new Map<number, Finding[]>();
  all.forEach(({ finding }, i) => {
    const root = rootOf(i);
    if (root !== i) append(implied, root, finding);
  });
  return all.flatMap(({ finding }, i) => {
    if (parents[i] !== undefined) return [];
    const under = implied.get(i);
    return [under ? { ...finding, implied: under } : finding];
  });
}

/** For each implied rule: the shapes of subjects that imply it, and by key which finding does. */
type Causes = ReadonlyMap<string, readonly Cause[]>;

interface Cause {
  readonly parts: readonly (keyof Subject)[];
  readonly byKey: Map<string, { readonly index: number; readonly rank: number }>;
}

function causesByRule(all: readonly Foldable[]): Causes {
  const causes = new Map<string, Map<string, Cause>>();
  all.forEach(({ finding, implies, covers }, index) => {
    const parts = partsOf(covers);
    for (const rule of implies) {
      const shapes = causes.get(rule) ?? new Map<string, Cause>();
      causes.set(rule, shapes);
      const cause = shapes.get(parts.join()) ?? { parts, byKey: new Map() };
      shapes.set(parts.join(), cause);
      const key = keyOf('', covers);
      if (!cause.byKey.has(key)) cause.byKey.set(key, { index, rank: RANK[finding.severity] });
    }
  });
  return new Map([...causes].map(([rule, shapes]) => [rule, [...shapes.values()]]));
}

/** The first finding that implies this one and is at least as severe. */
function parentOf({ finding }: Foldable, self: number, causes: Causes): number | undefined {
  for (const { parts, byKey } of causes.get(finding.rule) ?? []) {
    const subject = Object.fromEntries(parts.map((part) => [part, finding.subject[part]])) as Subject;
    if (partsOf(subject).length < parts.length) continue;
    const cause = byKey.get(keyOf('', subject));
    if (cause && cause.index !== self && cause.rank <= RANK[finding.severity]) return cause.index;
  }
  return undefined;
}
