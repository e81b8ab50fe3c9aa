/** Which sessions of a group could repeat which: what the term `reinforce` asks for, kept up to date. */
import { type GroupInfo, LONG, type Problem, SHORT } from './problem.ts';
import { minutesOf, type Session } from './session.ts';

export class Repeats {
  /** Of each group that has any long sessions on a theme: those, and the short ones that may repeat them. */
  readonly longs: readonly Session[][];
  readonly shorts: readonly Session[][];
  private readonly repeatable: Uint8Array;

  constructor({ groups, repeatable }: Problem) {
    this.longs = groups.map(() => []);
    this.shorts = groups.map(() => []);
    this.repeatable = repeatable;
  }

  /** Counts a session of a group, or with −1 takes it back. */
  tally(session: Session, { index }: GroupInfo, by: 1 | -1): void {
    const minutes = minutesOf(session);
    if (this.repeatable[index] === 0 || (minutes > SHORT && minutes < LONG)) return;
    const list = (minutes >= LONG ? this.longs : this.shorts)[index]!;
    if (by === 1) {
      list.push(session);
      return;
    }
    list[list.indexOf(session)] = list.at(-1)!;
    list.pop();
  }
}
