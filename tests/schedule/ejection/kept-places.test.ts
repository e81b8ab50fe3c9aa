/** Who was pushed about goes back where others stand by now, if those find another place. */
import { expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { allMissing } from '../../../src/schedule/construct/construct.ts';
import { Inserter } from '../../../src/schedule/construct/insert.ts';
import { seeded } from '../../../src/schedule/construct/random.ts';
import { Ejection } from '../../../src/schedule/ejection/ejection-chain.ts';
import { Homes } from '../../../src/schedule/ejection/kept-places.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { keepPrevious } from '../../../src/schedule/replan/warm-start.ts';
import { type Session, State } from '../../../src/schedule/solution/state.ts';
import { planned, programme } from '../helpers.ts';

const text = (hours: number, ends: string) => `${programme('', '2027-02-01', ends)}
policy: { groupSize: 6 }
departments: { desk: { maxAway: 50% } }
roles: { agent: { department: desk, heads: 12 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: ${hours} } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, seats: 6, when: { every: month } }
`;

/** The plan of the firm in a state, as a replan begins. */
async function begun(hours: number, ends: string) {
  const { model, plan } = await planned(text(hours, ends));
  const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
  const inserter = new Inserter(new State(problem), new Objective(problem));
  const { sessions } = keepPrevious(inserter, plan.sessions, {
    from: Number.NEGATIVE_INFINITY,
    end: Number.NEGATIVE_INFINITY,
  });
  const homes = new Homes(inserter.state, sessions);
  return { inserter, homes, ejection: new Ejection(inserter, seeded(1), homes) };
}

it('sessions that took each other’s place change back', async () => {
  const { inserter, homes, ejection } = await begun(10, '2027-02-28');
  const { state } = inserter;
  const [one, other] = state.sessions as [Session, Session];
  state.lift(one);
  state.lift(other);
  for (const [who, where] of [
    [one, other],
    [other, one],
  ] as const) {
    const { start, end, day, room, facilitator } = where;
    state.place({ ...who, id: state.newId(), start, end, day, room, facilitator });
  }
  expect(homes.left()).toEqual([one, other]);
  ejection.sendHome();
  expect(homes.left()).toEqual([]);
  expect(allMissing(state, state.problem)).toEqual([]);
});

it('what stands is left alone as long as it is told to stay', async () => {
  // An hour a week: two weeks for two sessions.
  const { inserter, homes, ejection } = await begun(1, '2027-02-14');
  const { state } = inserter;
  const [one, other] = state.sessions as [Session, Session];
  state.lift(one);
  // Only the other's week would do, and it could have this one's.
  const units = one.seats.map((seat) => ({ ...seat, req: { ...seat.req, from: seat.req.from + 7 } }));
  await ejection.run(units, 400, true, () => {});
  expect(homes.left()).toEqual([one]);
  await ejection.run(units, 400, false, () => {});
  expect(homes.left()).toEqual([one, other]);
  expect(state.placedHeads).toBe(12);
});
