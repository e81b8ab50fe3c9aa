/** Findings as diagnostics: a place in the files for each, so that they are shown like any other message. */
import type { Diagnostic, Locate, Place } from '../diagnostics/diagnostic.ts';
import { type FoldedResult, folded } from '../diagnostics/fold.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import { asDiagnostic } from './gate/results.ts';

/** Where a finding stands; one about a whole section at its name, because what is below is about single things. */
export function placeOf({ pointer }: Finding, locate: Locate): Place | undefined {
  return locate(pointer, { key: pointer.length === 1 });
}

/** Findings with the places of their lines; unless `each`, those of one rule told together where there are many. */
export function asDiagnostics(
  findings: readonly (Finding & { readonly times?: number })[],
  locate: Locate,
  each: boolean,
): Diagnostic[] {
  const results = findings.map((finding): FoldedResult => {
    const { rule: code, severity, message, key, fix: remedy, times } = finding;
    const at = placeOf(finding, locate);
    return {
      ...{ code, severity, message, key, status: 'open', remedy },
      ...(at && { at }),
      ...(times !== undefined && { times }),
    };
  });
  const rules = findings.map(({ rule }) => ({ id: rule }));
  return (each ? results : folded({ rules, prefix: '' }, results)).map(asDiagnostic);
}

/** The gap document with the place of each finding, as `--json` prints it. */
export function withPlaces(gaps: Gaps, locate: Locate): unknown {
  const place = (finding: Finding): unknown => ({
    ...finding,
    at: placeOf(finding, locate) ?? null,
    ...(finding.implied && { implied: finding.implied.map(place) }),
  });
  return { ...gaps, findings: gaps.findings.map(place), waived: gaps.waived.map(place) };
}
