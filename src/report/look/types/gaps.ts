/** What is missing, and what is asked of whoever decides. */
import type { Ref } from './ref.ts';

export interface PageUnplaced {
  readonly department: Ref;
  readonly module: Ref;
  readonly seats: number;
  readonly words: string;
}

export interface PageFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warn' | 'info';
  readonly departments: readonly Ref[];
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** What closes it as it was tried; left out where nothing was. */
  readonly patch?: string;
  readonly source: string;
  /** Until when and by whom it is accepted; empty where it is not. */
  readonly waived: string;
  readonly implied: readonly string[];
}

export interface PageDecision {
  readonly title: string;
  readonly why: string;
  /** A view with its filters: `gaps?rule=no-voice`. */
  readonly link: string;
}
