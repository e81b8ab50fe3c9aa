/** The nearest starts at which a session could be held as the plan stands, with what each would cost. */

import { wallText } from '../../calendar/date.ts';
import type { Demand } from '../../demand/types.ts';
import type { Model, Pin } from '../../model/model.ts';
import { Inserter } from '../construct/insert.ts';
import { Objective } from '../objective/objective.ts';
import { coFacilitatorsOf } from '../problem/crews.ts';
import { makeProblem } from '../problem/encode.ts';
import { Numbers } from '../problem/roll-numbers.ts';
import { makeWorld, sinceOf } from '../problem/world.ts';
import { Reader } from '../replan/previous-sessions.ts';
import { keepPrevious } from '../replan/warm-start.ts';
import { type Session, State } from '../solution/state.ts';
import type { PinnableSession, Previous } from '../types.ts';
import { probe } from './probe.ts';
import { type Limits, wishOf } from './settle.ts';
import { startsNear } from './starts.ts';

/** Starts that are looked at. */
const TRIED = 5000;
/** Most of one day that are told. */
const A_DAY = 3;
const FREE = { facilitator: undefined, room: undefined, waived: new Set<string>() };

export interface FreeStart {
  /** `2027-05-20T10:00`, on the clock of its place. */
  readonly start: string;
  readonly facilitator: string | undefined;
  readonly coFacilitators?: readonly string[] | undefined;
  readonly room: string | undefined;
  /** Soft cost more (or less) than where it stands now. */
  readonly cost: number;
  /** People whose time would be another: none where it stands now. */
  readonly people: number;
}

/**
 * With everything else where it is: nobody else would have to move. Undefined when nobody is asked for it.
 *
 * @param session of the plan, or one that no plan has yet @param most starts
 */
export function freeStarts(
  model: Model,
  demand: Demand,
  previous: Previous | undefined,
  session: PinnableSession,
  { notice, past, noticed }: Limits,
  most: number,
): readonly FreeStart[] | undefined {
  const numbers = new Numbers(demand);
  const all = numbers.inward({
    unscheduled: [],
    ...previous,
    sessions: [session, ...(previous?.sessions ?? []).filter(({ id }) => id !== session.id)],
  });
  const [own, ...others] = all.sessions as [PinnableSession, ...PinnableSession[]];
  const problem = makeProblem(
    model,
    demand,
    past,
    makeWorld(model, sinceOf(model, all.sessions)),
    all.sessions,
    undefined,
    noticed,
  );
  const objective = new Objective(problem);
  const inserter = new Inserter(new State(problem), objective);
  keepPrevious(inserter, others, notice);
  const old = new Reader(inserter.state, notice).read(own);
  if (!old) return undefined;
  const { req } = old.seats[0]!;
  const { clock } = old.pool;
  const cost = (found: Session) => objective.marginal(inserter.state, found);
  const stands = probe(inserter, old, old.start, { ...FREE, waived: new Set(['frozen']) });
  const base = session.uid !== '' && typeof stands !== 'string' ? cost(stands) : 0;
  const found: FreeStart[] = [];
  const perDay = new Map<number, number>();
  for (const start of startsNear(req, req.opens, req.by, wishOf({} as Pin, old)).slice(0, TRIED)) {
    if (found.length === most) break;
    const one = probe(inserter, old, start, FREE);
    if (typeof one === 'string') continue;
    const day = clock.day(start);
    const here = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, here);
    if (here > A_DAY) continue;
    const beside = one.facilitator && coFacilitatorsOf(one.facilitator);
    found.push({
      start: wallText(clock.wall(start)),
      facilitator: one.facilitator?.facilitator.id,
      ...(beside && { coFacilitators: beside }),
      room: one.room?.room.id,
      cost: cost(one) - base,
      people: session.uid !== '' && start === old.start ? 0 : one.heads,
    });
  }
  return found;
}
