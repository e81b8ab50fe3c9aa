/** The form of a contradiction check: a small function over the written and the resolved workspace. */
import type { Model } from '../../../model/model.ts';
import type { Report } from '../problem.ts';
import type { Written } from '../written.ts';

export interface Ground {
  /** As typed: what a message quotes. */
  readonly written: Written;
  /** As meant. */
  readonly model: Model;
  readonly report: Report;
}

export interface Check {
  /** Sections that must be whole for the check to prove anything; others may have lost entries. */
  readonly needs: readonly string[];
  /** Sections that later checks cannot rely on once this one has found something. */
  readonly spoils?: readonly string[];
  readonly check: (ground: Ground) => void;
}
