/** Which sessions of a group could repeat which: what the term `reinforce` asks for, kept up to date. */
import { type GroupInfo, LONG, type Problem, SHORT } from '../problem/problem.ts';
import { minutesOf, type Session } from './session.ts';

/** Sessions, and beside each its start (UTC minutes): most are too far away to be looked at any closer. */
export interface DatedSessions {
  readonly sessions: readonly Session[];
  readonly starts: readonly number[];
}

export class Repeats {
  /** Of each group that has any long sessions on a theme: those, and the short ones that may repeat them. */
  readonly longs: readonly DatedSessions[];
  readonly shorts: readonly DatedSessions[];
  private readonly repeatable: Uint8Array;

  constructor({ groups, repeatable }: Problem) {
    this.longs = groups.map(() => ({ sessions: [], starts: [] }));
    this.shorts = groups.map(() => ({ sessions: [], starts: [] }));
    this.repeatable = repeatable;
  }

  /** Counts a session of a group, or with −1 takes it back. */
  tally(session: Session, { index }: GroupInfo, by: 1 | -1): void {
    if (this.repeatable[index] === 0) return;
    const minutes = minutesOf(session);
    if (minutes > SHORT && minutes < LONG) return;
    const list = (minutes >= LONG ? this.longs : this.shorts)[index]!;
    const sessions = list.sessions as Session[];
    const starts = list.starts as number[];
    if (by === 1) {
      sessions.push(session);
      starts.push(session.start);
      return;
    }
    const at = sessions.indexOf(session);
    sessions[at] = sessions.at(-1)!;
    starts[at] = starts.at(-1)!;
    sessions.pop();
    starts.pop();
  }
}
