/** What `schemas/gaps.schema.json` says, generated from it by `npm run generate`. Do not edit. */

/** Coverage and gaps of a plan, as `gaps.json` holds them. */
export interface Gaps {
  /** The contract this document keeps. */
  readonly schema: 'https://cxplan.dev/schemas/gaps-1.json';
  /** Major version of the contract. */
  readonly version: 1;
  /** The day from which is looked. */
  readonly asOf: string;
  /** The firm as a whole: a mean, to be read with `lowest`. */
  readonly organisation: ScoredPart;
  /** The department with the lowest score: means hide the forgotten one. */
  readonly lowest: {
    /** Which one it is, by its id. */
    readonly department: string;
    /** The score it has. */
    readonly score: number;
  } | null;
  /** Every department. */
  readonly departments: readonly ScoredPart[];
  /** Every role. */
  readonly roles: readonly ScoredPart[];
  /** Every site. */
  readonly sites: readonly ScoredPart[];
  /** The gaps, sorted by severity, rule, key; those waived are not among them. */
  readonly findings: readonly Finding[];
  /** Gaps that a waiver accepts. */
  readonly waived: readonly Finding[];
  /**
   * Rules that are switched off here.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly off: readonly string[];
  /** Who lies below the threshold of `policy.minCoverage`. */
  readonly belowThreshold: readonly BelowThreshold[];
}
/** One below its threshold. */
export interface BelowThreshold {
  /** The department; empty for the organisation. */
  readonly department: string;
  /** The score it has. */
  readonly score: number;
  /** The threshold it should reach. */
  readonly threshold: number;
}
/** One thing that people must meet. */
export interface Cell {
  /** T theme, S stage, M moment, R rhythm. */
  readonly dimension: 'T' | 'S' | 'M' | 'R';
  /** The theme, stage or moment; `rhythm` for R. */
  readonly id: string;
  /** People (R: person-weeks) who need it. */
  readonly need: number;
  /** Of those, how many are reached. */
  readonly reached: number;
  /** reached ÷ need. */
  readonly reach: number;
  /** Whether a module that fills it carries a customer's voice (R: always true). */
  readonly voice: boolean;
  /** min(1, reach ÷ 0.9), halved without a voice (R: the reach itself). */
  readonly credit: number;
}
/** A gap: data, so that it can be waived, compared and shown anywhere. */
export interface Finding {
  /** The rule that found it. Example: `no-voice`. */
  readonly rule: string;
  /** How much it weighs here. */
  readonly severity: 'error' | 'warn' | 'info';
  readonly subject: Subject;
  /** What is missing, with names and numbers. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** The smallest change that closes it. */
  readonly fix: string;
  /**
   * Where in the workspace: the keys that lead there.
   *
   * Items: A key, or an index of a list.
   */
  readonly pointer: readonly (string | number)[];
  /** Its identity: rule and subject, never wording or line. */
  readonly key: string;
  readonly again?: Recurrence | undefined;
  /** Findings that this one implies; they are counted once, here. */
  readonly implied?: readonly Finding[] | undefined;
  readonly waived?: Waived | undefined;
}
/** What it is about: the parts that apply. */
export interface Subject {
  /** The department. */
  readonly department?: string | undefined;
  /** The role it is about. */
  readonly role?: string | undefined;
  /** The site it is about. */
  readonly site?: string | undefined;
  /** The shift it is about. */
  readonly shift?: string | undefined;
  /** The group it is about. */
  readonly group?: string | undefined;
  /** The theme it is about. */
  readonly theme?: string | undefined;
  /** The stage it is about. */
  readonly stage?: string | undefined;
  /** The touchpoint. */
  readonly touchpoint?: string | undefined;
  /** The moment it is about. */
  readonly moment?: string | undefined;
  /** The module it is about. */
  readonly module?: string | undefined;
  /** The session it is about. */
  readonly session?: string | undefined;
  /** The voice it is about. */
  readonly voice?: string | undefined;
  /** The ritual it is about. */
  readonly ritual?: string | undefined;
  /** The facilitator. */
  readonly facilitator?: string | undefined;
  /** The metric it is about. */
  readonly metric?: string | undefined;
  /** The basic it is about. */
  readonly basic?: string | undefined;
  /** The month it is about. */
  readonly month?: string | undefined;
  /** The quarter it is about. */
  readonly quarter?: string | undefined;
  /** The ISO week. */
  readonly week?: string | undefined;
  /** The occurrence. */
  readonly occurrence?: string | undefined;
  /** The action it is about. */
  readonly action?: string | undefined;
  /** The waiver it is about. */
  readonly waiver?: string | undefined;
  /** The expectation of a role it is about. */
  readonly expectation?: string | undefined;
}
/** How it is told together with others of its rule that differ in time only; each still stands here with its key. */
export interface Recurrence {
  /** The message without its time and numbers. */
  readonly words: string;
  /** Its first day. */
  readonly from: string;
  /** Its last day, inclusive. */
  readonly to: string;
  /** How many people it concerns, where that is told. */
  readonly people?: number | undefined;
}
/** By which waiver it is accepted. */
export interface Waived {
  /** Why it is accepted. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Until when, inclusive. */
  readonly until: string;
}
/** Mean credit of each dimension; null without cells. */
export interface Dimensions {
  /** Themes it must meet. */
  readonly T: number | null;
  /** Stages of the customer's journey. */
  readonly S: number | null;
  /** Moments of the employee's journey. */
  readonly M: number | null;
  /** Rhythm: how evenly it comes. */
  readonly R: number | null;
}
/** Counted from attendance among what was due by the day of the plan. */
export interface DeliveredCoverage {
  /** 0 to 100; null when nothing was due yet. */
  readonly score: number | null;
  /** As above, without those of fewer than five people. */
  readonly cells: readonly Cell[];
  /** How many cells of fewer than five people are left out. */
  readonly suppressed: number;
  /** Mean credit of each dimension. */
  readonly dimensions: Dimensions;
}
/** How well one part of the firm is covered. */
export interface ScoredPart {
  /** The department, role or site; empty for the organisation. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** How many people. */
  readonly people: number;
  /** 0 to 100; null when nothing can be asked of it; at most 99.9 while a seat is missing. */
  readonly score: number | null;
  readonly seats: Seats;
  /** Mean credit of each dimension; null without cells. */
  readonly dimensions: Dimensions;
  /** What its people must meet. */
  readonly cells: readonly Cell[];
  /** Minutes planned per person over the programme, on average (modules for joiners apart). */
  readonly minutesPerPerson: number;
  /** The same, counted from attendance. */
  readonly delivered?: DeliveredCoverage | undefined;
  /** The same, of those who were assessed or observed; left out where nobody was. */
  readonly confirmed?: DeliveredCoverage | undefined;
}
/** Seats in sessions: one is one person in one session, joiners' included. */
export interface Seats {
  /** How many are asked for. */
  readonly asked: number;
  /** How many are in a session. */
  readonly placed: number;
  /** How many people lack at least one. */
  readonly peopleWithout: number;
  readonly delivered?: DeliveredSeats | undefined;
}
/** With an attendance file: what came of the seats that were due by the day of the plan; due = delivered + missed + untold. Left out for fewer than five people, and where that could be worked out. */
export interface DeliveredSeats {
  /** In sessions until the day of the plan. */
  readonly due: number;
  /** Those in which somebody was. */
  readonly delivered: number;
  /** Those that were empty. */
  readonly missed: number;
  /** Those of which nobody has told. */
  readonly untold: number;
}
