/** The lower bound on what cannot be placed: never above the exact optimum, and equal to it where one supply is short. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Model } from '../../../src/model/model.ts';
import { lowerBound } from '../../../src/schedule/bounds/bound.ts';
import { allMissing } from '../../../src/schedule/construct/construct.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { smallText } from '../../bench/exact/small.ts';
import { randomFirm } from '../../verify/random-firm.ts';
import { mostPlaced } from '../exact.ts';
import { firm, planned, programme } from '../helpers.ts';
import { modules, type Tiny, tinyFirm } from '../tiny.ts';

/** What is proven before anything is planned. @param past the last day that is over */
function proven(model: Model, past = Number.NEGATIVE_INFINITY): number {
  const problem = makeProblem(model, makeDemand(model), past);
  const state = new State(problem);
  return lowerBound(problem, [], allMissing(state, problem));
}

interface Firm {
  readonly policy?: string;
  readonly desk?: string;
  readonly heads?: number;
  readonly seats?: number;
  readonly trainer?: string;
  readonly modules: string;
}

/** A week from Monday 1 February 2027. */
function week({
  policy = '',
  desk = '',
  heads = 6,
  seats = 12,
  trainer = '',
  modules,
}: Firm): Promise<Model> {
  return firm(`${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: 12, startEvery: 60, minutesPerWeek: 600${policy} }
departments: { desk: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-13:00 } }${desk} } }
roles: { agent: { department: desk, heads: ${heads} } }
rooms: { lab: { site: main, seats: ${seats} } }
facilitators: { ann: { kind: trainer${trainer} } }
modules:
${modules}
`);
}

const once = 'when: { from: 2027-02-01, by: 2027-02-05 }';

