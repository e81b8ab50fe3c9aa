/** Findings as diagnostics: a place in the files for each, so that they are shown like any other message. */
import type { Diagnostic, Locate, Place } from '../diagnostics/diagnostic.ts';
import type { Finding, Gaps } from '../model/gaps.ts';

/** Where a finding stands; one about a whole section at its name, because what is below is about single things. */
export function placeOf({ pointer }: Finding, locate: Locate): Place | undefined {
  return locate(pointer, { key: pointer.length === 1 });
}

/** A finding with the place of its line in the workspace. */
export function asDiagnostic(finding: Finding & { readonly times?: number }, locate: Locate): Diagnostic {
  const at = placeOf(finding, locate);
  return {
    code: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...(at && { at }),
    ...(finding.times !== undefined && { times: finding.times }),
    // A sentence, too long to stand beside the caret.
    related: [{ message: finding.fix }],
  };
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
