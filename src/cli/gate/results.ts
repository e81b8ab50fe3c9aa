/** Findings and diagnostics as results: with an identity, a place and what is accepted about them. */

import type { Diagnostic, Locate } from '../../diagnostics/diagnostic.ts';
import { RANK } from '../../diagnostics/diagnostic.ts';
import type { FoldedResult } from '../../diagnostics/fold.ts';
import type { Result, Status } from '../../diagnostics/verdict.ts';
import type { Finding } from '../../model/made/gaps.ts';

const ORDER: Readonly<Record<Status, number>> = { open: 0, new: 0, known: 1, waived: 2 };

/** A finding with the place of its line. What is folded under it is named in its remedy. */
export function fromFinding(finding: Finding, status: Status, locate: Locate): Result {
  const { rule: code, severity, message, key, why, fix, pointer, again, implied = [], waived } = finding;
  const at = locate(pointer);
  const rules = [...new Set(implied.map(({ rule }) => rule))].join(', ');
  const follow = implied.length === 1 ? '1 more follows' : `${implied.length} more follow`;
  const remedy = implied.length === 0 ? fix : `${fix} (${follow} from this: ${rules}.)`;
  return {
    code,
    severity,
    message,
    ...(at && { at }),
    key,
    status,
    remedy,
    why,
    ...(again && { again }),
    ...(waived && { waiver: waived }),
  };
}

/** Mistakes in the files. The same mistake twice is told apart by its number, never by its line. */
export function fromDiagnostics(diagnostics: readonly Diagnostic[]): Result[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const same = `${diagnostic.code}:${diagnostic.at?.file ?? ''}:${diagnostic.message}`;
    const times = (seen.get(same) ?? 0) + 1;
    seen.set(same, times);
    return { ...diagnostic, key: times === 1 ? same : `${same}:${times}`, status: 'open' };
  });
}

/** As it is shown: with the remedy as a sentence below. */
export function asDiagnostic({ remedy, related = [], others, ...result }: FoldedResult): Diagnostic {
  const below = [remedy, others].flatMap((message) => (message === undefined ? [] : [{ message }]));
  return { ...result, related: [...related, ...below] };
}

/** What counts first, then by severity; otherwise as given. */
export function sortResults(results: readonly Result[]): Result[] {
  return [...results].sort(
    (a, b) => ORDER[a.status] - ORDER[b.status] || RANK[a.severity] - RANK[b.severity],
  );
}
