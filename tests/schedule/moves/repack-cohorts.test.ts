/** Moving people between cohorts: what stays behind counts too. */
import { describe, expect, it } from 'vitest';
import { MINUTES_A_DAY } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import { Inserter } from '../../../src/schedule/construct/insert.ts';
import { seeded } from '../../../src/schedule/construct/random.ts';
import { Repacker } from '../../../src/schedule/moves/repack-cohorts.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import type { Req } from '../../../src/schedule/problem/problem.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { firm, programme } from '../helpers.ts';

/** Nobody manages: in each department somebody leads one session at a time. */
const FIRM = `${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: 1 }
departments:
  desk: { maxAway: 100% }
  office: { maxAway: 100% }
roles: { agent: { department: desk, heads: 2 }, clerk: { department: office, heads: 1 } }
modules:
  talk: { audience: everyone, led: line, format: coaching, room: false, minutes: 60, seats: 3, when: { date: 2027-02-01 } }
`;

describe('those who move to another cohort', () => {
  it('are not led by the same line as those who stay, at the same time', async () => {
    const model = await firm(FIRM);
    const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
    const state = new State(problem);
    const inserter = new Inserter(state, new Objective(problem));
    const reqs = problem.reqs.filter(({ pool }) => pool.module.id === 'talk');
    const [agents, clerks] = ['agent', 'clerk'].map((role) =>
      reqs.filter(({ group }) => group.group.post.role === role),
    ) as [Req[], Req[]];
    const meet = (who: readonly Req[], hour: number) => {
      const { pool } = who[0]!;
      const { draft } = inserter;
      draft.begin(pool, pool.clock.utc(who[0]!.from * MINUTES_A_DAY + hour * 60), -1);
      for (const req of who) draft.add(req, 1, 1);
      const session = draft.session(state.newId());
      state.place(session);
      return session;
    };
    const both = meet(agents, 9);
    const other = meet(clerks, 9.5);
    const desk = agents[0]!.group.cell;
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 200; seed++) {
      const repacker = new Repacker(inserter, seeded(seed));
      state.mark();
      const tried = repacker.tryOne(both);
      outcomes.add(tried ? 'moved' : 'refused');
      if (tried) expect(state.leaders.peak(desk.index, both.start, other.end)).toBe(1);
      state.undo();
      state.forget();
    }
    // All of them may join the others, one alone may not.
    expect([...outcomes].sort()).toEqual(['moved', 'refused']);
  });
});
