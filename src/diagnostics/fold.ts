/**
 * Findings of one kind are told together where people read them: the first in full, the others by their places. What
 * programs read (JSON, SARIF, JUnit, code quality) keeps every one with its key.
 */
import { append } from '../collections/lists.ts';
import { placeText } from './frame.ts';
import { fileOf, type Result } from './verdict.ts';

/** So many of a rule are told together; fewer are told one by one. */
const MANY = 5;
/** Places that are listed. */
const LISTED = 10;

export interface FoldedResult extends Result {
  /** `And 29 more like it: modules/a.yaml:3:5, …` */
  readonly others?: string;
}

/** What a verdict says of its rules, and of where its files are. */
interface Ground {
  readonly rules: readonly { readonly id: string }[];
  readonly prefix: string;
}

/** Of each rule and severity with many results the first, with where the others stand; mistakes in files as they are. */
export function folded(verdict: Ground, results: readonly Result[]): FoldedResult[] {
  const rules = new Set(verdict.rules.map(({ id }) => id));
  const kinds = new Map<string, Result[]>();
  const kindOf = ({ code, severity, status }: Result) => `${code} ${severity} ${status}`;
  for (const result of results) {
    append(kinds, kindOf(result), result);
  }
  return results.flatMap((result): FoldedResult[] => {
    const some = kinds.get(kindOf(result))!;
    if (some.length < MANY || !rules.has(result.code)) return [result];
    if (some[0] !== result) return [];
    const times = some.reduce((count, { times = 1 }) => count + times, 0);
    return [{ ...result, times, others: othersOf(verdict, some.slice(1), times - (result.times ?? 1)) }];
  });
}

function othersOf(verdict: Pick<Ground, 'prefix'>, others: readonly Result[], count: number): string {
  const places = others.flatMap(({ at }) => (at ? [placeText({ ...at, file: fileOf(verdict, at) })] : []));
  const distinct = [...new Set(places)];
  const hidden = distinct.length - LISTED;
  const list = `${distinct.slice(0, LISTED).join(', ')}${hidden > 0 ? ` and ${hidden} more places` : ''}`;
  const how = `cxplan gaps --rule ${others[0]!.code} shows each`;
  return `And ${count} more like it${list === '' ? '' : `: ${list}`} (${how}).`;
}
