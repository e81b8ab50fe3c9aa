/** A plan that only an absence can have broken is mended; what nobody's absence touches stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isoDate } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import { memoryOf } from '../../../src/demand/memory.ts';
import type { Plan, PlanSession } from '../../../src/model/made/plan.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { parsePlan } from '../../../src/plan/read.ts';
import { componentsOf } from '../../../src/schedule/problem/components.ts';
import { makeWorld } from '../../../src/schedule/problem/world.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { planText } from '../../plan/text.ts';
import { plainCosts } from '../../verify/plain-cost.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 25);

/** All that an absence can touch: mixed and split groups, floors, hosts, an expert of the shop floor, links, repeats. */
const FIRM = `programme: { name: Firm, starts: 2027-01-04, ends: 2027-07-30, timezone: Europe/London, rotation: [care] }
policy: { groupSize: 6, minutesPerWeek: 120, changeoverMinutes: 10 }
sites: { hub: {}, shop: { timezone: Europe/Dublin } }
departments:
  desk: { site: hub, maxAway: 34%, shifts: { early: { days: mon-fri, hours: 07:00-15:00, share: 50% }, late: { days: mon-fri, hours: 11:00-19:00, share: 50% } }, meetings: { team: { day: tue, at: 11:30, minutes: 15 } } }
  floor: { site: shop, maxAway: 25%, shifts: { day: { days: mon-sat, hours: 09:00-17:00 } } }
roles:
  agent: { department: desk, heads: 26, joiners: 5 }
  expert: { department: desk, heads: 3 }
  seller: { department: floor, heads: 14, joiners: 3 }
  head: { department: floor, heads: 2, level: manager }
moments: { second-week: { from: 7, to: 20 } }
audiences: { desk: { departments: [desk] }, floor: { departments: [floor] } }
themes: { care: {}, tone: {} }
rooms:
  lab: { site: hub, seats: 8 }
  den: { site: hub, seats: 5, features: [screen] }
  back: { site: shop, seats: 6 }
  call: { site: online, seats: 12 }
facilitators:
  ann: { kind: trainer, sites: [hub, online], hoursPerWeek: 8 }
  bob: { kind: trainer, sites: [shop, online], hoursPerDay: 4 }
  cat: { kind: trainer, sites: [hub, shop], totalDays: 60 }
  dan: { kind: champion, role: expert, hours: 08:00-16:00 }
  eve: { kind: champion, sites: [hub, shop, online] }
modules:
  welcome: { audience: everyone, minutes: 60, format: workshop, led: trainer, seats: 6, when: { moment: second-week }, themes: [care] }
  letters: { audience: desk, minutes: 90, format: workshop, led: trainer, seats: 8, room: { features: [screen] }, when: { from: 2027-02-01, by: 2027-04-30 }, themes: [tone] }
  practice: { audience: desk, minutes: 30, format: coaching, led: champion, seats: 2, room: true, when: { from: 2027-02-15, by: 2027-06-30 }, after: [letters], themes: [tone] }
  talk: { audience: everyone, minutes: 45, format: virtual, led: champion, seats: 12, room: online, when: { every: month }, themes: month }
  visit: { audience: floor, minutes: 120, format: shadowing, host: { department: desk, guests: 2, site: hub }, when: { every: half-year } }
  round: { audience: floor, minutes: 60, format: workshop, led: trainer, seats: 6, parts: 2, when: { every: half-year }, themes: [care] }
  huddle: { audience: desk, minutes: 10, format: huddle, when: { every: fortnight }, themes: month }
  read: { audience: everyone, minutes: 20, format: self-paced, when: { every: quarter }, themes: [care] }
`;

interface Firm {
  readonly facilitators: Record<string, { away?: unknown[] }>;
  readonly rooms: Record<string, { closed?: unknown[]; name?: string }>;
}

/** A text of the firm with something changed. */
function changed(text: string, change: (firm: Firm) => void): string {
  const firm = parse(text) as Firm;
  change(firm);
  return stringify(firm);
}

interface Made {
  readonly plan: Plan;
  /** Whether the previous plan was mended, not planned again. */
  readonly mended: boolean;
}

