import type { Constraint } from './constraint.ts';

/** Kept by `previous.ts`: frozen sessions are placed first, and no move touches them. */
export const frozen: Constraint = {
  id: 'frozen',
  sentence: 'A session of the previous plan that starts within the notice period stays as it is.',
  why: 'People have already arranged their week around it.',
  reason: () => 'sessions within the notice period are not moved for it',
};
