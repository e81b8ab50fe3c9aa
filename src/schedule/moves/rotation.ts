/**
 * Whose turn it is to be tried at other places. Beyond the smallest parts two dozen sessions of neighbouring groups
 * at a time, then the next ones, round after round: neighbours share people, rooms and trainers, so that what is
 * looked at is at hand: half the time of turns that hop across the year (docs/decisions/turns.md).
 */
import type { Random } from '../construct/random.ts';
import type { Session, State } from '../solution/state.ts';

/** Sessions that are neighbours, and how many turns they have before the next ones. */
const NEAR = 25;
const STAY = 4 * NEAR;
/** Turns before any are told apart. */
const FIRST = 200;
/** So many are at hand anyway. */
const SMALL = 1000;

export class Turns {
  private readonly state: State;
  private readonly random: Random;
  /** Those that were merged into others leave the list when they are met. */
  private readonly ids: number[];
  private from = 0;
  private taken = 0;

  /** @param ids numbers of the sessions that may be moved */
  constructor(state: State, ids: readonly number[], random: Random) {
    this.state = state;
    this.random = random;
    this.ids = [...ids];
    if (ids.length <= SMALL) return;
    const groupOf = (id: number): number => state.sessions[id]!.seats[0]!.req.group.index;
    this.ids.sort((a, b) => groupOf(a) - groupOf(b) || a - b);
  }

  /** Undefined when there is none left. */
  next(): Session | undefined {
    const { ids, state } = this;
    while (ids.length > 0) {
      const index = this.index();
      const session = state.sessions[ids[index]!];
      if (session !== undefined && !session.fixed) return session;
      ids[index] = ids.at(-1)!;
      ids.pop();
    }
    return undefined;
  }

  /** The first turns are anybody's: what a change usually costs is learned from them. */
  private index(): number {
    const { ids, random } = this;
    if (ids.length <= SMALL || ++this.taken < FIRST) return random(ids.length);
    if (this.taken % STAY === 0) this.from = (this.from + NEAR) % ids.length;
    return (this.from + random(NEAR)) % ids.length;
  }

  /** Any of all; undefined when it was merged into another. */
  any(): Session | undefined {
    return this.state.sessions[this.ids[this.random(this.ids.length)]!];
  }

  /** A session that is new. */
  add(id: number): void {
    this.ids.push(id);
  }
}