/** Plans a year; fails when the verifier finds anything, or when the score is not what a recount comes to. */
async function planned(text: string, previous?: Plan, asOf?: string, seed = 1): Promise<Made> {
  const { model, inputs, lasting, diagnostics } = await loadSources(new Map([['cxplan.yaml', text]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const day = asOf ?? isoDate(model.programme.starts - 1);
  const options = {
    tool: 'cxplan test',
    inputs,
    lasting,
    seed,
    effort: 'quick',
    asOf: day,
    previous,
  } as const;
  const demand = makeDemand(model, memoryOf(model, previous, day));
  const schedule = await makeSchedule(model, demand, options);
  const plan = parsePlan(planText(makePlan(model, demand, schedule, options)));
  expect(verifyPlan(model, plan, previous)).toEqual([]);
  const components = componentsOf(makeWorld(model), demand, options).map((component) =>
    component.demand.groups.map(({ id }) => id),
  );
  const told = new Map(plan.score.terms.map(({ id, cost }) => [id, cost]));
  for (const [id, cost] of plainCosts(model, demand, plan, components))
    expect([id, told.get(id) ?? 0]).toEqual([id, expect.closeTo(cost, 2)]);
  return { plan, mended: schedule.replaced !== undefined };
}

/** Who leads the nth session that anybody leads (or where it is held), and when. */
function usedIn(
  { sessions }: Plan,
  of: 'facilitator' | 'room',
  nth: number,
): { readonly id: string; readonly start: string } {
  const used = sessions.filter((session) => session[of] !== null);
  const session = used[nth % used.length]!;
  return { id: session[of]!, start: session.start };
}

const absence = fc.record({
  of: fc.constantFrom('facilitator' as const, 'room' as const),
  nth: fc.nat(5000),
  days: fc.integer({ min: 1, max: 9 }),
  hours: fc.option(fc.constantFrom('00:00-12:00', '11:00-24:00'), { nil: undefined }),
});

describe('an absence', () => {
  it('is mended where nobody has to be pushed, breaks nothing, and costs what a recount says', async () => {
    const first = await planned(FIRM);
    expect(first.plan.score.unplaced).toBe(0);
    let mended = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(absence, { minLength: 1, maxLength: 3 }),
        fc.nat(200),
        fc.nat(9),
        async (absences, day, seed) => {
          let year = FIRM;
          for (const { of, nth, days, hours } of absences) {
            const { id, start } = usedIn(first.plan, of, nth);
            const from = start.slice(0, 10);
            const stretch = { from, to: laterBy(from, days - 1), ...(hours && { hours }) };
            year = changed(year, ({ facilitators, rooms }) => {
              if (of === 'room') rooms[id]!.closed = [...(rooms[id]!.closed ?? []), stretch];
              else facilitators[id]!.away = [...(facilitators[id]!.away ?? []), stretch];
            });
          }
          const asOf = laterBy('2027-01-03', day);
          const after = await planned(year, first.plan, asOf, seed);
          if (!after.mended) return;
          mended++;
          // And once more, the other way round: everybody is back.
          const again = await planned(FIRM, after.plan, asOf, seed);
          expect(again.mended).toBe(true);
          expect(again.plan.sessions).toEqual(after.plan.sessions);
        },
      ),
      { numRuns: RUNS },
    );
    expect(mended).toBeGreaterThan(RUNS / 2);
  });

  it('changes nothing about sessions that it does not touch, whatever planning again would do', async () => {
    const { plan } = await planned(FIRM);
    const { id, start } = usedIn(plan, 'facilitator', 20);
    const away = changed(FIRM, ({ facilitators }) => {
      facilitators[id]!.away = [{ from: start.slice(0, 10), to: start.slice(0, 10) }];
    });
    const { plan: after, mended } = await planned(away, plan, '2027-01-05');
    expect(mended).toBe(true);
    const known = new Map(plan.sessions.map((session) => [session.id, session]));
    const others = after.sessions.filter(
      (session) => known.get(session.id) !== undefined && session.facilitator !== id,
    );
    const touched = others.filter(
      (session) => JSON.stringify(session) !== JSON.stringify(known.get(session.id)),
    );
    // Somebody may have joined it.
    for (const { id: own, sequence } of touched) expect(sequence).toBe(known.get(own)!.sequence + 1);
    expect(touched.length).toBeLessThan(3);
  });

  it('is mended around what is pinned, too; only what is pinned there has to be settled anew', async () => {
    const free = await planned(FIRM);
    const led = free.plan.sessions.filter(({ facilitator }) => facilitator === 'bob');
    const pins = [led[2]!, led[5]!].map(({ id, start }) => `  - { session: ${id}, at: ${start} }\n`);
    const text = `${FIRM}pins:\n${pins.join('')}`;
    const first = await planned(text, free.plan);
    const awayAt = ({ start }: PlanSession) =>
      changed(text, ({ facilitators }) => {
        facilitators.bob!.away = [{ from: start.slice(0, 10), to: start.slice(0, 10) }];
      });
    const other = await planned(awayAt(led[3]!), first.plan, '2027-01-05');
    expect(other.mended).toBe(true);
    for (const session of [led[2]!, led[5]!])
      expect(other.plan.sessions.find(({ id }) => id === session.id)).toMatchObject({
        start: session.start,
        why: expect.arrayContaining([expect.stringMatching(/^pins\[/)]),
      });
    const again = await planned(text, other.plan, '2027-01-05');
    expect(again).toMatchObject({ mended: true, plan: { sessions: other.plan.sessions } });
    // Another leads it then: that is more than mending.
    expect((await planned(awayAt(led[2]!), first.plan, '2027-01-05')).mended).toBe(false);
  });

  it('is no longer all when anything else has changed, in the workspace or in the plan', async () => {
    const { plan } = await planned(FIRM);
    const day = '2027-01-05';
    const away = changed(FIRM, ({ facilitators }) => {
      facilitators.ann!.away = [{ from: '2027-02-08', to: '2027-02-08' }];
    });
    expect((await planned(away, plan, day)).mended).toBe(true);
    const larger = away.replace('seats: 5', 'seats: 6');
    expect(larger).not.toBe(away);
    expect((await planned(larger, plan, day)).mended).toBe(false);
    const [first, ...rest] = plan.sessions;
    const later = {
      ...first!,
      attendees: first!.attendees.map((seat) => ({ ...seat, last: seat.last - 1 })),
    };
    const edited = { ...plan, sessions: [later, ...rest] };
    expect((await planned(away, edited, day)).mended).toBe(false);
    const last = plan.sessions.at(-1)!;
    const sessions = [...plan.sessions.slice(0, -1), { ...last, start: `${last.start.slice(0, 11)}09:05` }];
    expect((await planned(away, { ...plan, sessions }, day)).mended).toBe(false);
    const [row, ...rows] = plan.loads.departments;
    const departments = [{ ...row!, personMinutes: row!.personMinutes + 1 }, ...rows];
    const loads = { ...plan.loads, departments };
    expect((await planned(away, { ...plan, loads }, day)).mended).toBe(false);
    const { basis, ...made } = plan.made;
    expect((await planned(away, { ...plan, made }, day)).mended).toBe(false);
  });
});

type Written = { [key: string]: Written | string | number | string[] };

/** What can be called, described or judged otherwise, each in a way of its own. */
const WORDS: readonly ((word: string) => Written)[] = [
  (word) => ({ programme: { mantra: word, success: word } }),
  (word) => ({ sites: { hub: { name: word } } }),
  (word) => ({ rooms: { lab: { name: word } } }),
  (word) => ({ departments: { desk: { name: word, head: word } } }),
  (word) => ({ roles: { agent: { name: word, duties: [word] } } }),
  (word) => ({ themes: { care: { name: word, meaning: { desk: word } } } }),
  (word) => ({ facilitators: { bob: { name: word } } }),
  (word) => ({ modules: { letters: { name: word, outcome: word } } }),
  (word) => ({ modules: { talk: { followUp: { action: word, withinDays: 9 } } } }),
  (word) => ({ policy: { minCoverage: word.length, rules: { crammed: 'info' } } }),
  (word) => ({ metrics: { nps: { name: word } } }),
];

function lay(written: Written, over: Written): void {
  for (const [key, value] of Object.entries(over)) {
    const below = written[key];
    if (typeof below === 'object' && !Array.isArray(below)) lay(below, value as Written);
    else written[key] = value;
  }
}

describe('another word', () => {
  it('is told, and moves nobody: as planning again would have it, without planning', async () => {
    const first = await planned(FIRM);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(WORDS.length - 1), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('Word', 'Another of them'),
        fc.nat(120),
        async (edits, word, day) => {
          const year = changed(FIRM, (firm) => {
            for (const edit of edits) lay(firm as unknown as Written, WORDS[edit]!(word));
          });
          const asOf = laterBy('2027-01-03', day);
          const after = await planned(year, first.plan, asOf);
          expect(after.mended).toBe(true);
          const anew = await planned(year, withoutBasis(first.plan), asOf);
          expect(anew.mended).toBe(false);
          const { made, ...rest } = after.plan;
          expect(rest).toEqual({ ...anew.plan, made: undefined });
          // And back again: everything says what it said.
          const back = await planned(FIRM, after.plan, asOf);
          expect(back.mended).toBe(true);
          const hashes = ({ sessions }: Plan) => sessions.map(({ id, hash }) => [id, hash]);
          expect(hashes(back.plan)).toEqual(hashes(first.plan));
        },
      ),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('is told beside what an absence moves', async () => {
    const first = await planned(FIRM);
    const { id, start } = usedIn(first.plan, 'facilitator', 20);
    const { id: room } = usedIn(first.plan, 'room', 0);
    const day = start.slice(0, 10);
    const year = changed(FIRM, (firm) => {
      firm.facilitators[id]!.away = [{ from: day, to: day }];
      firm.rooms[room!]!.name = 'Hall';
    });
    const after = await planned(year, first.plan, '2027-01-05');
    expect(after.mended).toBe(true);
    const known = new Map(first.plan.sessions.map((session) => [session.id, session]));
    const revised = after.plan.sessions.filter(
      ({ id: own, sequence }) => sequence > known.get(own)!.sequence,
    );
    const inRoom = after.plan.sessions.filter(
      (session) => session.room === room && session.start > '2027-01-06',
    );
    expect(inRoom.length).toBeGreaterThan(5);
    expect(revised).toEqual(expect.arrayContaining(inRoom));
    expect(revised.some(({ why }) => why.some((text) => text.includes(' ')))).toBe(true);
  });
});

/** The same plan, to be planned again: nobody knows what it stands on. */
function withoutBasis(plan: Plan): Plan {
  return { ...plan, made: { ...plan.made, basis: undefined } };
}

it('an edit of what a plan says beside is put right by the next run', async () => {
  const { plan } = await planned(FIRM);
  const last = plan.sessions.at(-1)!;
  const edited: typeof last = {
    ...last,
    end: `${last.end.slice(0, 11)}23:55`,
    led: last.led === 'self' ? 'line' : 'self',
    themes: [],
  };
  const again = await planned(FIRM, { ...plan, sessions: [...plan.sessions.slice(0, -1), edited] });
  expect(again.mended).toBe(false);
  expect(again.plan.sessions.at(-1)).toMatchObject({ end: last.end, led: last.led, themes: last.themes });
});

/** Desk and floor could learn `m` together; by now the floor has. */
const APART = (
  closed: string,
) => `programme: { name: Firm, starts: 2027-01-04, ends: 2027-03-26, timezone: Europe/London }
policy: { groupSize: 4, weights: { mixed: 1 } }
sites: { hub: {} }
departments:
  desk: { site: hub, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } }, busy: [{ from: 2027-01-01, to: 2027-02-10 }] }
  floor: { site: hub, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } }, busy: [{ from: 2027-01-15, to: 2027-03-31 }] }
roles: { agent: { department: desk, heads: 8 }, seller: { department: floor, heads: 4 } }
rooms: { big: { site: hub, seats: 8${closed} }, small: { site: hub, seats: 4 } }
facilitators: { ann: { kind: trainer } }
modules:
  m: { audience: everyone, minutes: 60, format: workshop, led: trainer, seats: 8, room: true, when: { from: 2027-01-04, by: 2027-03-26 } }
`;

it('who could have learned together is asked of all, not only of those around', async () => {
  const { plan } = await planned(APART(''));
  const closed = APART(', closed: [{ from: 2027-02-01, to: 2027-03-31 }]');
  const after = await planned(closed, plan, '2027-02-03');
  expect(after.mended).toBe(true);
  expect(after.plan.score.terms.find(({ id }) => id === 'mixed')?.cost).toBe(3);
});

/** Ann leads desk and floor only in `x`. */
const JOINED = (
  x: string,
  away = '',
) => `programme: { name: Firm, starts: 2027-01-04, ends: 2027-04-30, timezone: Europe/London }
policy: { groupSize: 4 }
sites: { hub: {}, shop: {} }
departments:
  desk: { site: hub, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } } }
  floor: { site: shop, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } } }
roles: { agent: { department: desk, heads: 8 }, seller: { department: floor, heads: 4 } }
audiences: { desk: { departments: [desk] }, floor: { departments: [floor] } }
facilitators: { ann: { kind: trainer${away} }, bob: { kind: champion } }
modules:
  a: { audience: desk, minutes: 60, format: workshop, led: trainer, room: false, seats: 4, when: { every: month } }
  b: { audience: floor, minutes: 60, format: workshop, led: champion, room: false, seats: 4, when: { every: month } }
${x}`;

it('a plan whose components have grown apart holds, and costs what a recount by its components comes to', async () => {
  const x =
    '  x: { audience: everyone, minutes: 60, format: workshop, led: trainer, room: false, seats: 4, when: { from: 2027-01-04, by: 2027-02-26 } }\n';
  const first = await planned(JOINED(x));
  const second = await planned(JOINED(''), first.plan, '2027-03-10');
  const away = ', away: [{ from: 2027-04-01, to: 2027-04-30, days: mon-wed }]';
  // What was held of the module that joined them joins them no more: the plan before stands on the components of today.
  const third = await planned(JOINED('', away), second.plan, '2027-03-11');
  expect(third.mended).toBe(true);
  expect((await planned(JOINED(''), third.plan, '2027-03-11')).mended).toBe(true);
});

function laterBy(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
