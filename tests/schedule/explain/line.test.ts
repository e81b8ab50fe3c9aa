/** What the line leads is for one manager's people; a shift without a manager meets with another's, and it is said whose. */
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { linesOf } from '../../../src/model/line.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { fullyPlanned, planned, programme } from '../helpers.ts';

const firm = (format: string) => `${programme('', '2027-01-04', '2027-06-30')}
departments:
  shop: { maxAway: 50%, shifts: { day: { days: daily, hours: 08:00-20:00, share: 50% }, night: { days: daily, hours: 18:00-04:00, share: 50% } } }
  desk: { maxAway: 50% }
  yard: { maxAway: 50% }
rooms: { hall: { site: main, seats: 30 } }
roles:
  seller: { department: shop, heads: 12 }
  shop-lead: { department: shop, level: manager, heads: 1, shifts: [day] }
  agent: { department: desk, heads: 6 }
  desk-lead: { department: desk, level: manager, heads: 1 }
  driver: { department: yard, heads: 4 }
modules:
  circle: { audience: everyone, format: ${format}, led: line, minutes: 45, seats: 30, when: { every: month } }
`;

describe('sessions that the line leads', () => {
  it('are for the people of one manager, in plan and verifier', async () => {
    const { model, plan, schedule } = await fullyPlanned(firm('workshop'));
    const groups = new Map(plan.groups.map((group) => [group.id, group]));
    const departments = plan.sessions.map(
      ({ attendees }) => new Set(attendees.map(({ group }) => groups.get(group)!.department)).size,
    );
    expect(new Set(departments)).toEqual(new Set([1]));
    // Two put together by hand are told.
    const [one] = schedule.sessions;
    const other = schedule.sessions.find(
      ({ attendees, occurrence }) =>
        occurrence === one!.occurrence &&
        groups.get(attendees[0]!.group)!.department !== groups.get(one!.attendees[0]!.group)!.department,
    )!;
    const attendees = [...one!.attendees, ...other.attendees].sort((a, b) => (a.group < b.group ? -1 : 1));
    const sessions = schedule.sessions.flatMap((each) =>
      each === other ? [] : [each === one ? { ...each, attendees } : each],
    );
    const asOf = plan.asOf;
    const options = {
      tool: 'x',
      inputs: 'sha256:1',
      seed: 1,
      effort: 'normal',
      asOf,
      previous: undefined,
    } as const;
    const forged = makePlan(model, makeDemand(model), { ...schedule, sessions }, options);
    const found = verifyPlan(model, forged).filter(({ constraint }) => constraint === 'leader-once');
    expect(found.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('its people have different managers'),
    );
  });

  it('lets everybody come to an event', async () => {
    const { plan } = await fullyPlanned(firm('event').replace('seats: 30, ', ''));
    const groups = new Map(plan.groups.map((group) => [group.id, group]));
    const mixed = plan.sessions.some(
      ({ attendees }) => new Set(attendees.map(({ group }) => groups.get(group)!.department)).size > 1,
    );
    expect(mixed).toBe(true);
  });

  it('books a manager who leads another shift too only once, and only while at work; the verifier tells', async () => {
    const text = firm('coaching').replace('audience: everyone', 'audience: { departments: [shop] }');
    const { model, plan, schedule } = await fullyPlanned(
      text.replace(
        'seats: 30, when: { every: month }',
        'seats: 1, when: { from: 2027-02-01, by: 2027-02-28 }',
      ),
    );
    const times = plan.sessions.map(({ startUtc, endUtc }) => [startUtc, endUtc] as const);
    for (const [i, [start]] of times.entries()) if (i > 0) expect(start >= times[i - 1]![1]).toBe(true);
    const night = ({ attendees }: { attendees: readonly { group: string }[] }) =>
      attendees.every(({ group }) => group.includes('.night.'));
    const own = plan.sessions.filter(night);
    expect(own.length).toBeGreaterThan(0);
    for (const { start, end } of own) {
      expect(start.slice(11) >= '18:00').toBe(true);
      expect(end.slice(11) <= '20:00').toBe(true);
    }
    const forged = (start: (one: number) => number) => {
      const moved = schedule.sessions.find(night)!;
      const sessions = schedule.sessions.map((one) =>
        one === moved ? { ...one, start: start(one.start) } : one,
      );
      const demand = makeDemand(model);
      const options = { tool: 'x', inputs: 'sha256:1', seed: 1, effort: 'normal', asOf: plan.asOf } as const;
      const made = makePlan(model, demand, { ...schedule, sessions }, { ...options, previous: undefined });
      return verifyPlan(model, made)
        .filter(({ constraint }) => constraint === 'leader-once')
        .map(({ message }) => message)
        .join('\n');
    };
    const day = schedule.sessions.find((one) => !night(one))!;
    expect(forged(() => day.start)).toMatch(/2 sessions are led by the line at once .* managers for 1/);
    const midnight = (start: number) => Math.floor(start / 1440) * 1440 + 1380;
    expect(forged(midnight)).toMatch(/led by the managers of .*day.*, who are not on shift at/);
  });

  it('says whose managers stand in the way of a shift without one', async () => {
    const apart = firm('workshop')
      .replace('18:00-04:00', '19:00-05:00')
      .replace('every: month', 'from: 2027-02-01, by: 2027-02-05')
      .replace(/minutes: \d+/, 'minutes: 90');
    const { plan } = await planned(apart);
    const [first] = plan.unscheduled;
    expect(first!.group).toMatch(/night/);
    expect(first!.reasons).toContainEqual(
      expect.objectContaining({ constraint: 'leader-once', detail: 'the managers of Shop on the day shift' }),
    );
  });

  it('lets managers come in for a shift that never meets theirs, once at a time', async () => {
    const apart = firm('coaching')
      .replace('audience: everyone', 'audience: { departments: [shop] }')
      .replace('18:00-04:00', '21:00-05:00')
      .replace('seats: 30, when: { every: month }', 'seats: 1, when: { from: 2027-02-01, by: 2027-02-28 }');
    const { plan } = await fullyPlanned(apart);
    const own = plan.sessions.filter(({ attendees }) =>
      attendees.every(({ group }) => group.includes('.night.')),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const { start } of own) expect(start.slice(11) >= '21:00' || start.slice(11) < '05:00').toBe(true);
    const times = own.map(({ startUtc, endUtc }) => [startUtc, endUtc] as const);
    for (const [i, [start]] of times.entries()) if (i > 0) expect(start >= times[i - 1]![1]).toBe(true);
  });

  it('names the manager: the own one, else that of another shift, else none', async () => {
    const { model } = await fullyPlanned(firm('workshop'));
    const lineOf = linesOf(model);
    const of = (department: string, shift: string) => lineOf({ department, site: 'main', shift });
    expect(of('shop', 'day')).toMatchObject({ shift: 'day', managers: 1 });
    expect(of('shop', 'night')).toMatchObject({ shift: 'day', managers: 1 });
    expect(of('yard', 'day')).toMatchObject({ department: 'yard', managers: 0 });
  });
});
