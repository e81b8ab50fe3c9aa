/** What linking finds wrong, in pointers; lines and columns are added at the end, in one place. */
import type { Diagnostic, Locate, Pointer, Severity } from '../../diagnostics/diagnostic.ts';

export interface Problem {
  readonly code: string;
  /** `error` by default. */
  readonly severity?: Severity;
  readonly at: Pointer;
  /** Point at the key rather than at its value. */
  readonly key?: boolean;
  readonly message: string;
  readonly fix?: string;
  /** "did you mean", with the place where that word is defined. */
  readonly suggest?: { readonly word: string; readonly at: Pointer | undefined };
  /** Where the other side stands. */
  readonly related?: readonly { readonly message: string; readonly at: Pointer; readonly key?: boolean }[];
}

export type Report = (problem: Problem) => void;

export function toDiagnostic(problem: Problem, locate: Locate): Diagnostic {
  const at = locate(problem.at, { key: problem.key ?? false });
  const fix = problem.suggest ? didYouMean(problem.suggest, locate) : problem.fix;
  return {
    code: problem.code,
    severity: problem.severity ?? 'error',
    message: problem.message,
    ...(at && { at }),
    ...(fix !== undefined && { fix }),
    ...(problem.related && {
      related: problem.related.map((other) => {
        const place = locate(other.at, { key: other.key ?? false });
        return { message: other.message, ...(place && { at: place }) };
      }),
    }),
  };
}

function didYouMean({ word, at }: NonNullable<Problem['suggest']>, locate: Locate): string {
  const place = at && locate(at, { key: true });
  return `did you mean "${word}"?${place ? ` (${place.file}:${place.line})` : ''}`;
}
