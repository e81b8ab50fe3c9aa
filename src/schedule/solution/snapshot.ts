/** A plan to come back to, where more was changed than a journal keeps. */
import type { Session, State } from './state.ts';

/** What stands, in the order of the sessions' numbers. */
export function held({ sessions }: State): Session[] {
  return sessions.filter((session) => session !== undefined);
}

/** Makes a state hold these sessions and nothing else. */
export function restore(state: State, sessions: readonly Session[]): void {
  clear(state);
  for (const session of sessions) state.place(session);
}

export function clear(state: State): void {
  for (const session of held(state)) state.lift(session);
}
