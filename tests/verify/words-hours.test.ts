/** When people had rather learn, and when they must not: each word in a firm that needs it, planned and verified. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { modelOf } from '../fixtures.ts';
import { planned } from '../schedule/helpers.ts';

const HEAD = 'programme: { name: Nights, starts: 2027-01-04, ends: 2027-04-30, timezone: Europe/London }';

const minuteOf = (start: string) => Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
const confirmed = ({ sessions }: Plan) => sessions.filter(({ status }) => status === 'confirmed');

describe('no one-to-one at three in the morning', () => {
  const text = (policy: string) => `${HEAD}
policy: { ${policy} }
departments:
  ward: { maxAway: 40%, shifts: { night: { days: daily, hours: 20:30-07:30, share: 100% } } }
roles: { nurse: { department: ward, heads: 24 }, lead: { department: ward, heads: 2, level: manager } }
modules:
  talk: { audience: { roles: [nurse] }, format: coaching, minutes: 30, when: { every: month } }
  read: { audience: { roles: [nurse] }, format: self-paced, minutes: 20, when: { every: month } }
`;
  const deep = (plan: Plan, module: string) =>
    confirmed(plan).filter((one) => {
      const minute = minuteOf(one.start);
      return one.module === module && minute + one.minutes > 60 && minute < 300;
    }).length;

  it('coaching lies in the evening or the morning of a night, other formats anywhere', async () => {
    const { plan, model } = await planned(text('preferredHours: { coaching: 05:00-01:00 }'));
    expect(plan.unscheduled).toEqual([]);
    expect(verifyPlan(model, plan)).toEqual([]);
    expect(deep(plan, 'talk')).toBe(0);
    expect(deep(plan, 'read')).toBeGreaterThan(0);
    expect(deep((await planned(text(''))).plan, 'talk')).toBeGreaterThan(10);
  });

  it('is a wish: where no other hour is left, it is held at that one, and costs twice its time', async () => {
    const { plan } = await planned(text('preferredHours: { coaching: 12:00-14:00 }'));
    expect(plan.unscheduled).toEqual([]);
    const { cost } = plan.score.terms.find(({ id }) => id === 'preferred-hours')!;
    const talks = confirmed(plan).filter(({ module }) => module === 'talk').length;
    expect(cost).toBeGreaterThanOrEqual(talks);
  });
});

it('of a session that was held, hours outside the shift that people have by now are hours at its edges', async () => {
  const text = (hours: string, own: string) => `${HEAD}
departments: { desk: { maxAway: 100%, shifts: { day: { days: daily, hours: ${hours}, share: 100% } } } }
roles: { clerk: { department: desk, heads: 2 } }
modules:
  read: { audience: everyone, format: self-paced, minutes: 120, ${own}when: { from: 2027-01-11, by: 2027-01-17 } }
`;
  const before = (await planned(text('08:00-16:00', 'hours: 09:00-11:00, '))).plan;
  const { plan } = await planned(text('10:00-18:00', ''), { previous: before, asOf: '2027-02-01' });
  expect(plan.sessions.map(({ start }) => start.slice(11))).toEqual(['09:00']);
  // From 10:30 it would be clear of them.
  expect(plan.score.terms).toContainEqual(expect.objectContaining({ id: 'preferred-hours', cost: 1.5 }));
});

describe('not right after a night', () => {
  // A week of nights, then a week of late shifts: the first late one begins eight hours after the last night.
  const text = (policy: string, more = '') => `${HEAD}
policy: { ${policy} }
departments:
  ward:
    maxAway: 100%
    shifts:
      turns:
        times:
          - { days: mon-sun, hours: 21:30-06:00, weeks: { every: 2, from: 2027-01-04 } }
          - { days: mon-sun, hours: 14:00-22:00, weeks: { every: 2, from: 2027-01-11 } }
roles: { nurse: { department: ward, heads: 12 } }
modules:
  read: { audience: everyone, format: self-paced, minutes: 30, when: { every: week }, days: mon${more} }
`;
  /** Sessions on Mondays of late weeks: the night before ended at six. */
  const afterNight = (plan: Plan) =>
    confirmed(plan).filter(({ start }) => {
      const days = Math.round((Date.parse(start.slice(0, 10)) - Date.parse('2027-01-04')) / 864e5);
      return days % 14 === 7 && minuteOf(start) < 17 * 60;
    }).length;

  it('nobody learns before the hours are over, and verify says so where somebody would', async () => {
    const { plan } = await planned(text('restAfterNightHours: 11'));
    expect(plan.unscheduled).toEqual([]);
    expect(afterNight(plan)).toBe(0);
    const tired = (await planned(text('', ', hours: 14:00-16:00'))).plan;
    expect(afterNight(tired)).toBeGreaterThan(4);
    const heard = verifyPlan(await modelOf(text('restAfterNightHours: 11', ', hours: 14:00-16:00')), tired);
    expect(heard.some(({ message }) => /rests after a night at Mon 2027-01-11/.test(message))).toBe(true);
  });

  it('is told as what it is where no other hour is left', async () => {
    const { plan } = await planned(text('restAfterNightHours: 11', ', hours: 14:00-16:00'));
    const left = plan.unscheduled.filter(({ occurrence }) => occurrence === '2027-W02');
    expect(left[0]).toMatchObject({ reasons: [{ constraint: 'night-rest' }] });
    expect(left[0]!.reasons[0]!.excluded).toBe(left[0]!.reasons[0]!.of);
  });
});
