/**
 * What a rule is: one sentence of the articles turned into a check. Every rule is one file, named as its id,
 * in the folder of its heading; `rules/index.ts` lists them.
 */
import type { Pointer, Severity } from '../diagnostics/diagnostic.ts';
import type { Recurrence } from '../model/made/gaps.ts';
import type { Subject } from '../model/model.ts';
import type { Context } from './context.ts';
import type { Patches } from './patch.ts';

export type Heading = 'strategy' | 'reach' | 'lifecycle' | 'content' | 'rhythm' | 'time' | 'follow-through';

export type Article = 'A0' | 'A1' | 'A2' | 'A3' | 'A4';

export interface Rule {
  readonly id: string;
  readonly heading: Heading;
  /** Unless a draft or the workspace's policy says otherwise. */
  readonly severity: Severity;
  /** When it fires, in one sentence. */
  readonly sentence: string;
  /** What the article argues, in our words. */
  readonly why: string;
  /** The smallest change that closes it; a draft may be more exact. */
  readonly fix: string;
  readonly articles: readonly Article[];
  /** Thresholds that `policy.rules` may change, with their defaults (days, weeks, minutes, shares of 1). */
  readonly options?: Options;
  /** Rules whose findings about the same subject follow from this one and are folded under it. */
  readonly implies?: readonly string[];
  /** Changes to a clean workspace, as YAML (`null` takes a thing away): one that fires and one that does not. */
  readonly examples: Examples;
  check(context: Context, options: Options): Iterable<Draft>;
  /** The smallest changes of the files that should close a finding of this rule, where they can be computed. */
  readonly patches?: Patches;
  /** Why (some of) its findings have no patch: what only people can do, in one sentence. */
  readonly forPeople?: string;
}

export interface Examples {
  readonly fires: string;
  readonly silent: string;
  /** The day on which both are looked at; the day before the programme where none is given. */
  readonly asOf?: string;
}

export type Options = Readonly<Record<string, number>>;

/** A finding before severity, waivers and folding. */
export interface Draft {
  readonly subject: Subject;
  readonly message: string;
  readonly pointer: Pointer;
  readonly fix?: string;
  readonly severity?: Severity;
  /** Of what may come back month after month. */
  readonly again?: Recurrence;
  /** What it folds of the rules it implies: findings whose subject has all these parts. Its own subject by default. */
  readonly covers?: Subject;
}
