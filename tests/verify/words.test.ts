/** Words of planners, each in a firm that needs it: planned, verified, and missed where a plan breaks it. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { modelOf } from '../fixtures.ts';
import { planned } from '../schedule/helpers.ts';

const HEAD = 'programme: { name: Words, starts: 2027-01-04, ends: 2027-06-25, timezone: Europe/London }';

/** What a workspace that says something else about the same people would say of a plan. */
async function said(plan: Plan, text: string): Promise<string[]> {
  return verifyPlan(await modelOf(text), plan)
    .filter(({ constraint }) => constraint !== 'document')
    .map(({ constraint, message }) => `${constraint}: ${message}`);
}

const daysBetween = (a: string, b: string) =>
  Math.round((Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / 864e5);

describe('after something, but soon', () => {
  const text = (most: string) => `${HEAD}
policy: { groupSize: 6 }
departments: { desk: { maxAway: 100% } }
roles: { clerk: { department: desk, heads: 18 } }
rooms: { hall: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, days: thu } }
modules:
  basics: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-01-11, by: 2027-05-28 } }
  practice: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-05-06, by: 2027-06-25 }, after: [{ module: basics${most} }] }
`;

  it('is held within the days, however long the window of what comes before is', async () => {
    const { plan } = await planned(text(', atLeastDays: 3, atMostDays: 21'));
    expect(plan.unscheduled).toEqual([]);
    const at = (module: string, group: string) =>
      plan.sessions.find(
        (one) => one.module === module && one.attendees.some((seat) => seat.group === group),
      )!.start;
    for (const { id } of plan.groups) {
      const days = daysBetween(at('basics', id), at('practice', id));
      expect(days).toBeGreaterThanOrEqual(3);
      expect(days).toBeLessThanOrEqual(21);
    }
    expect((await said(plan, text(', atMostDays: 0'))).join('\n')).toMatch(
      /prerequisite: .*has not been in "Basics" before, and at most 0/,
    );
    expect(await said(plan, text(''))).toEqual([]);
  });
});

describe('a hall that is ours at some hours only', () => {
  const text = (open: string) => `${HEAD}
departments: { desk: { maxAway: 100% } }
roles: { clerk: { department: desk, heads: 18 } }
rooms: { hall: { site: main, seats: 6${open} } }
facilitators: { ann: { kind: trainer } }
modules: { practice: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-01-11, by: 2027-02-26 } } }
`;

  it('is used then, and verify says when it is not', async () => {
    const { plan } = await planned(
      text(', open: [{ days: tue, hours: 14:00-16:00 }, { from: 2027-02-22, to: 2027-02-24 }]'),
    );
    expect(plan.unscheduled).toEqual([]);
    for (const { start } of plan.sessions) {
      const tuesday =
        new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay() === 2 &&
        start.slice(11) >= '14:00' &&
        start.slice(11) <= '15:00';
      expect(tuesday || (start >= '2027-02-22' && start < '2027-02-25'), start).toBe(true);
    }
    expect((await said(plan, text(', open: [{ days: fri, hours: 07:00-09:30 }]'))).join('\n')).toMatch(
      /not-closed: .*Hall is closed on/,
    );
  });
});

describe('who leads', () => {
  const text = (who: string, module = '') => `${HEAD}
departments: { desk: { maxAway: 100% } }
roles: { clerk: { department: desk, heads: 36 } }
rooms: { hall: { site: main, seats: 12 } }
facilitators: { ${who} }
modules: { practice: { audience: everyone, format: workshop, minutes: 60, seats: 12, when: { from: 2027-01-04, by: 2027-02-26 }${module} } }
`;
  const leaders = ({ sessions }: Plan) => sessions.map(({ facilitator }) => facilitator).sort();

  it('is the first who is named, and the next where that one cannot', async () => {
    const both =
      'amira: { kind: external, totalDays: 2, hoursPerDay: 1 }, tom: { kind: trainer, teaches: [] }, zoe: { kind: trainer }';
    const { plan } = await planned(text(both, ', facilitators: [tom, amira]'));
    expect(leaders(plan)).toEqual(['tom', 'tom', 'tom']);
    const other = await planned(text(both, ', facilitators: [amira, tom]'));
    expect(leaders(other.plan)).toEqual(['amira', 'amira', 'tom']);
    expect(other.plan.score.terms.find(({ id }) => id === 'named-leader')?.cost).toBe(1);
    expect((await said(plan, text(both, ', facilitators: [zoe]'))).join('\n')).toMatch(
      /facilitator-able: .*is led by Tom, but the module names zoe/,
    );
  });

  it('works at other hours on other days, and so many hours a month', async () => {
    const ann = (hours: number) =>
      `ann: { kind: trainer, hoursPerMonth: ${hours}, works: [{ days: mon, hours: 09:00-11:00 }, { days: thu, hours: 13:00-15:00, weeks: { every: 2, from: 2027-01-07 } }] }`;
    const { plan } = await planned(text(ann(2)));
    expect(plan.unscheduled).toEqual([]);
    const months = plan.sessions.map(({ start }) => start.slice(0, 7));
    expect(months.filter((month) => month === '2027-01').length).toBeLessThanOrEqual(2);
    for (const { start } of plan.sessions) {
      const day = new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay();
      expect([1, 4]).toContain(day);
      if (day === 4) expect(daysBetween('2027-01-07', start) % 14).toBe(0);
    }
    const both = { ...plan, sessions: plan.sessions.map((one) => ({ ...one, facilitator: 'ann' })) };
    const heard = (await said(both, text(ann(1)))).join('\n');
    expect(heard).toMatch(/facilitator-hours: Ann leads \d+ minutes in the month 2027-0[12], but has 60/);
    const { plan: short } = await planned(text(ann(1)));
    expect(short.unscheduled[0]!.reasons[0]).toMatchObject({
      constraint: 'facilitator-hours',
      cause: 'used-up',
    });
  });
});

describe('never fewer than so many on the floor', () => {
  const text = (stay: string, module = '') => `${HEAD}
departments: { desk: { maxAway: 100%${stay} } }
roles: { clerk: { department: desk, heads: 6 } }
modules: { practice: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-01-11, by: 2027-02-26 }${module} } }
`;
  const most = ({ sessions }: Plan) => Math.max(...sessions.map(({ heads }) => heads));

  it('so many stay, unless a module says otherwise', async () => {
    const { plan } = await planned(text(', minOnShift: 4'));
    expect(plan.unscheduled).toEqual([]);
    expect(most(plan)).toBe(2);
    const all = await planned(text(', minOnShift: 4', ', minOnShift: 0'));
    expect(most(all.plan)).toBe(6);
    expect((await said(all.plan, text(', minOnShift: 4'))).join('\n')).toMatch(
      /floor: .*6 of 6 people are in sessions .* but at most 2 may be/,
    );
  });

  it('where nobody may go, that is the reason, and what would do', async () => {
    const { plan } = await planned(text(', minOnShift: 6'));
    expect(plan.sessions).toEqual([]);
    expect(plan.unscheduled[0]).toMatchObject({
      reasons: [{ constraint: 'floor' }],
      relaxations: [{ change: '`minOnShift` 5 instead of 6 (Desk)' }],
    });
  });
});

describe('minutes a week', () => {
  const text = (department: string, role: string, policy = '') => `${HEAD}
policy: { minutesPerWeek: 120${policy} }
departments: { desk: { maxAway: 100%${department}, shifts: { full: { days: mon-fri, hours: 08:00-18:00, share: 50% }, part: { days: mon-wed, hours: 08:00-12:00 } } } }
roles: { clerk: { department: desk, heads: 2${role} } }
modules: { practice: { audience: everyone, format: self-paced, minutes: 20, parts: 6, when: { from: 2027-01-04, by: 2027-02-14 } } }
`;
  const fullest = ({ sessions }: Plan, shift: string): number => {
    const weeks = new Map<number, number>();
    for (const { start, attendees, minutes } of sessions) {
      if (!attendees[0]!.group.includes(`.${shift}.`)) continue;
      const week = Math.floor(daysBetween('2027-01-04', start) / 7);
      weeks.set(week, (weeks.get(week) ?? 0) + minutes);
    }
    return Math.max(...weeks.values());
  };

  it.each([
    ['a number of the role', '', ', minutesPerWeek: 40', '', 40, 40],
    ['the role before the department', ', minutesPerWeek: 20', ', minutesPerWeek: 60', '', 60, 60],
    ['a share of the hours of each shift', ', minutesPerWeek: 2%', '', '', 60, 20],
    ['the level', '', '', ', minutesPerWeekByLevel: { specialist: 20 }', 20, 20],
  ])('%s', async (_, department, role, policy, full, part) => {
    const { plan, model } = await planned(text(department, role, policy));
    expect(plan.unscheduled).toEqual([]);
    // 2% of 12 hours are 14 minutes: one session longer than that may stand alone.
    expect([...model.posts.values()].map(({ minutesPerWeek }) => minutesPerWeek)).toEqual([
      full,
      part === 20 && full === 60 ? 14 : part,
    ]);
    expect(fullest(plan, 'full')).toBeLessThanOrEqual(full);
    expect(fullest(plan, 'part')).toBeLessThanOrEqual(part);
  });

  it('verify counts them too', async () => {
    const { plan } = await planned(text('', ', minutesPerWeek: 60'));
    expect(await said(plan, text('', ', minutesPerWeek: 20'))).toEqual(
      fullest(plan, 'full') > 20 || fullest(plan, 'part') > 20
        ? expect.arrayContaining([expect.stringMatching(/load: .* but 20 are the most/)])
        : [],
    );
  });
});

describe('busy for some', () => {
  const text = (busy: string) => `${HEAD}
departments: { buses: { maxAway: 100%, busy: [{ from: 2027-01-11, to: 2027-02-05, reason: Term${busy} }] } }
roles: { driver: { department: buses, heads: 4 }, school-driver: { department: buses, heads: 4 } }
modules:
  practice: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-01-11, by: 2027-02-12 } }
  safety: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-01-11, by: 2027-02-05 } }
`;

  it('roles have time while others are busy, and some modules are held all the same', async () => {
    const { plan } = await planned(text(', roles: [school-driver], except: { modules: [safety] }'));
    expect(plan.unscheduled).toEqual([]);
    const starts = (module: string, role: string) =>
      plan.sessions
        .filter((one) => one.module === module && one.attendees[0]!.group.startsWith(`${role}.`))
        .map(({ start }) => start);
    for (const start of starts('practice', 'school-driver')) expect(start >= '2027-02-08').toBe(true);
    for (const start of starts('safety', 'school-driver')) expect(start < '2027-02-06').toBe(true);
    const heard = (await said(plan, text(', roles: [driver], except: { modules: [safety] }'))).join('\n');
    if (starts('practice', 'driver').some((start) => start < '2027-02-06'))
      expect(heard).toMatch(/not-closed: .*Buses is busy on .* for group driver/);
    expect((await said(plan, text(''))).join('\n')).toMatch(/not-closed: .*"Safety".*Buses is busy/);
  });

  it('is told with its name where nothing is left', async () => {
    const { plan } = await planned(text(', roles: [school-driver]'));
    expect(plan.unscheduled.map(({ module, group }) => [module, group])).toEqual([
      ['safety', 'school-driver.main.day.1'],
    ]);
    expect(plan.unscheduled[0]!.reasons[0]).toMatchObject({ constraint: 'not-closed', detail: 'Buses' });
  });
});

describe('how many there are', () => {
  const text = (role: string) => `${HEAD}
policy: { groupSize: 6 }
sites: { x: {}, y: {} }
departments: { buses: { site: x, maxAway: 100%, shifts: { early: { days: mon-fri, hours: 05:00-13:00, share: 50% }, late: { days: mon-fri, hours: 13:00-21:00 } } } }
roles: { driver: { department: buses, ${role} } }
modules:
  monthly: { audience: everyone, format: self-paced, minutes: 20, when: { every: month } }
  welcome: { audience: everyone, format: self-paced, minutes: 20, when: { moment: week-1 } }
`;

  it('on each shift, as it is written, whatever the shares', async () => {
    const { model } = await planned(text('shifts: { early: 7, late: { x: 1, y: 2 } }'));
    expect([...model.posts.values()].map(({ id, heads }) => [id, heads])).toEqual([
      ['driver.x.early', 7],
      ['driver.x.late', 1],
      ['driver.y.late', 2],
    ]);
    expect(model.roles.get('driver')!.heads).toEqual(
      new Map([
        ['x', 8],
        ['y', 2],
      ]),
    );
  });

  it('changes on a day: whoever comes is asked from then on, and whoever goes until then', async () => {
    const { plan, model } = await planned(
      text('heads: [{ heads: 8 }, { from: 2027-04-01, heads: 14 }, { from: 2027-06-01, heads: 10 }]'),
    );
    expect(plan.unscheduled).toEqual([]);
    const seats = (month: string) =>
      plan.sessions
        .filter(({ module, occurrence }) => module === 'monthly' && occurrence === month)
        .reduce((sum, { heads }) => sum + heads, 0);
    expect(['2027-02', '2027-03', '2027-04', '2027-05', '2027-06'].map(seats)).toEqual([8, 8, 14, 14, 10]);
    expect(
      [...model.posts.values()].map(({ heads, steps }) => [heads, steps?.map((step) => step.heads)]),
    ).toEqual([
      [7, [4, 7, 5]],
      [7, [4, 7, 5]],
    ]);
    // Planned again in the midst of it, nobody changes their number.
    const again = await planned(
      text('heads: [{ heads: 8 }, { from: 2027-04-01, heads: 14 }, { from: 2027-06-01, heads: 10 }]'),
      { previous: plan, asOf: '2027-04-20' },
    );
    expect(again.plan.groups).toEqual(plan.groups);
    // Others are written: who is there stays, who was to leave does not.
    const more = await planned(
      text('heads: [{ heads: 8 }, { from: 2027-04-01, heads: 14 }, { from: 2027-06-01, heads: 16 }]'),
      { previous: plan, asOf: '2027-04-20' },
    );
    const later = more.plan.sessions.filter(
      ({ module, occurrence }) => module === 'monthly' && occurrence === '2027-06',
    );
    expect(later.reduce((sum, { heads }) => sum + heads, 0)).toBe(16);
    expect((await said(plan, text('heads: 14'))).join('\n')).toMatch(
      /complete: .*has 7 people, but 4 in the plan/,
    );
  });

  it('joiners come in the months that are written', async () => {
    const { plan } = await planned(text('heads: 10, joiners: { 2027-03: 3, 2027-05: 1 }'));
    const joining = plan.groups.filter(({ joiners }) => joiners !== false);
    const by = (month: string) =>
      joining.filter(({ joiners }) => joiners === month).reduce((sum, { heads }) => sum + heads, 0);
    expect([by('2027-03'), by('2027-05'), joining.length]).toEqual([3, 1, 3]);
    expect((await said(plan, text('heads: 10, joiners: { 2027-04: 3, 2027-05: 1 }'))).join('\n')).toMatch(
      /complete: /,
    );
  });
});

describe('one of the dates that are offered', () => {
  const text = (when: string) => `${HEAD}
departments: { desk: { maxAway: 100%, shifts: { early: { days: mon-wed, hours: 06:00-14:00, share: 50% }, late: { days: mon-fri, hours: 12:00-20:00 } } } }
roles: { clerk: { department: desk, heads: 20 } }
rooms: { hall: { site: main, seats: 30 } }
facilitators: { vendor: { kind: external } }
modules: { practice: { audience: everyone, format: workshop, led: external, minutes: 90, when: ${when} } }
`;
  const offers =
    '{ date: 2027-02-02, at: 09:10, seats: 8 }, { date: 2027-02-10, at: 12:05, seats: 8 }, { date: 2027-02-19, at: 15:00, seats: 8 }';

  it('each with its time and its seats', async () => {
    const { plan } = await planned(text(`{ dates: [${offers}] }`));
    expect(plan.unscheduled).toEqual([]);
    expect(new Set(plan.sessions.map(({ start }) => start))).toEqual(
      new Set(['2027-02-02T09:10', '2027-02-10T12:05', '2027-02-19T15:00']),
    );
    for (const { heads } of plan.sessions) expect(heads).toBeLessThanOrEqual(8);
    const heard = (
      await said(plan, text('{ dates: [{ date: 2027-02-02, at: 09:10, seats: 2 }, { date: 2027-02-19 }] }'))
    ).join('\n');
    expect(heard).toMatch(/in-window: .*has \d people, but 2 are taken on that date/);
    expect(heard).toMatch(/in-window: .*is on none of the dates that are offered/);
  });

  it('says who found none, and why', async () => {
    const { plan } = await planned(text('{ dates: [{ date: 2027-02-02, at: 09:10, seats: 8 }] }'));
    const left = plan.unscheduled.map(({ group, reasons }) => [group.split('.')[2], reasons[0]!.constraint]);
    expect(left).toEqual([
      ['early', 'facilitator-once'],
      ['late', 'in-shift'],
    ]);
  });
});
