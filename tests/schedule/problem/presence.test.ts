/** Presence over time: nobody is asked for, or seated at, a time in which they are not there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { assessGaps } from '../../../src/coverage/gaps.ts';
import type { Plan, PlanSession } from '../../../src/model/made/plan.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { firm, planned } from '../helpers.ts';

const FEW = `
programme: { name: Past, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
departments:
  ward: { name: The wards, meetings: { team: { day: tue, at: 13:00, minutes: 15 } } }
roles: { nurse: { department: ward, heads: 10, customerFacing: true } }
themes: { m: { months: [1, 2, 3] } }
modules:
  huddle: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight }, themes: [m] }
  story: { audience: everyone, format: huddle, minutes: 5, when: { every: month }, themes: [m] }
`;

function heads(text: string, number: number): string {
  return text.replace('heads: 10', `heads: ${number}`);
}

/** Confirmed sessions, with who sits in them. */
function held(plan: Plan): PlanSession[] {
  return plan.sessions.filter(({ status }) => status === 'confirmed');
}

function seatsOf(plan: Plan, member: number, group = 'nurse.main.day.1'): string[] {
  return held(plan)
    .filter(({ attendees }) =>
      attendees.some((one) => one.group === group && one.first <= member && member <= one.last),
    )
    .map(({ start }) => start.slice(0, 10));
}

describe('heads that change during the year, without a roster', () => {
  it('more from 15 February on: nothing is asked of them for what was over, the gate stays open', async () => {
    const before = (await planned(FEW)).plan;
    const { plan } = await planned(heads(FEW, 12), { previous: before, asOf: '2027-02-15', inputs: 'b' });
    expect(plan.unscheduled).toEqual([]);
    expect(plan.groups).toMatchObject([
      { id: 'nurse.main.day.1', heads: 12, presence: [{ first: 11, last: 12, from: '2027-02-15' }] },
    ]);
    expect(seatsOf(plan, 12).every((day) => day >= '2027-02-15')).toBe(true);
    // The fortnight and the month that are open when they come, and all that follow.
    expect(seatsOf(plan, 12)).toHaveLength(5);
    // Nobody who was there changes places.
    for (const session of held(before)) {
      expect(held(plan)).toContainEqual(expect.objectContaining({ id: session.id, start: session.start }));
    }
  });

  it('fewer: those who are gone hold no seat from then on, and what they attended stands', async () => {
    const before = (await planned(FEW)).plan;
    const { plan } = await planned(heads(FEW, 9), { previous: before, asOf: '2027-02-15', inputs: 'b' });
    expect(seatsOf(plan, 10)).toEqual(seatsOf(before, 10).filter((day) => day < '2027-02-15'));
    expect(seatsOf(plan, 9)).toEqual(seatsOf(before, 9));
    expect(plan.groups).toMatchObject([
      { heads: 10, presence: [{ first: 10, last: 10, until: '2027-02-14' }] },
    ]);
  });

  it('an edit that is taken back on the same day leaves no trace', async () => {
    const before = (await planned(FEW)).plan;
    const how = { asOf: '2027-02-15' };
    const fewer = (await planned(heads(FEW, 7), { ...how, previous: before, inputs: 'b' })).plan;
    const again = (await planned(FEW, { ...how, previous: fewer, inputs: 'c' })).plan;
    expect(again.groups).toEqual(before.groups);
    const more = (await planned(heads(FEW, 15), { ...how, previous: before, inputs: 'b' })).plan;
    const back = (await planned(FEW, { ...how, previous: more, inputs: 'c' })).plan;
    expect(back.groups).toEqual(before.groups);
  });

  it('a draft of the whole year changes as a whole', async () => {
    const before = (await planned(FEW)).plan;
    const { plan } = await planned(heads(FEW, 12), { previous: before, inputs: 'b' });
    expect(plan.groups[0]).not.toHaveProperty('presence');
    expect(seatsOf(plan, 12)).toHaveLength(seatsOf(plan, 1).length);
    expect(seatsOf(plan, 12)[0]! < '2027-02-01').toBe(true);
  });

  it('a group that is gone to the last person, and comes back, has other numbers', async () => {
    const before = (await planned(heads(FEW, 1))).plan;
    const text = heads(FEW, 1).replace('roles:', 'roles:\n  chief: { department: ward, heads: 1 }\n#');
    expect(text).not.toBe(FEW);
    const gone = heads(FEW, 0).replace('roles: {', 'roles: { chief: { department: ward, heads: 1 },');
    const { plan } = await planned(gone, { previous: before, asOf: '2027-02-15', inputs: 'b' });
    expect(seatsOf(plan, 1).filter((day) => day >= '2027-02-15')).toEqual([]);
    expect(plan.unscheduled).toEqual([]);
    // A post that is new in February is not asked for January either.
    expect(seatsOf(plan, 1, 'chief.main.day.1').every((day) => day >= '2027-02-15')).toBe(true);
  });

  it('more joiners as of February: none of them started in January', async () => {
    const text = heads(FEW, 40).replace('customerFacing: true', 'customerFacing: true, joiners: 4');
    const more = text.replace('joiners: 4', 'joiners: 12');
    const welcome = `  welcome: { audience: everyone, format: self-paced, minutes: 30, when: { moment: week-1 }, themes: [m] }\n`;
    const before = (await planned(text + welcome)).plan;
    const { plan } = await planned(more + welcome, { previous: before, asOf: '2027-02-15', inputs: 'b' });
    expect(plan.unscheduled).toEqual([]);
    const months = plan.groups.flatMap(({ joiners, heads }) => (joiners ? [[joiners, heads]] : []));
    expect(months).toEqual([
      ['2027-02', 2],
      ['2027-03', 1],
    ]);
    expect(
      held(plan)
        .filter(({ module }) => module === 'welcome')
        .every(({ start }) => start >= '2027-02-15'),
    ).toBe(true);
  });

  it('plans of before are read as: there all year', async () => {
    const before = (await planned(FEW)).plan;
    const old = { ...before, groups: before.groups.map(({ presence, people, ...group }) => group) };
    const { plan } = await planned(heads(FEW, 12), { previous: old, asOf: '2027-02-15', inputs: 'b' });
    expect(seatsOf(plan, 10)).toEqual(seatsOf(before, 10));
    expect(plan.groups[0]!.presence).toEqual([{ first: 11, last: 12, from: '2027-02-15' }]);
  });
});

