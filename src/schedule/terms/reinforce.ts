import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { type GroupInfo, LONG } from '../problem.ts';
import type { Session, State } from '../state.ts';
import type { Term } from './term.ts';

const SHORT = 30;
const [SOONEST, LATEST] = [14 * MINUTES_A_DAY, 42 * MINUTES_A_DAY];

export const reinforce: Term = {
  id: 'reinforce',
  weight: 0.5,
  sentence:
    'An hour or more is repeated in a short session on its theme two to six weeks later (people without).',
  scale: 1,
  marginal(state, session) {
    const { minutes } = session.pool;
    if (minutes >= LONG) return ofLong(state, session);
    return minutes <= SHORT ? -ofShort(state, session) : 0;
  },
};

function ofLong(state: State, session: Session): number {
  let cost = 0;
  for (const { req, first, last } of session.seats) {
    if (!isRepeated(state, session, req.group)) cost += last - first + 1;
  }
  return cost;
}

/** People whose long session this short one is the first to repeat. */
function ofShort(state: State, session: Session): number {
  let people = 0;
  for (const { req } of session.seats) {
    const { group } = req;
    if (!state.problem.repeatable[group.index]) continue;
    const seen = new Set<number>();
    for (const id of state.people.sessions(
      group.index,
      session.start - LATEST,
      session.start - SOONEST + 1,
      0,
    )) {
      const long = state.sessions[id]!;
      if (seen.has(id) || long.pool.minutes < LONG || !repeats(state, session, long)) continue;
      seen.add(id);
      if (!isRepeated(state, long, group)) people += headsOf(long, group);
    }
  }
  return people;
}

function isRepeated(state: State, long: Session, group: GroupInfo): boolean {
  return state.people
    .sessions(group.index, long.start + SOONEST, long.start + LATEST + 1, 0)
    .some((id) => repeats(state, state.sessions[id]!, long));
}

function repeats(state: State, short: Session, long: Session): boolean {
  const after = short.start - long.start;
  if (short.pool.minutes > SHORT || after < SOONEST || after > LATEST) return false;
  return share(themesOf(state, short), themesOf(state, long));
}

function themesOf({ problem }: State, { pool, start }: Session): readonly number[] {
  const own = problem.themes[pool.moduleIndex];
  if (own) return own;
  const theme = problem.themeOfDay[pool.clock.day(start) - problem.firstDay]!;
  return theme < 0 ? [] : [theme];
}

function share(a: readonly number[], b: readonly number[]): boolean {
  for (const theme of a) if (b.includes(theme)) return true;
  return false;
}

function headsOf({ seats }: Session, group: GroupInfo): number {
  let heads = 0;
  for (const { req, first, last } of seats) if (req.group === group) heads += last - first + 1;
  return heads;
}
