/** `cxplan explain <constraint>` and `<term>`: what a plan must keep, and what a good one has. */
import { CONSTRAINTS } from '../../schedule/constraints/index.ts';
import { TERMS } from '../../schedule/objective/terms/index.ts';
import type { Answer } from './answer.ts';

/** A hard constraint or a soft term by its id; undefined when neither has it. */
export function explainPlanning(id: string): Answer | undefined {
  return constraint(id) ?? term(id);
}

function constraint(id: string): Answer | undefined {
  const found = CONSTRAINTS.find((one) => one.id === id);
  if (!found) return undefined;
  const { sentence, why, reason } = found;
  return {
    data: { kind: 'constraint', id, sentence, why, reason: reason() },
    lines: [
      `${id} (a constraint: no plan breaks it, and verify recomputes it)`,
      '',
      sentence,
      '',
      `Why  ${why}`,
      '',
      `Where it leaves somebody without a place, the gap report says  ${reason()}`,
    ],
  };
}

function term(id: string): Answer | undefined {
  const found = TERMS.find((one) => one.id === id);
  if (!found) return undefined;
  const { sentence, weight } = found;
  return {
    data: { kind: 'term', id, sentence, weight },
    lines: [
      `${id} (a term of the soft cost: of plans that place as many people, the cheaper one is made)`,
      '',
      sentence,
      '',
      `Weight  ${weight}; policy.weights.${id} says otherwise, 0 leaves it out`,
      '',
      `What it costs in a plan  score.terms in plan.json`,
    ],
  };
}

/** Ids of all of them. */
export const PLANNING_IDS: readonly string[] = [...CONSTRAINTS, ...TERMS].map(({ id }) => id);
