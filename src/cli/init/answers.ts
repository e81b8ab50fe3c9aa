/** What `init` is told about a firm, in the words of whoever tells it: on a terminal, or in a file. */

/** One department, as it is told. */
export interface DepartmentAnswer {
  readonly name: string;
  /** `Driver 80 at North + 65 at South, Duty manager 3 at each` */
  readonly people: string;
  /** `early daily 04:30-12:30, late 12:30-20:30 60%` */
  readonly shifts: string;
}

/** Everything that is asked; lists are parted by commas. */
export interface Answers {
  readonly name: string;
  readonly year: number;
  readonly timezone: string;
  /** `GB-ENG`, `England`; empty for none. */
  readonly holidays: string;
  /** Id of a journey pack: `transport`. */
  readonly journey: string;
  readonly mantra: string;
  readonly sites: string;
  readonly departments: readonly DepartmentAnswer[];
  /** Jobs that meet customers. */
  readonly customers: string;
  /** Jobs that lead others. */
  readonly leaders: string;
  /** `Driver 20, Agent 4`, `10%`, or `none`. */
  readonly joiners: string;
  /** `Amira 8, Tom 6 mon-thu 08:00-16:00`, or `none`. */
  readonly trainers: string;
  /** `Classroom 12 at North`, `Meeting room 10 at each`, or `none`. */
  readonly rooms: string;
  /** Ids or names of themes. */
  readonly themes: string;
}

/** Which answer: a key, or a department's number and `name`, `people` or `shifts`. */
export type AnswerPath = readonly [keyof Answers] | readonly ['departments', number, keyof DepartmentAnswer];

/** An answer that means nothing; the message says what to write instead. */
export class AnswerProblem extends Error {
  override readonly name = 'AnswerProblem';
  readonly at: AnswerPath;

  constructor(at: AnswerPath, message: string) {
    super(message);
    this.at = at;
  }
}

/** Nobody types more; what is longer is no answer. */
export const LONGEST_ANSWER = 2_000;

export function samePath(one: AnswerPath, other: AnswerPath): boolean {
  return one.join() === other.join();
}
