/** What has happened: who was there, and what came of what was learned. */
import type { Day } from '../calendar/date.ts';
import type { Id } from './ids.ts';

export interface Attendance {
  /** A person's or a group's id. */
  readonly who: Id;
  /** A session's or a module's id. */
  readonly what: Id;
  readonly date: Day;
  readonly status: 'attended' | 'absent' | 'confirmed';
  readonly minutes: number | undefined;
}

export interface Action {
  readonly id: Id;
  readonly date: Day;
  /** The session or module in which it was learned. */
  readonly session: Id | undefined;
  readonly department: Id;
  readonly stage: Id | undefined;
  readonly learning: string;
  readonly action: string;
  /** Name of the role or department that answers for it; undefined where it is anybody else, who is not kept. */
  readonly owner: string | undefined;
  /** Whether anybody at all answers for it, shown or not. */
  readonly isOwned: boolean;
  readonly due: Day;
  readonly status: 'open' | 'done' | 'dropped';
  /** What a customer told, in a sentence that may be shown; only where they agreed to that. */
  readonly story: string | undefined;
  /** Until when they did. */
  readonly consentUntil: Day | undefined;
}
