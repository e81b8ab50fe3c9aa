/** The customer's journey, and what is known of it: stages, touchpoints, moments, themes, metrics, voices. */
import type { Day } from '../calendar/date.ts';
import type { Id } from './ids.ts';
import type { Audience, PostId } from './people.ts';

export type Phase = 'before' | 'during' | 'after';

export interface Stage {
  readonly id: Id;
  readonly name: string;
  readonly phase: Phase | undefined;
  readonly feeling: string | undefined;
  readonly touchpoints: readonly Id[];
}

export interface Touchpoint {
  readonly id: Id;
  readonly name: string;
  readonly stage: Id;
  readonly ownerRoles: readonly Id[];
  readonly ownerDepartments: readonly Id[];
  /** The posts of all owners. */
  readonly owners: ReadonlySet<PostId>;
  readonly reviewed: Day | undefined;
}

export interface Moment {
  readonly id: Id;
  readonly name: string;
  /** Days after joining; −1 for the built-in `interview`. */
  readonly from: number;
  readonly to: number;
  readonly audience: Audience;
  readonly builtIn: boolean;
}

export interface Theme {
  readonly id: Id;
  readonly name: string;
  /** Calendar months 1–12 that are this theme's, explicit or by rotation. */
  readonly months: readonly number[];
  readonly audience: Audience;
  /** Role or department id → text. */
  readonly meaning: ReadonlyMap<Id, string>;
}

export interface Metric {
  readonly id: Id;
  readonly name: string;
  readonly unit: string | undefined;
  readonly baseline: number | undefined;
  readonly target: number | undefined;
  readonly owner: Id | undefined;
  readonly stages: readonly Id[];
}

export type VoiceType = 'journey-map' | 'recording' | 'testimonial' | 'survey' | 'guest' | 'outside-trainer';

export interface Voice {
  readonly id: Id;
  readonly name: string;
  readonly type: VoiceType;
  readonly stages: readonly Id[];
  readonly themes: readonly Id[];
  readonly recorded: Day | undefined;
  readonly consentUntil: Day | undefined;
  /** The row of the ledger of actions whose story it tells. */
  readonly story: string | undefined;
}
