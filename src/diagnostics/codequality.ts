/** GitLab's code quality report: the open results beside the lines of a merge request. */
import { createHash } from 'node:crypto';
import type { Severity } from './diagnostic.ts';
import { sanitise, sanitiseJson } from './sanitise.ts';
import { fileOf, openResults, type Verdict } from './verdict.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warn: 'minor', info: 'info' };

/** The report as JSON text with a final newline. GitLab ignores what has no place: it stands where the workspace begins. */
export function codequality(verdict: Verdict): string {
  const report = openResults(verdict).map(({ code, severity, message, at = verdict.home, key }) => ({
    description: sanitise(message),
    check_name: code,
    fingerprint: createHash('sha256').update(key).digest('hex'),
    severity: SEVERITY[severity],
    location: { path: fileOf(verdict, at), lines: { begin: at.line } },
  }));
  return `${sanitiseJson(JSON.stringify(report, null, 2))}\n`;
}
