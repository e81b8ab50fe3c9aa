/**
 * The notice period: from the day of a plan on, so many days in which people's calendars stay as they are. Nothing in
 * it is moved, and nothing new is put there, unless there is no later day for it.
 */
import type { Day } from '../calendar/date.ts';
import type { Model } from './model.ts';

export interface Notice {
  /** The day of the plan: what lies before it is over. */
  readonly from: Day;
  /** The first day after the notice period; the same where there is none. */
  readonly end: Day;
}

/** @param asOf the day of the plan */
export function noticeOf({ policy }: Pick<Model, 'policy'>, asOf: Day): Notice {
  return { from: asOf, end: asOf + policy.noticeDays };
}
