import { MINUTES_A_DAY } from '../../../calendar/date.ts';
import { type GroupInfo, LONG, type Problem, REPEATS, type Req, SHORT } from '../../problem/problem.ts';
import { minutesOf } from '../../solution/session.ts';
import type { Proposal, State } from '../../solution/state.ts';
import type { Term } from './term.ts';

const SOONEST = REPEATS.soonest * MINUTES_A_DAY;
const LATEST = REPEATS.latest * MINUTES_A_DAY;

export const reinforce: Term = {
  id: 'reinforce',
  weight: 0.5,
  sentence:
    'An hour or more is repeated in a short session on its theme two to six weeks later (people without).',
  about: 'start',
  scale: 1,
  marginal(state, session) {
    const minutes = minutesOf(session);
    if (minutes >= LONG) return ofLong(state, session);
    return minutes <= SHORT ? -ofShort(state, session) : 0;
  },
};

function ofLong(state: State, session: Proposal): number {
  const { seats } = session;
  let cost = 0;
  for (let i = 0; i < seats.length; i++) {
    const { req, first, last } = seats[i]!;
    if (!isRepeated(state, session, req.group)) cost += last - first + 1;
  }
  return cost;
}

/** People whose long session this short one is the first to repeat. */
function ofShort(state: State, session: Proposal): number {
  const { seats, start } = session;
  let people = 0;
  let known: Req | undefined;
  for (let i = 0; i < seats.length; i++) {
    const { req } = seats[i]!;
    if (req === known) continue;
    known = req;
    const { group } = req;
    const { sessions, starts } = state.repeats.longs[group.index]!;
    for (let j = 0; j < starts.length; j++) {
      if (!isDue(start - starts[j]!)) continue;
      const long = sessions[j]!;
      if (isAlike(state.problem, session, long) && !isRepeated(state, long, group))
        people += headsOf(long, group);
    }
  }
  return people;
}

function isRepeated({ problem, repeats }: State, long: Proposal, group: GroupInfo): boolean {
  const { sessions, starts } = repeats.shorts[group.index]!;
  const { start } = long;
  for (let i = 0; i < starts.length; i++) {
    if (isDue(starts[i]! - start) && isAlike(problem, sessions[i]!, long)) return true;
  }
  return false;
}

/** @param after minutes from the start of the long session to that of the short one */
function isDue(after: number): boolean {
  return after >= SOONEST && after <= LATEST;
}

/** Whether two sessions have a theme in common. */
function isAlike(problem: Problem, short: Proposal, long: Proposal): boolean {
  const a = problem.themes[short.pool.moduleIndex];
  const b = problem.themes[long.pool.moduleIndex];
  if (a && b) return share(a, b);
  const ofA = problem.themeOfDay[short.day - problem.firstDay]!;
  const ofB = problem.themeOfDay[long.day - problem.firstDay]!;
  if (a) return a.includes(ofB);
  return b ? b.includes(ofA) : ofA === ofB && ofA >= 0;
}

function share(a: readonly number[], b: readonly number[]): boolean {
  for (const theme of a) if (b.includes(theme)) return true;
  return false;
}

function headsOf({ seats }: Proposal, group: GroupInfo): number {
  let heads = 0;
  for (const { req, first, last } of seats) if (req.group === group) heads += last - first + 1;
  return heads;
}
