/** A plan's text in one, to compare. */
import type { Plan } from '../../src/model/made/plan.ts';
import { planPieces } from '../../src/plan/write.ts';

export function planText(plan: Plan): string {
  return [...planPieces(plan)].join('');
}
