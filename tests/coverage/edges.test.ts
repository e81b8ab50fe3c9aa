import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Finding } from '../../src/model/made/gaps.ts';
import type { PlanUnscheduled } from '../../src/model/made/plan.ts';
import { minimal, modelOf, type Sections } from '../fixtures.ts';
import { type HandPlan, planOf } from './builder.ts';
import { assessExample, everything } from './examples.ts';

/** What one rule finds in the minimal workspace with changes and a plan by hand; folded findings too. */
async function found(rule: string, changes: Sections, plan: HandPlan): Promise<Finding[]> {
  const model = await modelOf(minimal(changes));
  return everything(assessGaps(model, planOf(model, plan)).findings).filter(
    (finding) => finding.rule === rule,
  );
}

/** What one rule finds when an example of the base workspace is planned. */
async function foundIn(rule: string, changes: string): Promise<Finding[]> {
  const { gaps } = await assessExample(changes);
  return everything(gaps.findings).filter((finding) => finding.rule === rule);
}

const START = toDay('2027-01-04')!;
const week = (n: number) => isoDate(START + 7 * n);
const touches = (...weeks: number[]): HandPlan => ({
  sessions: weeks.map((n) => ({ module: 'basics', start: week(n) })),
});
const module = (changes: Sections): Sections => ({
  audience: 'everyone',
  format: 'self-paced',
  minutes: 30,
  when: { every: 'year' },
  themes: ['mission'],
  ...changes,
});

describe('long-mantra', () => {
  it.each([
    ['People serving people like those we love the most', 0],
    ['Leave every home a little better.', 0],
    ['What would St. Mary’s patients want?', 0],
    ['We listen. We act.', 1],
    ['お客様のために。毎日。', 1],
  ])('%s', async (mantra, count) => {
    expect(await found('long-mantra', { programme: { mantra } }, {})).toHaveLength(count);
  });
});

describe('no-reinforcement', () => {
  const every = (step: number, until = 49) =>
    touches(...Array.from({ length: Math.ceil(until / step) }, (_, i) => i * step), until);

  it('lets five silent weeks pass, warns of six, and is an error over thirteen', async () => {
    expect(await found('no-reinforcement', {}, every(6))).toEqual([]);
    expect((await found('no-reinforcement', {}, every(7))).map(({ severity }) => severity)).toEqual(['warn']);
    expect((await found('no-reinforcement', {}, every(14))).map(({ severity }) => severity)).toEqual([
      'warn',
    ]);
    expect((await found('no-reinforcement', {}, every(15))).map(({ severity }) => severity)).toEqual([
      'error',
    ]);
  });

  it('does not count weeks in which the site is closed', async () => {
    const closed = { sites: { main: { closed: [{ from: week(10), to: isoDate(START + 7 * 12 - 1) }] } } };
    const plan = touches(0, 6, 8, 15, 20, 26, 32, 38, 44, 49);
    expect(await found('no-reinforcement', {}, plan)).toHaveLength(1);
    expect(await found('no-reinforcement', closed, plan)).toEqual([]);
  });

  it('names how many people and the longest silence', async () => {
    const seat = [{ group: 'colleague.main.day.1', first: 1, last: 6 }];
    const { sessions = [] } = every(5);
    const plan = {
      sessions: sessions.map((one, i) => (i === 2 || i === 3 ? { ...one, attendees: seat } : one)),
    };
    const [finding] = await found('no-reinforcement', {}, plan);
    expect(finding!.message).toBe(
      'Colleague: 4 people hear nothing for more than 5 weeks; the longest silence is 14 working weeks, from 15 February 2027 to 23 May 2027.',
    );
  });
});

