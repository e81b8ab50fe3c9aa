/** The quick way to ask all rules for a seat, beside asking one after the other. */
import { expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { SEAT_RULES, seatLimit } from '../../../src/schedule/constraints/index.ts';
import { construct } from '../../../src/schedule/construct/construct.ts';
import { Inserter } from '../../../src/schedule/construct/insert.ts';
import { seeded } from '../../../src/schedule/construct/random.ts';
import { pickStart, type Spot } from '../../../src/schedule/construct/scan-starts.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import type { Req } from '../../../src/schedule/problem/problem.ts';
import type { Draft } from '../../../src/schedule/solution/draft.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { firm, programme } from '../helpers.ts';

/** Something for every rule to refuse; coaches learn and lead. */
const FIRM = `${programme('', '2027-02-01', '2027-03-12')}
policy: { groupSize: 4, minutesPerWeek: 120 }
themes: { year: { months: [2, 3] } }
departments:
  desk: { maxAway: 30%, meetings: { standup: { day: mon, at: "09:00", minutes: 30 } } }
  office: { maxAway: 100% }
roles:
  agent: { department: desk, heads: 9 }
  clerk: { department: office, heads: 6 }
  coach: { department: office, heads: 2 }
facilitators:
  colleague: { kind: champion, role: coach, teaches: [talking] }
modules:
  basics: { audience: everyone, led: champion, skill: talking, format: workshop, room: false, minutes: 60, seats: 6, when: { by: 2027-02-19 } }
  practice: { audience: everyone, led: line, format: coaching, room: false, minutes: 45, seats: 1, after: [basics], when: { by: 2027-03-12 } }
  visit: { audience: { departments: [office] }, led: peer, format: shadowing, room: false, minutes: 60, seats: 1, host: { department: desk, guests: 1 }, when: { by: 2027-02-12 } }
  news: { audience: { departments: [desk] }, led: peer, format: huddle, minutes: 15, seats: 4, when: { every: week } }
`;

/** Every rule in its turn. */
function oneByOne(draft: Draft, req: Req, refused: Set<string>): number {
  const { heads } = req.group;
  let limit = heads;
  for (const { id, seat } of SEAT_RULES) {
    if (limit < 1) break;
    const next = seat!(draft, req, 1, limit);
    if (next < limit) refused.add(id);
    limit = next;
  }
  return limit;
}

it('the rules for a seat that are asked leave as many as all of them', async () => {
  const model = await firm(FIRM);
  const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
  const state = new State(problem);
  const inserter = new Inserter(state, new Objective(problem));
  await construct(inserter, 1, async () => {});
  const random = seeded(1);
  // Some have time then, though others are where they would be.
  for (const session of state.sessions) if (session && random(3) === 0) state.lift(session);
  const refused = new Set<string>();
  const spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  const { draft } = inserter;
  for (let i = 0; i < 20_000; i++) {
    const req = problem.reqs[random(problem.reqs.length)]!;
    const { reqs } = req.pool;
    if (!pickStart(req, random, spot)) continue;
    draft.begin(req.pool, spot.start, spot.meeting, spot.day);
    for (const other of [req, reqs[random(reqs.length)]!]) {
      expect(seatLimit(draft, other, 1, other.group.heads)).toBe(oneByOne(draft, other, refused));
      draft.count(other, 1);
    }
  }
  for (const rule of [
    'prerequisite',
    'meeting-slot',
    'leader-once',
    'floor',
    'host-places',
    'facilitator-once',
  ])
    expect([...refused]).toContain(rule);
});