const FIRM = `
programme: { name: N, mantra: m., starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/Berlin, people: hr.csv }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d } }
themes: { mission: { months: [1] } }
rooms: { loft: { site: main, seats: 2 } }
facilitators: { t: { kind: trainer, totalDays: 1 } }
modules:
  w: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-10-01, by: 2027-10-31 }, themes: [mission] }
`;

const ROWS = `id,role,joined,left
001,r,2020-01-01,2027-02-28
002,r,2020-01-01,2027-03-31
003,r,2020-01-01,2027-04-30
004,r,2027-02-01,
005,r,2027-03-01,
`;

async function roster(text: string, rows: string) {
  return firm(text, { 'hr.csv': rows });
}

/** Days on which a person of a roster is in a session. */
function daysOf(plan: Plan, person: string): string[] {
  return plan.groups.flatMap(({ id, people = [] }) =>
    people.flatMap((one, i) => (one === person ? seatsOf(plan, i + 1, id) : [])),
  );
}

describe('a roster with dates', () => {
  it('an October workshop seats the two who came, and none of the three who left', async () => {
    const { plan } = await planned(await roster(FIRM, ROWS));
    expect(plan.unscheduled).toEqual([]);
    expect(held(plan)).toMatchObject([{ heads: 2 }]);
    expect(['001', '002', '003'].flatMap((id) => daysOf(plan, id))).toEqual([]);
    expect(daysOf(plan, '004')).toHaveLength(1);
  });

  it('joiners meet everything from day 91, or as the policy says', async () => {
    const monthly = `${FIRM}  talk: { audience: everyone, format: self-paced, minutes: 20, when: { every: month }, themes: [mission] }\n`;
    const { plan } = await planned(await roster(monthly, ROWS));
    // 1 February + 91 days is 3 May: May is there to more than half.
    expect(daysOf(plan, '004')[0]! >= '2027-05-03').toBe(true);
    expect(daysOf(plan, '004')[0]! <= '2027-05-31').toBe(true);
    const sooner = await planned(await roster(`${monthly}policy: { joinersMeetEverythingAfter: 0 }\n`, ROWS));
    expect(daysOf(sooner.plan, '004')[0]!.slice(0, 7)).toBe('2027-02');
  });

  it('who moves to another post is no joiner, and is asked there from the first day; who comes back is welcomed again', async () => {
    const text = `${FIRM.replace('roles: {', 'roles: { s: { department: d },')}  talk: { audience: everyone, format: self-paced, minutes: 20, when: { every: month }, themes: [mission] }
  hello: { audience: everyone, format: self-paced, minutes: 10, when: { moment: week-1 }, themes: [mission] }
`;
    const rows = `id,role,joined,left
001,r,2020-01-01,2027-05-31
001,s,2027-06-01,
002,r,2020-01-01,2027-03-31
002,r,2027-08-02,
003,r,,
`;
    const { plan } = await planned(await roster(text, rows));
    const months = (id: string, module: string) =>
      plan.groups
        .flatMap(({ id: group, people = [] }) =>
          people.flatMap((one, i) =>
            one !== id
              ? []
              : held(plan)
                  .filter((s) => s.module === module)
                  .filter((s) =>
                    s.attendees.some((a) => a.group === group && a.first <= i + 1 && i + 1 <= a.last),
                  )
                  .map(({ start }) => start.slice(0, 7)),
          ),
        )
        .sort();
    expect(months('001', 'talk')).toEqual(months('003', 'talk'));
    expect(months('001', 'hello')).toEqual([]);
    expect(months('002', 'hello')).toEqual(['2027-08']);
    expect(months('002', 'talk').filter((month) => month > '2027-03' && month < '2027-11')).toEqual([]);
  });

  it('adding and removing people moves nobody else: numbers stay with their people', async () => {
    const names = ['ann', 'bea', 'cem', 'dan', 'eva'];
    const rows = (ids: readonly string[]) => `id,role\n${ids.map((id) => `${id},r`).join('\n')}\n`;
    const before = (await planned(await roster(FIRM, rows(names)))).plan;
    const changed = ['aaa', 'ann', 'cem', 'dan', 'eva', 'zoe'];
    const { plan } = await planned(await roster(FIRM, rows(changed)), {
      previous: before,
      asOf: '2027-06-01',
      inputs: 'b',
    });
    // Who is taken out of the roster leaves a number behind, and no name.
    expect(plan.groups[0]!.people).toEqual(['ann', null, 'cem', 'dan', 'eva', 'aaa', 'zoe']);
    expect(plan.groups[0]!.presence).toEqual([
      { first: 2, last: 2, until: '2027-05-31' },
      { first: 6, last: 7, from: '2027-06-01' },
    ]);
    for (const id of ['ann', 'cem', 'dan', 'eva']) expect(daysOf(plan, id)).toEqual(daysOf(before, id));
    expect(daysOf(plan, 'bea')).toEqual([]);
  });

  it('a floor counts those who are there then', async () => {
    const rows = [
      'id,role,joined,left',
      ...Array.from({ length: 8 }, (_, i) => `p${i},r,,${i < 4 ? '2027-06-30' : ''}`),
    ];
    const text = FIRM.replace('maxAway: 100%', 'maxAway: 50%').replace('totalDays: 1', 'totalDays: 9');
    const { plan } = await planned(
      await roster(text.replace('seats: 2', 'seats: 9'), `${rows.join('\n')}\n`),
    );
    // In October four are left, of whom two may be away at once.
    expect(Math.max(...held(plan).map(({ heads }) => heads))).toBe(2);
  });

  it('parts and what builds on them end with the person', async () => {
    const text = `${FIRM.replace('totalDays: 1', '')}  two: { audience: everyone, format: self-paced, minutes: 30, parts: 2, when: { from: 2027-04-01, by: 2027-05-15 }, themes: [mission] }
  then: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-04-15, by: 2027-05-31 }, themes: [mission], after: [two] }
`;
    const { plan, model } = await planned(await roster(text, ROWS));
    expect(daysOf(plan, '003').length).toBe(2);
    expect(daysOf(plan, '003').every((day) => day <= '2027-04-30')).toBe(true);
    expect(daysOf(plan, '001')).toEqual([]);
    expect(verifyPlan(model, plan)).toEqual([]);
  });
});

