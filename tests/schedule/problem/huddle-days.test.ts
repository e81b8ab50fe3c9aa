import { expect, it } from 'vitest';
import { planned } from '../helpers.ts';

const firm = (huddle: string) => `
programme: { name: N, starts: 2027-03-01, ends: 2027-03-31, timezone: Asia/Kolkata }
departments: { d: { maxAway: 50%, meetings: { team: { day: wed, at: 10:00, minutes: 15 } } } }
roles: { r: { department: d, heads: 2 } }
modules:
  talk: { audience: everyone, format: huddle, minutes: 10, ${huddle}, when: { every: month } }
`;

it('a huddle whose own days or hours miss every meeting is told so, and not that the department is closed or busy', async () => {
  for (const own of ['days: tue', 'hours: 14:00-16:00']) {
    const { schedule } = await planned(firm(own), { effort: 'quick' });
    // Five Wednesdays, with two starts each.
    expect(schedule.unplaced.map(({ reasons }) => reasons)).toEqual([
      [{ constraint: 'in-window', excluded: 10, of: 10 }],
    ]);
  }
  expect((await planned(firm('days: wed'), { effort: 'quick' })).schedule.unplaced).toEqual([]);
});
