/**
 * What a rule may offer beside a finding: the smallest change of the workspace that should close it, as data.
 * Whether it does is found out by planning again (`fix`); what does not hold is never shown.
 */
import type { Pointer } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../model/made/gaps.ts';
import type { Context } from './context.ts';

/** One change in the written language. */
export interface Edit {
  /** Where, in the merged workspace: `['modules', 'kind-invoices', 'voices']`. */
  readonly pointer: Pointer;
  /** `set` writes a value; `add` puts one at the end of a list; `remove` takes a key (or, with `value`, a list's item) away. */
  readonly op: 'set' | 'add' | 'remove';
  /** As it is written in YAML: texts, numbers, lists, maps. */
  readonly value?: unknown;
  /** For a new entry: the sibling in whose file it belongs. */
  readonly beside?: Pointer;
}

export interface Patch {
  /** One line that says what it does. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What a person still has to do, or to look at, because no tool can. */
  readonly note?: string;
  /** It shows only in a year planned anew (`--fresh`): what stands would keep as it is. */
  readonly fresh?: true;
}

/** The context of a plan and what is written in the files it came from. */
export interface PatchContext extends Context {
  /** The value as it is written; undefined where nothing is. Maps are plain objects without a prototype. */
  readonly written: (pointer: Pointer) => unknown;
}

/** Patches for a finding, the smallest first; the first that holds is offered. */
export type Patches = (context: PatchContext, finding: Finding) => Iterable<Patch>;

/** Patches that only help together, as one. */
export function joined([first, ...more]: readonly Patch[]): Patch {
  const notes = [first!, ...more].flatMap(({ note }) => note ?? []);
  return {
    title: [first!.title, ...more.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1))].join(
      ', and ',
    ),
    edits: [first!, ...more].flatMap(({ edits }) => edits),
    ...(notes.length > 0 && { note: [...new Set(notes)].join(' ') }),
  };
}