describe('where one supply is short', () => {
  it('counts the hours of a trainer, in whole sessions', async () => {
    const workshops = `  talk: { audience: everyone, format: workshop, minutes: 90, seats: 2, ${once} }`;
    // Four hours hold two sessions of 90 minutes, not 2.67: four of six people.
    expect(proven(await week({ trainer: ', hoursPerWeek: 4', modules: workshops }))).toBe(2);
    expect(proven(await week({ trainer: ', hoursPerWeek: 4.5', modules: workshops }))).toBe(0);
  });

  it('knows that what is left of a morning holds no half of a session', async () => {
    const three = ['a', 'b', 'c'].map(
      (id) => `  ${id}: { audience: everyone, format: workshop, minutes: 120, seats: 6, ${once} }`,
    );
    const short = `  d: { audience: everyone, format: workshop, minutes: 60, seats: 6, ${once} }`;
    const modules = [...three, short].join('\n');
    // Five hours: two sessions of two hours each and the short one, whatever the minutes say of the third.
    expect(proven(await week({ trainer: ', hoursPerWeek: 5', modules }))).toBe(6);
    expect(proven(await week({ trainer: ', hoursPerWeek: 7', modules }))).toBe(0);
  });

  it('counts what is left of the last session', async () => {
    const workshops = `  talk: { audience: everyone, format: workshop, minutes: 60, seats: 4, ${once} }`;
    // Six people need a session of four and one of two: without the second, two have none.
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules: workshops }))).toBe(2);
  });

  it('gives the time to the fuller sessions', async () => {
    const modules = `  a: { audience: everyone, format: workshop, minutes: 60, seats: 6, ${once} }
  b: { audience: everyone, format: workshop, minutes: 120, seats: 6, ${once} }
  c: { audience: everyone, format: workshop, minutes: 60, seats: 3, ${once} }`;
    // Three hours: a (6 people), then c twice (3 and 3) or b (6); six people have no place.
    expect(proven(await week({ trainer: ', hoursPerWeek: 3', modules }))).toBe(6);
  });

  it('counts hours a day and days in total', async () => {
    const modules = `  talk: { audience: everyone, format: workshop, minutes: 60, seats: 1, ${once} }`;
    expect(proven(await week({ heads: 8, trainer: ', hoursPerDay: 1', modules }))).toBe(3);
    expect(proven(await week({ heads: 8, trainer: ', hoursPerDay: 2, totalDays: 2', modules }))).toBe(4);
  });

  it('counts rooms by hours and by seats', async () => {
    const modules = `  talk: { audience: everyone, format: talk, led: peer, minutes: 60, seats: 12, room: true, when: { date: 2027-02-02 } }`;
    expect(proven(await week({ heads: 11, seats: 2, modules }))).toBe(3);
    expect(proven(await week({ heads: 8, seats: 2, modules }))).toBe(0);
  });

  it('counts who may leave the floor', async () => {
    const modules = `  read: { audience: everyone, format: self-paced, minutes: 60, maxAway: 10%, when: { date: 2027-02-02 } }`;
    // One at a time, four hours: four of six.
    expect(proven(await week({ modules }))).toBe(2);
  });

  it('counts the weeks of people; a longer session stands alone', async () => {
    const two = `  a: { audience: everyone, format: self-paced, minutes: 60, ${once} }
  b: { audience: everyone, format: self-paced, minutes: 60, ${once} }`;
    const model = (modules: string) => week({ desk: ', minutesPerWeek: 90', modules });
    expect(proven(await model(two))).toBe(6);
    expect(
      proven(await model(`  a: { audience: everyone, format: self-paced, minutes: 120, ${once} }`)),
    ).toBe(0);
  });

  it('counts line managers, who coach one at a time', async () => {
    const modules = `  coach: { audience: everyone, format: coaching, minutes: 60, when: { date: 2027-02-02 } }`;
    expect(proven(await week({ modules }))).toBe(2);
  });

  it('counts who has no time at all, and what builds on it', async () => {
    const modules = `  a: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-02-02 } }
  b: { audience: everyone, format: self-paced, minutes: 60, after: [a], ${once} }`;
    expect(proven(await week({ trainer: ', away: [{ from: 2027-02-01, to: 2027-02-03 }]', modules }))).toBe(
      12,
    );
    expect(proven(await week({ trainer: ', away: [{ from: 2027-02-03, to: 2027-02-05 }]', modules }))).toBe(
      0,
    );
  });

  it('counts what follows on what is short', async () => {
    const modules = `  a: { audience: everyone, format: workshop, minutes: 60, seats: 2, ${once} }
  b: { audience: everyone, format: self-paced, minutes: 60, after: [a], ${once} }
  c: { audience: everyone, format: self-paced, minutes: 60, after: [b], ${once} }
  d: { audience: everyone, format: self-paced, minutes: 60, after: [b, c], ${once} }`;
    // One session for two of six people: four lose a, and b, c and d with it.
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules }))).toBe(16);
    expect(proven(await week({ trainer: ', hoursPerWeek: 3', modules }))).toBe(0);
  });

  it('counts the followers of those who have the fewest, and each once', async () => {
    const two = `  a: { audience: everyone, format: workshop, minutes: 60, seats: 6, ${once} }
  b: { audience: everyone, format: workshop, minutes: 60, seats: 6, ${once} }
  c: { audience: everyone, format: self-paced, minutes: 60, after: [a], ${once} }`;
    // One hour for a or b: without b nobody loses c.
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules: two }))).toBe(6);
    const both = two.replace('[a]', '[a, b]');
    // Either way c is lost, but six losses of one thing alone can be proven: of a and b, one has no followers left.
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules: both }))).toBe(6);
  });

  it('counts nobody for what is over, though it was short as well', async () => {
    const model = await firm(`${programme('', '2027-02-01', '2027-02-12')}
policy: { groupSize: 12, startEvery: 60, minutesPerWeek: 600 }
departments: { desk: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-13:00 } } } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 2 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: 3, away: [{ from: 2027-02-01, to: 2027-02-05 }] } }
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, seats: 2, when: { every: week } }
`);
    expect(proven(model)).toBe(6);
    // On Sunday the first week is over; in the second one everybody can have a place, if nobody has one yet.
    expect(proven(model, toDay('2027-02-07'))).toBe(0);
  });

  it('adds up shortages that have nobody in common', async () => {
    const modules = `  a: { audience: everyone, format: workshop, minutes: 60, seats: 2, ${once} }
  b: { audience: everyone, format: coaching, minutes: 60, when: { date: 2027-02-02 } }`;
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules }))).toBe(4 + 2);
  });
});

