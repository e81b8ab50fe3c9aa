/** Diagnostics for programs: every one, with place, remedy and the other side. */
import type { Diagnostic } from './diagnostic.ts';
import { sanitiseJson } from './sanitise.ts';

/** `{ valid, errors, warnings, diagnostics }` as JSON text with a final newline; safe to print on a terminal. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string) =>
    diagnostics.reduce((sum, one) => sum + (one.severity === severity ? (one.times ?? 1) : 0), 0);
  const errors = count('error');
  const document = { valid: errors === 0, errors, warnings: count('warn'), diagnostics };
  return `${sanitiseJson(JSON.stringify(document, null, 2))}\n`;
}
