/** A draft is free: nothing is frozen before anybody said what day it is. */
import { describe, expect, it } from 'vitest';
import { live } from './year.ts';

const team = (heads: number) => `
programme: { name: Drafts, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments:
  shop: { meetings: { team: { day: mon, at: 10:00, minutes: 15, every: fortnight } } }
roles: { seller: { department: shop, heads: ${heads}, customerFacing: true } }
stages: { a: { touchpoints: { t: { owner: seller } } } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  huddle: { audience: everyone, format: huddle, minutes: 15, when: { every: fortnight }, themes: [m], touchpoints: [t], voices: [testimonial] }
`;
const DAY_BEFORE = '2027-01-03';

describe('before the year starts', () => {
  it('a draft is planned again with everybody placed', async () => {
    const first = await live(team(22), DAY_BEFORE);
    const { plan } = await live(team(26), DAY_BEFORE, first.plan);
    expect(plan.unscheduled).toEqual([]);
    expect(new Set(plan.sessions.map(({ heads }) => heads))).toEqual(new Set([26]));
    expect(plan.made.dated).toBeUndefined();
  });

  it('the notice holds once somebody has said that today is near', async () => {
    const first = await live(team(22), DAY_BEFORE, undefined, { dated: true });
    const { plan } = await live(team(26), DAY_BEFORE, first.plan, { dated: true });
    const [near] = plan.sessions;
    expect(near).toEqual(first.plan.sessions[0]);
    expect(plan.made.dated).toBe(true);
    // And goes on holding when nobody says it again.
    const later = await live(team(26), DAY_BEFORE, plan);
    expect(later.plan).toBe(plan);
  });
});
