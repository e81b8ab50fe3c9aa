/** The customer's way, and an employee's. */
import type { Ref } from './ref.ts';

export interface PageStage {
  readonly name: string;
  readonly phase: string;
  readonly feeling: string;
  readonly touchpoints: readonly {
    readonly name: string;
    readonly owners: string;
    readonly modules: readonly Ref[];
    readonly voices: string;
  }[];
  /** Modules about the stage as a whole. */
  readonly modules: readonly Ref[];
}

export interface PageWalk {
  readonly role: Ref;
  readonly group: Ref;
  readonly joiner: boolean;
  /** Days since 1970. */
  readonly from: number;
  readonly to: number;
  /** What they meet, in order of time. */
  readonly sessions: readonly Ref[];
  readonly interview: string;
  readonly impact: string;
  readonly answers: readonly string[];
  readonly promises: readonly { readonly kept: boolean; readonly asked: string; readonly planned: string }[];
  readonly silence: readonly [number, number];
}