const tiny = fc.record({
  heads: fc.tuple(fc.integer({ min: 1, max: 4 })),
  groupSize: fc.integer({ min: 1, max: 3 }),
  away: fc.constantFrom(10, 60, 100),
  hours: fc.constantFrom('09:00-11:00', '09:00-12:00', '09:00-13:00'),
  perWeek: fc.constantFrom(60, 120, 240),
  trainer: fc.constantFrom(1, 2, 3, 4),
  seats: fc.integer({ min: 1, max: 3 }),
  modules: modules(2),
});

/** Two or three people, and chains of up to four modules. */
const chained = fc.record({
  heads: fc.tuple(fc.integer({ min: 1, max: 3 })),
  groupSize: fc.constantFrom(1, 3),
  away: fc.constantFrom(40, 100),
  hours: fc.constantFrom('09:00-11:00', '09:00-12:00', '09:00-13:00'),
  perWeek: fc.constantFrom(180, 300, 600),
  trainer: fc.constantFrom(1, 2, 3),
  seats: fc.constantFrom(1, 3),
  modules: modules(4).map((all) => all.map((one) => ({ ...one, follows: true }))),
});

/** How often people are short, and how often the bound says exactly how many; fails where it says more. */
async function besideOptimum(firms: fc.Arbitrary<Tiny>, runs: number): Promise<[number, number]> {
  let [short, reached] = [0, 0];
  const compare = async (one: Tiny): Promise<void> => {
    const model = await tinyFirm(one);
    if (!model) return;
    const demand = makeDemand(model);
    const heads = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
    const least = heads - mostPlaced(model, demand);
    const bound = proven(model);
    expect(bound).toBeLessThanOrEqual(least);
    if (least > 0) short++;
    if (least > 0 && bound === least) reached++;
  };
  await fc.assert(fc.asyncProperty(firms, compare), { numRuns: runs, seed: 4 });
  return [short, reached / short];
}

describe('in small years with chains', () => {
  it('proves all that cannot be placed', async () => {
    // What HiGHS proves (`npm run bench -- exact`): two-hour sessions that mornings of three hours cannot hold.
    const years = [
      { year: 218, most: 45, least: 12 },
      { year: 230, most: 45, least: 3 },
      { year: 225, most: 30, least: 5 },
      { year: 376, most: 60, least: 48 },
      { year: 226, most: 60, least: 40 },
    ];
    for (const { year, most, least } of years) {
      expect(proven(await firm(smallText(year, most))), String(year)).toBe(least);
    }
  });
});

describe('in random firms', () => {
  it('is never above the exact optimum, and often reaches it', async () => {
    const [short, reached] = await besideOptimum(tiny, 150);
    expect(short).toBeGreaterThan(20);
    expect(reached).toBeGreaterThan(0.5);
  });

  it('is never above it in chains either', async () => {
    const [short, reached] = await besideOptimum(chained, 150);
    expect(short).toBeGreaterThan(20);
    expect(reached).toBeGreaterThan(0.5);
  });

  it('is never above what a plan leaves out, whatever the language says', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(randomFirm, async (text) => {
        const model = await firm(text).catch(() => undefined);
        if (!model) return;
        const { schedule } = await planned(model, { effort: 'quick' });
        const { unplaced, bound = 0 } = schedule.score;
        expect(bound).toBeLessThanOrEqual(unplaced);
        expect(proven(model)).toBeLessThanOrEqual(unplaced);
        if (bound > 0) shown++;
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(shown).toBeGreaterThan(5);
  });
});
