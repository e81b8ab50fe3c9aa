/** Coverage and findings as they are written to `gaps.json` (contract: `schemas/gaps.schema.json`). */
import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { Id, Subject } from '../model.ts';

export type Dimension = 'T' | 'S' | 'M' | 'R';

/** One thing that people must meet: a theme, an owned stage, a moment; or the rhythm as a whole. */
export interface Cell {
  readonly dimension: Dimension;
  /** Theme, stage or moment id; `rhythm` for R. */
  readonly id: Id;
  /** People (R: person-weeks) who need it, and who are reached. */
  readonly need: number;
  readonly reached: number;
  /** reached ÷ need. */
  readonly reach: number;
  /** Whether a module that fills it carries a customer's voice (R: always true). */
  readonly voice: boolean;
  /** min(1, reach ÷ 0.9), halved without a voice (R: the reach itself). */
  readonly credit: number;
}

/** A seat is one person in one session, joiners' included. */
export interface Seats {
  readonly asked: number;
  readonly placed: number;
  /** People who lack at least one seat. */
  readonly peopleWithout: number;
  /** With an attendance file, and of five people or more. */
  readonly delivered?: DeliveredSeats;
}

/** What came of the seats that were due by the day of the plan: due = delivered + missed + untold. */
export interface DeliveredSeats {
  readonly due: number;
  readonly delivered: number;
  readonly missed: number;
  /** Nobody has told. */
  readonly untold: number;
}

export interface ScoredPart {
  readonly id: Id;
  readonly name: string;
  readonly people: number;
  /** 0–100, one decimal when shown; null when nothing can be asked of it; at most 99.9 while a seat is missing. */
  readonly score: number | null;
  readonly seats: Seats;
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  readonly cells: readonly Cell[];
  /** Minutes planned per person over the programme, mean (joiners' modules apart). */
  readonly minutesPerPerson: number;
  /** The same cells counted from attendance; present with an attendance file only. */
  readonly delivered?: DeliveredCoverage;
  /** The same, of those who were assessed or observed; present where anybody was. */
  readonly confirmed?: DeliveredCoverage;
}

/** Counted from attendance among what was due by `asOf`. */
export interface DeliveredCoverage {
  readonly score: number | null;
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  readonly cells: readonly Cell[];
  /** Cells of fewer than five people, left out here and in the score. */
  readonly suppressed: number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** Names and numbers. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** Into the workspace: `modules.kind-invoices.voices`. Lines and columns are added when it is shown. */
  readonly pointer: readonly (string | number)[];
  /** Identity: rule and subject, never wording or line. */
  readonly key: string;
  /** How it is told together with others of its rule that differ in time only. */
  readonly again?: Recurrence;
  /** Findings that this one implies, folded under it. */
  readonly implied?: readonly Finding[];
  readonly waived?: { readonly reason: string; readonly owner: string; readonly until: string };
}

/** A finding that may come back month after month. */
export interface Recurrence {
  /** The message without its time and numbers, and without a full stop. */
  readonly words: string;
  /** First and last day of this one: `2027-03-01`. */
  readonly from: string;
  readonly to: string;
  /** How many people it concerns, where that is told. */
  readonly people?: number;
}

export interface Gaps {
  readonly schema: 'https://cxplan.dev/schemas/gaps-1.json';
  readonly version: 1;
  readonly asOf: string;
  readonly organisation: ScoredPart;
  /** Department with the lowest score. */
  readonly lowest: { readonly department: Id; readonly score: number } | null;
  readonly departments: readonly ScoredPart[];
  readonly roles: readonly ScoredPart[];
  readonly sites: readonly ScoredPart[];
  /** Sorted by severity, rule, key. Not waived. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  /** Rules that are switched off here. */
  readonly off: readonly string[];
  /** Departments (or the organisation, `''`) below their threshold. */
  readonly belowThreshold: readonly {
    readonly department: Id;
    readonly score: number;
    readonly threshold: number;
  }[];
}