describe('coverage counts who is there', () => {
  it('needs of a theme only whom something was asked of; hours are pro rata; weeks are those of the stay', async () => {
    const text = `${FIRM.replace('totalDays: 1', '')}  talk: { audience: everyone, format: self-paced, minutes: 60, when: { every: month }, themes: [mission] }\npolicy: { hoursPerPerson: { min: 9, max: 40 } }\n`;
    const rows = 'id,role,joined,left\nann,r,,\nbea,r,,2027-03-31\n';
    const { plan, model } = await planned(await roster(text, rows));
    const gaps = assessGaps(model, plan);
    const [scored] = gaps.departments;
    const theme = scored!.cells.find(({ dimension }) => dimension === 'T');
    expect(theme).toMatchObject({ need: 2, reached: 2 });
    // Fifty weeks of one, thirteen of the other.
    expect(scored!.cells.find(({ dimension }) => dimension === 'R')!.need).toBe(63);
    // Three hours in a quarter of the year are twelve a year: nobody has too little.
    expect(gaps.findings.map(({ rule }) => rule)).not.toContain('hours-out-of-range');
    const gone = await planned(
      await roster(text.replace('every: month', 'from: 2027-09-01, by: 2027-09-30'), rows),
    );
    const cell = assessGaps(gone.model, gone.plan).departments[0]!.cells[0];
    expect(cell).toMatchObject({ need: 1, reached: 1 });
  });
});

