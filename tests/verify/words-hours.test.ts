/** When people had rather learn, and when they must not: each word in a firm that needs it, planned and verified. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
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