describe('theme-gap', () => {
  it('is an error when all themes of a department are absent', async () => {
    const themes = { mission: { months: [1] }, empathy: { months: [2] } };
    const one = await found('theme-gap', { themes }, touches(1));
    const none = await found(
      'theme-gap',
      { themes },
      { sessions: [{ module: 'basics', start: week(1), themes: [] }] },
    );
    expect(one.map(({ key, severity }) => [key, severity])).toEqual([
      ['theme-gap:department=stores,theme=empathy', 'warn'],
    ]);
    expect(none.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('asks only those whom the theme is for', async () => {
    const themes = { empathy: { months: [2], audience: 'behind-the-scenes' } };
    expect(await found('theme-gap', { themes }, touches(1))).toEqual([]);
  });
});

describe('shift-uncovered', () => {
  const shifts = {
    day: { days: 'mon-fri', hours: '07:00-15:00', share: '50%' },
    night: { days: 'mon-fri', hours: '22:00-06:00', share: '50%' },
  };

  it('is an error where nobody on a shift has a counting touch', async () => {
    const attendees = [{ group: 'colleague.main.day.1', first: 1, last: 5 }];
    const plan = { sessions: [{ module: 'basics', start: week(1), attendees }] };
    const drafts = await found('shift-uncovered', { departments: { stores: { shifts } } }, plan);
    expect(drafts.map(({ key, severity }) => [key, severity])).toEqual([
      ['shift-uncovered:department=stores,site=main,shift=night', 'error'],
    ]);
  });

  it('accepts a version of the module for the other shift', async () => {
    const only = (shift: string) =>
      module({ audience: { shifts: [shift] }, themes: ['mission'], stages: ['buy'] });
    const changes = (modules: Sections) => ({ departments: { stores: { shifts } }, modules });
    const plan = touches(1);
    expect(await found('shift-uncovered', changes({ packing: only('day') }), plan)).toHaveLength(1);
    expect(
      await found(
        'shift-uncovered',
        changes({ packing: only('day'), 'packing-at-night': only('night') }),
        plan,
      ),
    ).toEqual([]);
  });
});

describe('outside the shift and unscheduled', () => {
  const entry = (changes: Partial<PlanUnscheduled>): PlanUnscheduled => ({
    module: 'basics',
    occurrence: 'once',
    group: 'colleague.main.day.1',
    first: 1,
    last: 10,
    window: { from: '2027-01-11', by: '2027-02-05' },
    reasons: [],
    relaxations: [],
    ...changes,
  });

  it('a module outside the shift is told of with the hours that would do, not as one without a place', async () => {
    const modules = { evening: module({ format: 'lunch', room: false, hours: '18:00-19:00' }) };
    const plan = { unscheduled: [entry({ module: 'evening' }), entry({})] };
    expect(await found('unpaid', { modules }, plan)).toEqual([]);
    expect(
      (await found('outside-shift', { modules }, plan)).map(({ message, fix }) => [message, fix]),
    ).toEqual([
      [
        '“Evening” lies outside the shift of 10 people (Stores): its hours (18:00-19:00) never meet it.',
        'Write hours: 16:00-17:00, which lies in the shift of everybody.',
      ],
    ]);
    expect((await found('unscheduled', { modules }, plan)).map(({ key }) => key)).toEqual([
      'unscheduled:department=stores,module=basics,occurrence=once',
    ]);
  });

  it('reads the hours of an online module in the programme’s zone', async () => {
    const changes = (hours: string) => ({
      sites: { bengaluru: { timezone: 'Asia/Kolkata' }, london: {} },
      rooms: { call: { site: 'online', seats: 40 } },
      departments: { stores: { site: 'bengaluru' } },
      modules: { call: module({ format: 'virtual', led: 'line', hours }) },
    });
    expect(await found('outside-shift', changes('14:00-15:00'), {})).toHaveLength(1);
    expect(await found('outside-shift', changes('09:00-10:00'), {})).toEqual([]);
  });

  it('says who, how many and what stood in the way; parts leave out the same people once', async () => {
    const reasons = [
      { constraint: 'facilitator-hours', excluded: 30, of: 40, detail: 'Amira' },
      { constraint: 'floor', excluded: 10, of: 40 },
    ];
    const relaxations = [{ change: '4 more hours of Amira', start: '2027-02-02T10:00' }];
    const plan = {
      unscheduled: [
        entry({ occurrence: 'once.p1', first: 3, reasons, relaxations }),
        entry({ occurrence: 'once.p2', first: 3, reasons }),
      ],
    };
    const [finding, ...more] = await found('unscheduled', {}, plan);
    expect(more).toEqual([]);
    expect(finding!.message).toBe(
      '“Basics” found no place for 8 people of Stores between 11 January 2027 and 5 February 2027: Amira’s hours are used up; too few would stay on the floor.',
    );
    expect(finding!.fix).toBe('4 more hours of Amira: it would be placed on 2 February 2027, 10:00.');
  });

  it('names a second reason only where it takes enough away', async () => {
    const reasons: PlanUnscheduled['reasons'] = [
      {
        constraint: 'facilitator-hours',
        excluded: 100,
        of: 100,
        detail: 'Amira (mon 09:00-17:00)',
        cause: 'off-duty',
      },
      { constraint: 'not-closed', excluded: 4, of: 100, detail: 'Stores' },
    ];
    const [finding] = await found('unscheduled', {}, { unscheduled: [entry({ reasons })] });
    expect(finding!.message).toMatch(/: Amira \(mon 09:00-17:00\) is not at work then\.$/);
  });
});

describe('frontline-only', () => {
  const office = {
    departments: { office: {} },
    roles: { clerk: { department: 'office', heads: 4 } },
    modules: { more: module({}) },
  };
  const plan = (minutes: number) => ({
    sessions: [
      {
        module: 'more',
        start: week(1),
        minutes: 100,
        attendees: [{ group: 'colleague.main.day.1', first: 1, last: 10 }],
      },
      {
        module: 'more',
        start: week(1),
        minutes,
        attendees: [{ group: 'clerk.main.day.1', first: 1, last: 4 }],
      },
    ],
  });

  it('fires under a quarter of the customer-facing median, not at it', async () => {
    expect(await found('frontline-only', office, plan(25))).toEqual([]);
    expect((await found('frontline-only', office, plan(24))).map(({ key }) => key)).toEqual([
      'frontline-only:department=office',
    ]);
  });
});

describe('no-follow-through', () => {
  const changes = { modules: { day: module({ minutes: 90 }) } };
  const days = (n: number) => isoDate(START + 28 + n);
  const plan = (next: string, last = 10) => ({
    sessions: [
      { module: 'day', start: days(0) },
      { module: 'basics', start: next, attendees: [{ group: 'colleague.main.day.1', first: 1, last }] },
    ],
  });

  it('wants something short on a shared theme within six weeks, for most who attended', async () => {
    expect(await found('no-follow-through', changes, plan(days(42)))).toEqual([]);
    expect(await found('no-follow-through', changes, plan(days(43)))).toHaveLength(1);
    expect(await found('no-follow-through', changes, plan(days(20), 5))).toEqual([]);
    expect((await found('no-follow-through', changes, plan(days(20), 4)))[0]!.message).toContain('6 people');
  });

  it('does not ask it of the last six weeks', async () => {
    expect(
      await found('no-follow-through', changes, { sessions: [{ module: 'day', start: '2027-11-29' }] }),
    ).toEqual([]);
    expect(
      await found('no-follow-through', changes, { sessions: [{ module: 'day', start: '2027-11-01' }] }),
    ).toHaveLength(1);
  });
});

describe('crammed', () => {
  const rest = Array.from({ length: 10 }, (_, i) => ({ module: 'basics', start: week(2 + i), minutes: 30 }));

  it('a quarter of the year in one week, when that is over two hours', async () => {
    const day = (minutes: number, others = rest): HandPlan => ({
      sessions: [...others, { module: 'basics', start: week(1), minutes }],
    });
    const [one, ...others] = await found('crammed', {}, day(180));
    expect(others).toEqual([]);
    expect(one!.message).toMatch(
      /people have up to \d+% of their year in one week \(the fullest is that of 11 January 2027: “.+”\)/,
    );
    expect(await found('crammed', {}, day(120))).toEqual([]);
    expect(await found('crammed', {}, day(180, [...rest, ...rest]))).toEqual([]);
  });

  it('several sessions in a week over the limit; one long one may stand alone', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ module: 'basics', start: week(i), minutes: 30 }));
    const alone = [...many.slice(1), { module: 'basics', start: week(0), minutes: 150 }];
    expect(await found('crammed', {}, { sessions: alone })).toEqual([]);
    expect(
      await found('crammed', {}, { sessions: [...alone, { module: 'basics', start: week(0) }] }),
    ).toHaveLength(1);
  });
});

