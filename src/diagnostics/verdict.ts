/**
 * What the gate decided, as data: every format that a pipeline can show is drawn from this and from nothing else.
 */

import { posix } from 'node:path';
import type { Numbers } from '../calendar/say.ts';
import type { Diagnostic, Place, Severity } from './diagnostic.ts';
import { scoreWords, seatsWords } from './seats.ts';

/** `open` counts, `new` counts and is not in the baseline; `known` is in the baseline, `waived` has a waiver. */
export type Status = 'open' | 'new' | 'known' | 'waived';

export interface Recurrence {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly people?: number | undefined;
}

/** One thing that was found, wherever it came from: a gap, a mistake in a file, a threshold, a stale plan. */
export interface Result extends Diagnostic {
  /** Identity: the same for the same thing after its line or wording has changed. */
  readonly key: string;
  readonly status: Status;
  /** The smallest change that closes it, as a sentence. */
  readonly remedy?: string;
  readonly why?: string;
  /** How it is told together with others that differ in time only. */
  readonly again?: Recurrence;
  readonly waiver?: { readonly reason: string; readonly owner: string; readonly until: string };
}

/** A rule as a pipeline explains it. */
export interface RuleText {
  readonly id: string;
  readonly heading: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly why: string;
  readonly fix: string;
  /** Articles it speaks for: `A1`. */
  readonly articles: readonly string[];
}

/** A score, 0–100; null where nothing can be asked. */
export interface Score {
  readonly name: string;
  readonly people: number;
  readonly score: number | null;
  readonly seats: { readonly asked: number; readonly placed: number; readonly peopleWithout: number };
}

export interface Threshold {
  /** Department; `''` for the organisation. */
  readonly id: string;
  readonly name: string;
  readonly score: number | null;
  readonly threshold: number;
  readonly ok: boolean;
}

export interface Verdict {
  /** Of cxplan: `0.1.0`. */
  readonly version: string;
  /** The programme's name, or the folder's where there is none. */
  readonly title: string;
  /** Where the files of places are, from the top of the repository: `''` or `training/`. */
  readonly prefix: string;
  /** Where the workspace begins: the place of what has none, for formats that must have one. */
  readonly home: Place;
  readonly ok: boolean;
  /** Open ones first, then by severity. */
  readonly results: readonly Result[];
  readonly rules: readonly RuleText[];
  /** Rules that are switched off. */
  readonly off: readonly string[];
  /** Absent when the workspace is invalid: then nothing was planned. */
  readonly coverage?: {
    readonly organisation: Score;
    readonly departments: readonly Score[];
    readonly lowest: { readonly name: string; readonly score: number } | null;
  };
  readonly thresholds: readonly Threshold[];
  /** Sentences that belong to the verdict, such as what became of the baseline. */
  readonly notes: readonly string[];
}

/** Results that count: neither waived nor known. */
export function openResults({ results }: Verdict): Result[] {
  return results.filter(isOpen);
}

/** Whether a result counts. */
export function isOpen({ status }: Result): boolean {
  return status === 'open' || status === 'new';
}

/** How many open results there are of each severity, and how many are suppressed by what. */
export function totals({ results, off }: Verdict) {
  const open = { error: 0, warn: 0, info: 0 };
  const suppressed = { waived: 0, known: 0, off: off.length };
  for (const result of results) {
    if (isOpen(result)) open[result.severity]++;
    else suppressed[result.status === 'waived' ? 'waived' : 'known']++;
  }
  return { ...open, ...suppressed };
}

/** Path of a place from the top of the repository. */
export function fileOf({ prefix }: Pick<Verdict, 'prefix'>, { file }: Place): string {
  return posix.normalize(prefix + file);
}

/** The verdict's own lines, in words: coverage, what is open, what is suppressed, notes, and the end. */
export function verdictLines(verdict: Verdict, say: Numbers): string[] {
  const { coverage, ok, notes } = verdict;
  return [
    ...(coverage ? [coverageLine(coverage, say)] : []),
    ...notes,
    openLine(verdict, say),
    suppressedLine(verdict, say),
    ok ? 'The gate is open.' : 'The gate is shut.',
  ];
}

/** `Coverage 81.2 of 100 planned, all 1,485 seats placed, lowest Finance with 62.0.` */
export function coverageLine(
  { organisation, lowest }: NonNullable<Verdict['coverage']>,
  say: Numbers,
): string {
  const low = lowest ? `, lowest ${lowest.name} with ${scoreWords(say, lowest.score)}` : '';
  return `Coverage ${scoreWords(say, organisation.score)} of 100 planned, ${seatsWords(say, organisation.seats)}${low}.`;
}

/** `Open: 2 errors, 1 warning, 12 for information.` */
export function openLine(verdict: Verdict, say: Numbers): string {
  const { error, warn, info } = totals(verdict);
  return `Open: ${counted(say, error, 'error')}, ${counted(say, warn, 'warning')}, ${say.exact(info)} for information.`;
}

/** `Suppressed: 3 waived, 4 in the baseline, 1 rule switched off (no-voice).` Said even when it is nothing. */
export function suppressedLine(verdict: Verdict, say: Numbers): string {
  const { waived, known, off } = totals(verdict);
  const which = off > 0 ? ` (${verdict.off.join(', ')})` : '';
  return `Suppressed: ${say.exact(waived)} waived, ${say.exact(known)} in the baseline, ${counted(say, off, 'rule')} switched off${which}.`;
}

function counted({ exact }: Numbers, count: number, one: string): string {
  return `${exact(count)} ${one}${count === 1 ? '' : 's'}`;
}
