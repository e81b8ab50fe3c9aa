/** A session for people who have none: as full as it can be, then at the better hour. */
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { allMissing } from '../../../src/schedule/construct/construct.ts';
import { Inserter, QUICK } from '../../../src/schedule/construct/insert.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { firm, programme } from '../helpers.ts';

describe('placing comes first', () => {
  it('takes the start that seats most people, however heavy the soft terms are', async () => {
    // Both shifts are in on Wednesdays alone; an hour for four is dearer than one for two.
    const model = await firm(`${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: 2, weights: { spread: 1000000 } }
departments:
  desk: { maxAway: 100%, shifts: { first: { days: mon-wed, hours: 09:00-17:00, share: 50% }, last: { days: wed-fri, hours: 09:00-17:00, share: 50% } } }
roles: { agent: { department: desk, heads: 4 } }
modules:
  talk: { audience: everyone, led: line, format: workshop, room: false, minutes: 60, seats: 4, when: { from: 2027-02-01, by: 2027-02-05 } }
`);
    const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
    const state = new State(problem);
    const inserter = new Inserter(state, new Objective(problem));
    for (let salt = 0; salt < 10; salt++) {
      const waiting = allMissing(state, problem);
      expect(waiting).toHaveLength(2);
      const session = inserter.open(waiting, QUICK, salt)!;
      expect(session.heads).toBe(4);
      state.lift(session);
    }
  });
});
