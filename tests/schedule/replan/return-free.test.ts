/** Sessions that were pushed about go back where the previous plan had them, alone or to their neighbours' table. */
import { expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { allMissing } from '../../../src/schedule/construct/construct.ts';
import { ANY, Inserter } from '../../../src/schedule/construct/insert.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { goHome } from '../../../src/schedule/replan/return-free.ts';
import { keepPrevious } from '../../../src/schedule/replan/warm-start.ts';
import { asBefore } from '../../../src/schedule/solution/session.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { planned, programme } from '../helpers.ts';

const text = `${programme('', '2027-02-01', '2027-03-28')}
policy: { groupSize: 6 }
departments: { desk: { maxAway: 50% } }
roles: { agent: { department: desk, heads: 24 } }
rooms: { lab: { site: main, seats: 12 } }
facilitators: { ann: { kind: trainer } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, seats: 12, when: { every: month } }
`;

/** The plan of the firm in a state, as a replan begins. */
async function begun(): Promise<Inserter> {
  const { model, plan } = await planned(text);
  const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
  const inserter = new Inserter(new State(problem), new Objective(problem));
  const { sessions } = keepPrevious(inserter, plan.sessions, {
    from: Number.NEGATIVE_INFINITY,
    end: Number.NEGATIVE_INFINITY,
  });
  expect(sessions.size).toBe(plan.sessions.length);
  return inserter;
}

it('a session that was moved goes back to a place that is free', async () => {
  const inserter = await begun();
  const { state } = inserter;
  const session = state.sessions[0]!;
  state.lift(session);
  const start = session.start + 60;
  state.place({ ...session, start, end: start + 60 });
  expect(asBefore(state.sessions[0]!)).toBe(false);
  goHome(inserter);
  expect(state.sessions.every((one) => one === undefined || asBefore(one))).toBe(true);
  expect(allMissing(state, state.problem)).toEqual([]);
});

it('people who were split off sit down with the others again', async () => {
  const inserter = await begun();
  const { state } = inserter;
  const count = () => state.sessions.filter((one) => one !== undefined).length;
  const before = count();
  const session = state.sessions.find((one) => one !== undefined && one.seats.length > 1)!;
  const [staying, leaving] = [session.seats.slice(0, 1), session.seats.slice(1)];
  const heads = (seats: typeof leaving) => seats.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  state.lift(session);
  state.place({ ...session, seats: staying, heads: heads(staying) });
  expect(inserter.open([...leaving], ANY, 0)).toBeDefined();
  expect(count()).toBe(before + 1);
  goHome(inserter);
  expect(count()).toBe(before);
  expect(state.sessions.every((one) => one === undefined || asBefore(one))).toBe(true);
});
