/** The plan that people agreed to: from then on notice holds, and what comes after is compared with it. */
import { createHash } from 'node:crypto';
import type { Plan } from '../model/made/plan.ts';
import { planPieces } from './write.ts';

/** Beside `plan.json`: the plan as it was agreed. */
export const PUBLISHED = 'published.json';

/** `sha256:` of a plan, whatever was agreed before it. */
export function hashOfPlan(plan: Plan): string {
  const hash = createHash('sha256');
  for (const piece of planPieces({ ...plan, published: undefined })) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

/**
 * The same plan, agreed. It is dated from now on: a draft that nobody dated was free to be planned anew.
 *
 * @param asOf the day on which it was agreed
 */
export function agreedPlan(plan: Plan, asOf: string): Plan {
  const dated: Plan = { ...plan, made: datedMade(plan) };
  const { issue } = plan.made;
  return { ...dated, published: { asOf, hash: hashOfPlan(dated), ...(issue !== undefined && { issue }) } };
}

/** Keys in the order in which they are written. */
function datedMade({ made }: Plan): Plan['made'] {
  const { tool, zones, inputs, basis, tried, seed, effort, moves, maxMoves, issue, ...rest } = made;
  return { tool, zones, inputs, basis, tried, seed, effort, moves, ...rest, dated: true, maxMoves, issue };
}
