/**
 * The plan document, with the types of its schema. It stands in `model` because planning reads the previous one.
 * Whoever writes it keeps the order of the schema's keys.
 */
import type { PlanBottleneck, PlanSession } from './plan.gen.ts';

export type * from './plan.gen.ts';

/** What carries an identity across replans. */
export type Identity = Pick<
  PlanSession,
  'id' | 'uid' | 'sequence' | 'status' | 'created' | 'revised' | 'issue' | 'hash' | 'left'
>;

/** Whose or what minutes: of those who lead, rooms, people away at once, people's weeks, line managers, a host's places. */
export type BottleneckKind = PlanBottleneck['kind'];
