/** What was short, in minutes wanted and offered, month by month. */
import { describe, expect, it } from 'vitest';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { planned, programme } from '../helpers.ts';

const text = (kind: string, more: string, modules: string) => `${programme('', '2027-01-04', '2027-03-26')}
policy: { groupSize: 12, startEvery: 60 }
departments: { desk: { name: Service desk, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-13:00 } } } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 12, name: Learning lab } }
facilitators:
  ann: { kind: ${kind}, name: Ann, hoursPerWeek: 1${more} }
  ben: { kind: ${kind}, name: Ben, hoursPerWeek: 1${more} }
modules:
${modules}
`;

const monthly = (led: string, months = '[2]') =>
  `  talk: { audience: everyone, format: workshop, led: ${led}, minutes: 60, seats: 1, when: { every: month, months: ${months} } }
  deep: { audience: everyone, format: workshop, led: ${led}, minutes: 60, seats: 2, when: { every: month, months: ${months} } }`;

describe('bottlenecks', () => {
  it('names who is short, with the hours of the month', async () => {
    const { plan } = await planned(text('external', '', monthly('external')));
    expect(plan.score.unplaced).toBe(1);
    expect(plan.bottlenecks).toEqual([
      {
        kind: 'facilitators',
        name: 'outside trainers',
        from: '2027-02-01',
        by: '2027-02-28',
        wanted: 9 * 60,
        offered: 8 * 60,
        people: 1,
      },
    ]);
    expect(plan.score.bound).toBe(1);
  });

  it('keeps months apart, and subtracts what others take', async () => {
    const other = `
  fixed: { audience: everyone, format: workshop, led: external, minutes: 60, seats: 2, when: { every: quarter } }`;
    const { plan } = await planned(text('external', '', monthly('external', '[2, 3]') + other));
    const months = plan.bottlenecks!.map(({ from }) => from.slice(0, 7));
    expect(new Set(months).size).toBe(months.length);
    for (const { wanted, offered, people } of plan.bottlenecks!) {
      expect(wanted).toBeGreaterThan(offered);
      expect(people).toBeGreaterThan(0);
    }
  });

  it('tells of floors in minutes times people', async () => {
    const body =
      '  read: { audience: everyone, format: self-paced, minutes: 60, maxAway: 10%, when: { date: 2027-02-02 } }';
    const { plan } = await planned(text('trainer', '', body));
    expect(plan.bottlenecks).toEqual([
      {
        kind: 'floor',
        name: 'Service desk',
        from: '2027-02-01',
        by: '2027-02-28',
        wanted: 360,
        offered: 240,
        people: 2,
      },
    ]);
  });

  it('is silent when everybody has a place', async () => {
    const { plan } = await planned(text('external', '', monthly('external').split('\n')[1]!));
    expect(plan.score.unplaced).toBe(0);
    expect(plan).not.toHaveProperty('bottlenecks');
    expect(plan.score).not.toHaveProperty('bound');
  });

  it('is checked by verify', async () => {
    const { model, plan } = await planned(text('external', '', monthly('external')));
    const wrong = { ...plan, score: { ...plan.score, bound: 2 } };
    expect(verifyPlan(model, wrong).map(({ constraint }) => constraint)).toContain('document');
    const [first] = plan.bottlenecks!;
    const many = { ...plan, bottlenecks: [{ ...first!, people: 9 }] };
    expect(verifyPlan(model, many).map(({ constraint }) => constraint)).toContain('document');
  });
});