describe('stale-voice', () => {
  const recorded = (date: string) => ({
    voices: { call: { type: 'recording', recorded: date } },
    modules: { basics: { voices: ['call'] } },
  });

  it('measures age on the day of the plan', async () => {
    expect(await found('stale-voice', recorded('2026-01-03'), touches(1))).toEqual([]);
    expect(await found('stale-voice', recorded('2026-01-02'), touches(1))).toHaveLength(1);
    expect(
      await found('stale-voice', recorded('2026-06-01'), { ...touches(1, 30), asOf: '2027-07-01' }),
    ).toHaveLength(1);
  });
});

describe('joiners', () => {
  it('are asked for a moment only when its days lie inside the programme', async () => {
    const changes = (to: number) => ({
      roles: { colleague: { joiners: 1 } },
      moments: { 'day-14': { from: 1, to } },
    });
    // The one joiner comes in December; the programme ends on the 17th.
    expect(await found('experience-map-hole', changes(16), {})).toHaveLength(1);
    expect(await found('experience-map-hole', changes(17), {})).toEqual([]);
  });

  it('of one role without onboarding make their department’s finding', async () => {
    const changes = (roles: string[]) => ({
      roles: { colleague: { joiners: 2 }, clerk: { department: 'stores', heads: 2, joiners: 1 } },
      modules: { welcome: module({ audience: { roles }, when: { moment: 'day-30' } }) },
    });
    expect(await found('no-onboarding', changes(['colleague', 'clerk']), {})).toEqual([]);
    expect((await found('no-onboarding', changes(['colleague']), {})).map(({ key }) => key)).toEqual([
      'no-onboarding:department=stores',
    ]);
  });

  it('with a plan do not make up for what everybody else lacks', async () => {
    const findings = await foundIn(
      'onboarding-only',
      'modules:\n  our-mission: null\n  theme-huddle: null\n  warm-welcome: null\n  coach-leaders: null\n  customer-lunch: null\n  customer-day: null\n  till-update: null\n',
    );
    expect(findings.map(({ key }) => key)).toContain('onboarding-only:department=shop');
  });
});

