/** Small words of planners in plans: people instead of shares, rooms by name, fixed starts, and what is said where nothing helps. */
import { describe, expect, it } from 'vitest';
import { assessGaps } from '../../../src/coverage/gaps.ts';
import type { Plan } from '../../../src/model/made/plan.ts';
import { planYear } from '../../../src/pipeline.ts';
import { CONSTRAINTS } from '../../../src/schedule/constraints/index.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { minimal, modelOf, type Sections } from '../../fixtures.ts';

async function planned(changes: Sections) {
  const model = await modelOf(minimal(changes));
  const { plan } = await planYear(model, {
    tool: 'test',
    seed: 1,
    effort: 'quick',
    asOf: '2027-01-03',
    inputs: 'sha256:0',
  } as never);
  return {
    model,
    plan,
    said: (other: Plan = plan) => verifyPlan(model, other).map(({ message }) => message),
  };
}

const event = (more: Sections): Sections => ({
  audience: 'everyone',
  format: 'event',
  minutes: 60,
  themes: ['mission'],
  ...more,
});
const workshop = (more: Sections): Sections =>
  event({ format: 'workshop', when: { from: '2027-01-11', by: '2027-03-26' }, ...more });
const trained: Sections = {
  facilitators: { ann: { kind: 'trainer' } },
  rooms: { hall: { site: 'main', seats: 20 } },
};

/** Of the sessions of a module, the most people at once. */
function together({ sessions }: Plan, id: string): number {
  const own = sessions.filter(({ module }) => module === id);
  return Math.max(
    ...own.map((one) =>
      own
        .filter(({ startUtc, endUtc }) => startUtc <= one.startUtc && endUtc > one.startUtc)
        .reduce((sum, { heads }) => sum + heads, 0),
    ),
  );
}

/** A plan with other words about its sessions. */
function changed(plan: Plan, change: object): Plan {
  return { ...plan, sessions: plan.sessions.map((session) => ({ ...session, ...change })) };
}

describe('maxAway in people', () => {
  it.each([
    ['1 person', 1],
    ['2 people', 2],
    ['50%', 5],
    ['40 people', 10],
  ])('%s of a department: at most %i at once', async (maxAway, most) => {
    const { plan, said } = await planned({
      ...trained,
      departments: { stores: { maxAway } },
      modules: { basics: undefined, practice: workshop({}) },
    });
    expect(together(plan, 'practice')).toBe(most);
    expect(plan.unscheduled).toEqual([]);
    expect(said()).toEqual([]);
  });

  it('of a module stands above the department’s, and verify counts people too', async () => {
    const modules = { basics: undefined, practice: workshop({ maxAway: '3 people' }) };
    const { plan, said } = await planned({
      ...trained,
      departments: { stores: { maxAway: '1 person' } },
      modules,
    });
    expect(together(plan, 'practice')).toBe(3);
    expect(said()).toEqual([]);
    const stricter = await modelOf(
      minimal({ ...trained, modules: { basics: undefined, practice: workshop({ maxAway: '2 people' }) } }),
    );
    expect(verifyPlan(stricter, plan).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/3 of 10 people are in sessions .* but at most 2 may be/),
    );
  });
});

describe('rooms by name', () => {
  const rooms = {
    ...trained,
    rooms: {
      hall: { site: 'main', seats: 20 },
      attic: { site: 'main', seats: 6 },
      barn: { site: 'main', seats: 9 },
    },
  };

  it.each([
    ['attic', ['attic']],
    [
      ['attic', 'barn'],
      ['attic', 'barn'],
    ],
  ])('%o: in no other', async (room, allowed) => {
    const modules = { basics: undefined, practice: workshop({ room }), more: workshop({ room }) };
    const { plan, said } = await planned({ ...rooms, departments: { stores: { maxAway: '100%' } }, modules });
    expect(plan.unscheduled).toEqual([]);
    for (const session of plan.sessions) expect(allowed).toContain(session.room);
    expect(said()).toEqual([]);
    expect(said(changed(plan, { room: 'hall' }))).toContainEqual(
      expect.stringMatching(/is in Hall, but the module asks for attic/),
    );
  });

  it('people of another site are not asked to come to it, and that is said', async () => {
    const firm = (words: Record<string, unknown>) => ({
      ...trained,
      sites: { leeds: {}, york: {} },
      rooms: { hall: { site: 'leeds', seats: 20 }, shed: { site: 'york', seats: 20 } },
      departments: { stores: { site: 'leeds' } },
      roles: { colleague: { department: 'stores', heads: { leeds: 4, york: 3 }, customerFacing: true } },
      modules: {
        basics: undefined,
        practice: workshop({ room: 'hall', ...words }),
        talk: workshop({ sites: ['leeds'], ...words }),
      },
    });
    const { model, plan } = await planned(firm({}));
    const why = plan.unscheduled.map(({ module, group, reasons: [main] }) => {
      const rule = CONSTRAINTS.find(({ id }) => id === main!.constraint)!;
      return [module, group, rule.reason(main!.detail, main!.cause)];
    });
    expect(why).toEqual([
      [
        'practice',
        'colleague.york.day.1',
        'it is held in Hall (Leeds) only, and these people are not asked to come there',
      ],
      [
        'talk',
        'colleague.york.day.1',
        'it is held at Leeds only, and these people are not asked to come there',
      ],
    ]);
    const fixes = assessGaps(model, plan).findings.filter(({ rule }) => rule === 'unscheduled');
    expect(fixes).toHaveLength(2);
    for (const { fix } of fixes)
      expect(fix).toMatch(/^Let them come to it \(at: leeds\), hold it at their site too/);
    // What is said first is true.
    expect((await planned(firm({ sites: undefined, at: 'leeds' }))).plan.unscheduled).toEqual([]);
  });
});

