/** The lower bound on what cannot be placed: never above the exact optimum, and equal to it where one supply is short. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Model } from '../../../src/model/model.ts';
import { lowerBound } from '../../../src/schedule/bounds/bound.ts';
import { allMissing } from '../../../src/schedule/construct.ts';
import { makeProblem } from '../../../src/schedule/encode/encode.ts';
import { State } from '../../../src/schedule/state.ts';
import { mostPlaced } from '../exact.ts';
import { firm, planned, programme } from '../helpers.ts';
import { randomFirm } from '../verify/random-firm.ts';

/** What is proven before anything is planned. */
function proven(model: Model): number {
  const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
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
    const model = (modules: string) =>
      week({ modules }).then((known) => ({ ...known, policy: { ...known.policy, minutesPerWeek: 90 } }));
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

  it('adds up shortages that have nobody in common', async () => {
    const modules = `  a: { audience: everyone, format: workshop, minutes: 60, seats: 2, ${once} }
  b: { audience: everyone, format: coaching, minutes: 60, when: { date: 2027-02-02 } }`;
    expect(proven(await week({ trainer: ', hoursPerWeek: 1', modules }))).toBe(4 + 2);
  });
});

const module = fc.record({
  format: fc.constantFrom('workshop', 'coaching', 'self-paced'),
  minutes: fc.constantFrom(60, 120, 180),
  last: fc.constantFrom('2027-02-01', '2027-02-02'),
  seats: fc.integer({ min: 1, max: 3 }),
  follows: fc.boolean(),
});

const tiny = fc.record({
  heads: fc.integer({ min: 1, max: 4 }),
  groupSize: fc.integer({ min: 1, max: 3 }),
  away: fc.constantFrom(10, 60, 100),
  hours: fc.constantFrom('09:00-11:00', '09:00-12:00', '09:00-13:00'),
  perWeek: fc.constantFrom(60, 120, 240),
  trainer: fc.constantFrom(1, 2, 3, 4),
  seats: fc.integer({ min: 1, max: 3 }),
  modules: fc.array(module, { minLength: 1, maxLength: 2 }),
});

type Tiny = typeof tiny extends fc.Arbitrary<infer T> ? T : never;

/** One trainer, one room, two days at most. */
function tinyText({ heads, groupSize, away, hours, perWeek, trainer, seats, modules }: Tiny): string {
  const body = modules.map(({ format, minutes, last, seats: own, follows }, i) => {
    const capacity = format === 'self-paced' ? '' : `, seats: ${own}`;
    const after = follows && i > 0 ? ', after: [m0]' : '';
    return `  m${i}: { audience: everyone, format: ${format}, minutes: ${minutes}${capacity}, when: { from: 2027-02-01, by: ${last} }${after} }`;
  });
  return `${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: ${groupSize}, startEvery: 60, minutesPerWeek: ${perWeek} }
departments: { desk: { maxAway: ${away}%, shifts: { day: { days: mon-fri, hours: ${hours} } } } }
roles: { agent: { department: desk, heads: ${heads} } }
rooms: { lab: { site: main, seats: ${seats} } }
facilitators: { ann: { kind: trainer, hoursPerWeek: ${trainer} } }
modules:
${body.join('\n')}
`;
}

/** Undefined where the workspace is refused: longer than the shift and the like. */
async function valid(text: string): Promise<Model | undefined> {
  return firm(text).catch(() => undefined);
}

describe('in random firms', () => {
  it('is never above the exact optimum, and often reaches it', async () => {
    let [short, reached] = [0, 0];
    await fc.assert(
      fc.asyncProperty(tiny, async (one) => {
        const model = await valid(tinyText(one));
        if (!model) return;
        const demand = makeDemand(model);
        const heads = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
        const least = heads - mostPlaced(model, demand);
        const bound = proven(model);
        expect(bound).toBeLessThanOrEqual(least);
        if (least > 0) short++;
        if (least > 0 && bound === least) reached++;
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(short).toBeGreaterThan(20);
    expect(reached / short).toBeGreaterThan(0.5);
  }, 60_000);

  it('is never above what a plan leaves out, whatever the language says', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(randomFirm, async (text) => {
        const model = await valid(text);
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
  }, 60_000);
});
