/** The committed plan: made from this workspace, and still as it was made? */
import { dirname, relative, sep } from 'node:path';
import { isoDate } from '../../calendar/date.ts';
import type { Result } from '../../diagnostics/verdict.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { mixedIn } from '../../output/manifest.ts';
import { ownRule } from './rules.ts';

export interface CommittedPlan {
  readonly root: string;
  /** Path of `plan.json`. */
  readonly file: string;
  readonly stale: boolean;
  readonly model: Model;
  readonly plan: Plan;
  /** `cxplan 0.1.0`, as of now. */
  readonly tool: string;
  /** `2026-11-21` */
  readonly today: string;
}

/**
 * What speaks against the plan. A stale one is not verified: whatever changed in the workspace would be found
 * again as thousands of breaks.
 */
export async function againstPlan({
  root,
  file,
  stale,
  model,
  plan,
  tool,
  today,
}: CommittedPlan): Promise<Result[]> {
  const at = { file: relative(root, file).split(sep).join('/'), line: 1, column: 1 };
  const result = (id: string, detail: string, message: string): Result => {
    const { severity, fix: remedy, why } = ownRule(id)!;
    return { code: id, severity, message, at, key: `${id}${detail}`, status: 'open', remedy, why };
  };
  if (stale) {
    return [
      result(
        'stale-plan',
        '',
        'The committed plan is out of date: the workspace has changed since it was made.',
      ),
    ];
  }
  if (plan.asOf >= isoDate(model.programme.starts) && plan.asOf > today) {
    // What is past is not looked at again: a day that has not come would hide everything before it.
    return [
      result(
        'broken-plan',
        ':as-of',
        `The committed plan was made as of ${plan.asOf}, a day that has not come.`,
      ),
    ];
  }
  const mixed = mixedIn(dirname(file));
  if (mixed.length > 0) {
    const more = mixed.length > 1 ? ` and ${mixed.length - 1} more` : '';
    return [
      result(
        'broken-plan',
        ':mixed',
        `A run was stopped while it wrote the plan: ${mixed[0]}${more} may be of another plan than the rest.`,
      ),
    ];
  }
  const { verifyPlan } = await import('../../verify/verify.ts');
  const violations = verifyPlan(model, plan);
  const made = plan.made.tool === tool ? '' : ` It was made by ${plan.made.tool}, and this is ${tool}.`;
  return [...new Set(violations.map(({ constraint }) => constraint))].map((constraint) => {
    const broken = violations.filter((one) => one.constraint === constraint);
    const more = broken.length > 1 ? ` And ${broken.length - 1} more of this kind.` : '';
    const first = broken[0]!.message.replace(/\.?$/, '.');
    return result(
      'broken-plan',
      `:${constraint}`,
      `The committed plan does not hold (${constraint}): ${first}${more}${made}`,
    );
  });
}
