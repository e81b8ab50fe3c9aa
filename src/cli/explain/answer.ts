/** What `cxplan explain` answers with, and how it points at lines of YAML. */
import type { Say } from '../../calendar/say.ts';
import type { Locate, Pointer } from '../../diagnostics/diagnostic.ts';
import { pointerText } from '../../diagnostics/diagnostic.ts';
import type { Gaps } from '../../model/made/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';

export interface Answer {
  /** Lines for people. */
  readonly lines: readonly string[];
  readonly data: unknown;
}

/** What an answer is looked up in. */
export interface AnswerSource {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
  readonly locate: Locate;
  /** How the programme's locale says days and numbers. */
  readonly say: Say;
}

/** A heading with indented lines below; nothing when there are none. */
export function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** `modules.kind-invoices.when (cxplan.yaml:35:7)`; where a default stands, the nearest line that is written. */
export function lineOf(pointer: Pointer, locate: Locate): string {
  const at = locate(pointer);
  return `${pointerText(pointer)}${at ? ` (${at.file}:${at.line}:${at.column})` : ''}`;
}
