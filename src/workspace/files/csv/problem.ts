/** What is said of a CSV file as such. */
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts';

export function problem(code: string, message: string, at: Place, fix: string): Diagnostic {
  return { code, severity: 'error', message, at, fix };
}
