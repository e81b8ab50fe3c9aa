import type { Constraint } from './constraint.ts';

export const facilitatorAble: Constraint = {
  id: 'facilitator-able',
  sentence: 'Whoever leads is of the kind the module asks for, teaches it, and comes to the site.',
  why: 'A session is only as good as the person in front of it.',
  reason: () => 'nobody teaches it there',
  lead: ({ pool }, one) => pool.able.includes(one),
};
