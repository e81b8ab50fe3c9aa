/** A limit on moves: at most so many sessions at another time, the others' people left out with that reason, until it is lifted. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { FIRM, textOf } from './edits.ts';
import { type Lived, live } from './year.ts';

const TODAY = '2027-01-25';
const AWAY = [{ from: '2027-03-01', to: '2027-03-31' }];

/** Both trainers are away all March. */
const ill = structuredClone(FIRM);
for (const id of ['ann', 'bob']) ill.facilitators[id] = { ...ill.facilitators[id], away: AWAY };

let first: Lived;
let free: Lived;
beforeAll(async () => {
  first = await live(textOf(FIRM), '2027-01-10', undefined, { dated: true });
  free = await live(textOf(ill), TODAY, first.plan);
});

const movedIn = ({ sessions }: Plan) =>
  first.plan.sessions.filter(({ id, start }) => {
    const now = sessions.find((one) => one.id === id);
    return now?.status === 'confirmed' && now.start !== start;
  });

describe('--max-moves', () => {
  it.each([0, 1, 3])('moves at most %i, and says of the others why they have no place', async (maxMoves) => {
    const most = movedIn(free.plan).length;
    expect(most).toBeGreaterThan(3);
    expect(free.plan.unscheduled).toEqual([]);
    // `live` has the verifier look at it.
    const { plan, model, gaps } = await live(textOf(ill), TODAY, first.plan, { maxMoves });
    expect(movedIn(plan)).toHaveLength(maxMoves);
    expect(plan.made.maxMoves).toBe(maxMoves);
    expect(plan.unscheduled.length).toBeGreaterThan(0);
    // Some lose what they build on, and nothing else.
    const reasons = plan.unscheduled.map(({ reasons: [main] }) => main!.constraint);
    expect(reasons).toContain('max-moves');
    expect(reasons.filter((id) => id !== 'max-moves' && id !== 'prerequisite')).toEqual([]);
    for (const { relaxations } of plan.unscheduled)
      expect(relaxations).toEqual([
        { change: `--max-moves ${most}`, start: expect.stringMatching(/^2027-0\d-.*T/) },
      ]);
    const [told] = gaps.findings.filter(({ rule }) => rule === 'unscheduled');
    expect(told!.message).toContain('as many sessions as are allowed have moved (--max-moves)');
    expect(told!.fix).toContain(`--max-moves ${most}: it would be placed on`);
    // Again with the same limit nothing changes, without it all of them find a place.
    expect((await live(textOf(ill), TODAY, plan, { maxMoves })).plan).toBe(plan);
    expect((await live(textOf(ill), TODAY, plan)).plan).toBe(plan);
    const lifted = await live(textOf(ill), TODAY, plan, { maxMoves: Number.POSITIVE_INFINITY });
    expect(lifted.plan.unscheduled).toEqual([]);
    expect(lifted.plan.made.maxMoves).toBeUndefined();
    const tight = { ...plan, made: { ...plan.made, maxMoves: maxMoves - 1 } };
    expect(verifyPlan(model, tight, first.plan).map(({ constraint }) => constraint)).toEqual(
      maxMoves === 0 ? [] : ['max-moves'],
    );
  });

  it('that is wide enough changes nothing', async () => {
    const { plan } = await live(textOf(ill), TODAY, first.plan, { maxMoves: movedIn(free.plan).length });
    expect(plan).toEqual(free.plan);
  });

  it('gives its moves to those who lost their time, most people first', async () => {
    const { plan } = await live(textOf(ill), TODAY, first.plan, { maxMoves: 1 });
    const [moved] = movedIn(plan);
    const lost = plan.unscheduled.map(({ first, last }) => last - first + 1);
    expect(moved!.heads).toBeGreaterThanOrEqual(Math.max(...lost));
  });
});