describe('a fixed start', () => {
  it('is kept to the minute, on the grid or not, and verified', async () => {
    const { plan, said } = await planned({
      departments: { stores: { maxAway: '100%' } },
      modules: {
        basics: undefined,
        open: event({ when: { date: '2027-05-20', at: '10:07' } }),
        cx: event({ when: { date: 'cx-day', at: '13:00' } }),
      },
    });
    expect(plan.unscheduled).toEqual([]);
    expect(plan.sessions.map(({ module, start }) => [module, start])).toEqual([
      ['open', '2027-05-20T10:07'],
      ['cx', '2027-10-05T13:00'],
    ]);
    expect(said()).toEqual([]);
    const later = {
      start: '2027-05-20T10:15',
      end: '2027-05-20T11:15',
      startUtc: '2027-05-20T09:15:00Z',
      endUtc: '2027-05-20T10:15:00Z',
    };
    const sessions = plan.sessions.map((one) => (one.module === 'open' ? { ...one, ...later } : one));
    expect(said({ ...plan, sessions })).toContainEqual(
      expect.stringMatching(/starts at 10:15, but the module starts at 10:07/),
    );
  });

  it('holds for huddles inside a meeting', async () => {
    const { plan, said } = await planned({
      departments: { stores: { meetings: { team: { day: 'thu', at: '09:00', minutes: 30 } } } },
      modules: {
        basics: undefined,
        talk: event({ format: 'huddle', minutes: 10, when: { date: '2027-05-20', at: '09:12' } }),
      },
    });
    expect(plan.sessions.map(({ start }) => start)).toEqual(['2027-05-20T09:12']);
    expect(said()).toEqual([]);
  });

  it('that some cannot meet says so, and what would do', async () => {
    const shifts = {
      early: { days: 'mon-fri', hours: '06:00-12:00' },
      late: { days: 'mon-fri', hours: '12:00-20:00' },
    };
    const { plan } = await planned({
      departments: { stores: { maxAway: '100%', shifts } },
      modules: { basics: undefined, open: event({ when: { date: '2027-05-20', at: '10:00' } }) },
    });
    expect(plan.unscheduled).toMatchObject([
      {
        group: 'colleague.main.late.1',
        reasons: [{ constraint: 'in-shift' }],
        relaxations: [{ change: 'another start than 10:00 for these people', start: '2027-05-20T12:00' }],
      },
    ]);
  });
});

describe('what is held on a day of its own', () => {
  it('on which people do not work: another day for them, the nearest', async () => {
    const { model, plan } = await planned({
      departments: {
        stores: { maxAway: '100%', shifts: { half: { days: ['mon', 'thu'], hours: '09:00-13:00' } } },
      },
      modules: { basics: undefined, day: event({ when: { date: 'cx-day' } }) },
    });
    expect(plan.unscheduled[0]).toMatchObject({
      relaxations: [
        { change: 'another day for these people (Stores works mon, thu)', start: '2027-10-04T09:00' },
      ],
    });
    const finding = assessGaps(model, plan).findings.find(({ rule }) => rule === 'unscheduled');
    expect(finding?.fix).toBe(
      'Another day for these people (Stores works mon, thu): it would be placed on 4 October 2027, 09:00.',
    );
  });
});

describe('what nobody teaches', () => {
  it('is left out with that reason, and the rest of the year is planned', async () => {
    const { model, plan, said } = await planned({
      rooms: trained.rooms,
      modules: { practice: workshop({}) },
    });
    expect(new Set(plan.sessions.map(({ module }) => module))).toEqual(new Set(['basics']));
    expect(plan.unscheduled[0]?.module).toBe('practice');
    expect(plan.unscheduled[0]?.reasons[0]).toMatchObject({ constraint: 'facilitator-able' });
    expect(said()).toEqual([]);
    const finding = assessGaps(model, plan).findings.find(({ rule }) => rule === 'unscheduled');
    expect(finding?.message).toMatch(
      /“Practice” found no place for 10 people of Stores .*: nobody teaches it there/,
    );
    expect(finding?.fix).toBe(
      'Add a facilitator (kind: trainer) who teaches “Practice” and comes to that site, or change who leads it (led).',
    );
  });
});
