/** What is reached, of the firm and of its parts. */
import type { Ref } from './ref.ts';

export interface PageScore {
  /** 0–100, one decimal; null where nothing can be asked. */
  readonly score: number | null;
  readonly seats: PageSeats;
  /** Themes, stages, moments, rhythm: shares of 1. */
  readonly dimensions: readonly (number | null)[];
  /** What has come of it by the plan's day, from attendance; left out where nobody tells, or it would be of few people. */
  readonly delivered?: number | null;
}

/** Of seats whose day has come: due = delivered + missed + untold. */
export type DeliveredSeats = Readonly<Record<'due' | 'delivered' | 'missed' | 'untold', number>>;

export interface PageSeats {
  readonly asked: number;
  readonly placed: number;
  /** People who lack at least one. */
  readonly without: number;
  /** `all 210 seats placed` */
  readonly words: string;
  readonly delivered?: DeliveredSeats;
}

/** A department, role or site with its score. */
export interface PagePart extends PageScore {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly minutesPerPerson: number;
  readonly cells: readonly PageCell[];
}

export interface PageDepartment extends PagePart {
  /** Score below which it must not be. */
  readonly threshold: number;
  /** `2027-01-11` */
  readonly signedOff: string | null;
  readonly head: string | null;
}

export interface PageCell {
  readonly dimension: 'T' | 'S' | 'M' | 'R';
  readonly name: string;
  readonly need: number;
  readonly reached: number;
  readonly voice: boolean;
  readonly credit: number;
}

/** One person's seats, by name: planned is the sum of the rest. In the folder of names alone. */
export interface PagePerson {
  readonly name: string;
  readonly department: Ref;
  readonly role: Ref;
  readonly site: Ref;
  readonly planned: number;
  readonly delivered: number;
  readonly missed: number;
  readonly untold: number;
  readonly ahead: number;
}