describe('joiners never make a workspace unsatisfiable', () => {
  const welcome = `${FIRM}  hello: { audience: everyone, format: self-paced, minutes: 10, when: { moment: day-1 }, themes: [mission] }\n`;

  it('an onboarding module without joiners is no mistake, and no joiners ask for no onboarding', async () => {
    const rows = 'id,role,joined\nann,r,\n';
    const asksForOnboarding = async (text: string, joiners: number) => {
      const { plan, model } = await planned(
        await roster(text.replace('department: d }', `department: d, joiners: ${joiners} }`), rows),
      );
      return assessGaps(model, plan).findings.some(({ rule }) => rule === 'no-onboarding');
    };
    expect(await asksForOnboarding(welcome, 0)).toBe(false);
    expect(await asksForOnboarding(FIRM, 0)).toBe(false);
    // Those without a name yet are awaited all the same.
    expect(await asksForOnboarding(welcome, 5)).toBe(false);
    expect(await asksForOnboarding(FIRM, 5)).toBe(true);
    const expected = await planned(
      FEW.replace('themes:', 'stages: {}\nthemes:') +
        '  hello: { audience: everyone, format: self-paced, minutes: 10, when: { moment: day-1 }, themes: [m] }\n',
    );
    expect(expected.plan.unscheduled).toEqual([]);
  });

  it('a moment on closed days, or without a meeting in it, goes on to the first day that has a start', async () => {
    const text = `
programme: { name: N, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/Berlin, people: hr.csv }
departments: { d: { maxAway: 100%, meetings: { team: { day: tue, at: 10:00, minutes: 15, every: month } } } }
roles: { r: { department: d } }
sites: { main: { closed: [{ from: 2027-08-01, to: 2027-08-31 }] } }
themes: { mission: { months: [1] } }
moments: { sunday: { from: 6, to: 6 } }
modules:
  hello: { audience: everyone, format: huddle, minutes: 10, when: { moment: day-1 }, themes: [mission] }
  later: { audience: everyone, format: self-paced, minutes: 10, when: { moment: sunday }, themes: [mission] }
`;
    const rows = 'id,role,joined\nann,r,2027-02-01\nbea,r,2027-07-31\ncem,r,2027-12-15\ndan,r,2027-05-08\n';
    const { plan } = await planned(await roster(text, rows));
    expect(plan.unscheduled).toEqual([]);
    // Monday 1 February: the meeting of the month is the day after; its Sunday a week later is a Monday.
    expect(daysOf(plan, 'ann')).toEqual(['2027-02-02', '2027-02-08']);
    expect(daysOf(plan, 'bea').every((day) => day >= '2027-09-01')).toBe(true);
    expect(daysOf(plan, 'bea')).toHaveLength(2);
    expect(daysOf(plan, 'dan')).toHaveLength(2);
  });
});

describe('replans of random years', () => {
  it('nobody who stays is moved because heads change, and every plan holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 5, max: 30 }),
        async (numbers, days) => {
          const text = FEW.replace(
            'mantra: One. }',
            'mantra: One. }\npolicy: { groupSize: 4, noticeDays: 0 }',
          );
          let plan = (await planned(heads(text, numbers[0]!), { effort: 'quick' })).plan;
          let day = toDay('2027-01-04')!;
          for (const [i, number] of numbers.slice(1).entries()) {
            day += days;
            const asOf = isoDate(day);
            const how = { previous: plan, asOf, inputs: `n${i}`, effort: 'quick' as const };
            const next = (await planned(heads(text, number), how)).plan;
            expect(next.unscheduled).toEqual([]);
            const now = new Map(held(next).map((session) => [session.id, session]));
            for (const old of held(plan)) {
              for (const { group, first, last } of old.attendees) {
                const there = next.groups.find(({ id }) => id === group);
                for (let member = first; member <= last; member++) {
                  const stays = there && member <= there.heads && !isGone(there, member, asOf);
                  if (stays) expect([old.id, now.get(old.id)?.start]).toEqual([old.id, old.start]);
                }
              }
            }
            plan = next;
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});

function isGone({ presence = [] }: Plan['groups'][number], member: number, asOf: string): boolean {
  return presence.some(
    ({ first, last, until }) => first <= member && member <= last && until !== undefined && until < asOf,
  );
}