describe('leaders-uncovered', () => {
  it('wants something led by a leader: by line, or by somebody whose job it is', async () => {
    const changes = (level: string) => ({
      roles: { colleague: { level } },
      facilitators: { pat: { kind: 'champion', role: 'colleague' } },
      modules: { coach: module({ format: 'coaching' }) },
    });
    const led = { sessions: [{ module: 'basics', start: week(1), facilitator: 'pat' }] };
    expect(await found('leaders-uncovered', changes('manager'), led)).toEqual([]);
    expect((await found('leaders-uncovered', changes('frontline'), led))[0]!.message).toBe(
      'No session of the year is led by a line manager or another leader.',
    );
  });
});

describe('hours-out-of-range', () => {
  it('takes a year’s hours, whatever the length of the programme', async () => {
    const half = { programme: { ends: '2027-07-04' }, policy: { hoursPerPerson: { min: 2, max: 3 } } };
    const minutes = (n: number) => ({ sessions: [{ module: 'basics', start: week(1), minutes: n }] });
    expect(await found('hours-out-of-range', half, minutes(61))).toEqual([]);
    expect(await found('hours-out-of-range', half, minutes(55))).toHaveLength(1);
    expect(await found('hours-out-of-range', half, minutes(100))).toHaveLength(1);
  });
});

describe('stage-gap', () => {
  it('does not take “all stages” for a department’s own', async () => {
    const stages = (value: unknown) => ({ modules: { basics: { stages: value } } });
    expect((await found('stage-gap', stages('own'), touches(1))).map(({ key }) => key)).toEqual([
      'stage-gap',
    ]);
    expect((await found('stage-gap', stages('all'), touches(1))).map(({ key }) => key)).toEqual([
      'stage-gap',
      'stage-gap:department=stores,stage=buy',
    ]);
  });

  it('wants a journey that begins before and ends after', async () => {
    const phases = {
      stages: { discover: { phase: 'before' }, buy: { phase: 'during' }, keep: { phase: 'after' } },
    };
    const taught = { modules: { basics: { stages: ['buy'] } } };
    expect(await found('stage-gap', { ...phases, ...taught }, touches(1))).toEqual([]);
  });
});
