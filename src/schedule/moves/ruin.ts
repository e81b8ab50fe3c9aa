/** Taking places from some groups, so that the rest of a plan can be kept while they look for others. */
import { orphans } from '../constraints/precedence.ts';
import type { Random } from '../construct/random.ts';
import type { Session, State } from '../solution/state.ts';

/** Lifts all sessions of one in `share` groups, and what may not stay without them. */
export function ruin(state: State, random: Random, share: number): void {
  const chosen = state.problem.groups.map(() => random(share) === 0);
  for (const session of [...state.sessions]) {
    if (!session || state.sessions[session.id] !== session) continue;
    if (session.seats.some(({ req }) => chosen[req.group.index])) lift(state, session);
  }
}

function lift(state: State, session: Session): void {
  state.lift(session);
  for (const { req, first, last } of session.seats) {
    for (const orphan of orphans(state, req, first, last)) {
      if (state.sessions[orphan.id] === orphan) lift(state, orphan);
    }
  }
}
