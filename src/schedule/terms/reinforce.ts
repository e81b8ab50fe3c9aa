import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { type GroupInfo, LONG, type Req, SHORT } from '../problem.ts';
import { minutesOf } from '../session.ts';
import type { Proposal, State } from '../state.ts';
import type { Term } from './term.ts';

const SOONEST = 14 * MINUTES_A_DAY;
const LATEST = 42 * MINUTES_A_DAY;

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
  let cost = 0;
  for (const { req, first, last } of session.seats) {
    if (!isRepeated(state, session, req.group)) cost += last - first + 1;
  }
  return cost;
}

/** People whose long session this short one is the first to repeat. */
function ofShort(state: State, session: Proposal): number {
  let people = 0;
  let known: Req | undefined;
  for (const { req } of session.seats) {
    const { group } = req;
    if (req !== known) {
      for (const long of state.repeats.longs[group.index]!) {
        if (!repeats(state, session, long) || isRepeated(state, long, group)) continue;
        people += headsOf(long, group);
      }
    }
    known = req;
  }
  return people;
}

function isRepeated(state: State, long: Proposal, group: GroupInfo): boolean {
  for (const short of state.repeats.shorts[group.index]!) if (repeats(state, short, long)) return true;
  return false;
}

function repeats({ problem }: State, short: Proposal, long: Proposal): boolean {
  const after = short.start - long.start;
  if (after < SOONEST || after > LATEST) return false;
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
