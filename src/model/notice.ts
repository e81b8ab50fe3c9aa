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

/**
 * A plan whose day nobody said is a draft, made as of the day before the programme: how near that is nobody knows, and
 * there is no notice yet.
 * @param asOf the day of the plan
 * @param dated whether somebody said that day
 */
export function noticeOf(
  { policy, programme }: Pick<Model, 'policy' | 'programme'>,
  asOf: Day,
  dated: boolean | undefined,
): Notice {
  const isDraft = !dated && asOf === programme.starts - 1;
  return { from: asOf, end: asOf + (isDraft ? 0 : policy.noticeDays) };
}
