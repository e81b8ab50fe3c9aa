/** What must move goes to the nearest day after its notice, and nothing comes into the notice period that could wait. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Plan, PlanSession } from '../../../src/model/made/plan.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { fullyPlanned, planned, programme } from '../helpers.ts';

interface Ward {
  readonly heads?: number;
  /** First and last day of w1. */
  readonly w1?: readonly [string, string];
  readonly ann?: string;
  readonly room?: string;
}

const ward = ({
  heads = 48,
  w1 = ['2027-01-11', '2027-06-30'],
  ann = '',
  room = '',
}: Ward) => `programme: { name: Notice, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments: { ward: { maxAway: 50% } }
rooms: { r: { site: main, seats: 8${room === '' ? '' : `, closed: [${room}]`} } }
roles: { nurse: { department: ward, heads: ${heads}, customerFacing: true } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  w1: { audience: everyone, format: workshop, minutes: 60, seats: 8, when: { from: ${w1[0]}, by: ${w1[1]} }, themes: [m] }
  w2: { audience: everyone, format: workshop, minutes: 60, seats: 8, when: { from: 2027-01-11, by: 2027-06-30 }, themes: [m], after: [{ module: w1, atLeastDays: 7 }] }
facilitators: { ann: { kind: trainer${ann === '' ? '' : `, away: [${ann}]`} } }
`;

const dayOf = ({ start }: Pick<PlanSession, 'start'>): number => toDay(start.slice(0, 10))!;

/** Sessions that are at another time now, and by how many days. */
function shifts(before: Plan, after: Plan): { readonly session: PlanSession; readonly days: number }[] {
  const old = new Map(before.sessions.map((session) => [session.id, session]));
  return after.sessions.flatMap((session) => {
    const was = old.get(session.id);
    if (!was || session.status === 'cancelled' || was.start === session.start) return [];
    return [{ session, days: dayOf(session) - dayOf(was) }];
  });
}

describe('what must move', () => {
  it('goes to the last day of its window, where that has come nearer', async () => {
    const { plan } = await fullyPlanned(ward({}));
    const late = plan.sessions.filter(({ module, start }) => module === 'w1' && start > '2027-03-11');
    expect(late.length).toBeGreaterThan(0);
    const changed = ward({ w1: ['2027-01-11', '2027-03-10'] });
    const after = await fullyPlanned(changed, { previous: plan, asOf: '2027-02-16', inputs: 'sha256:1' });
    const moved = shifts(plan, after.plan).filter(({ session }) => session.module === 'w1');
    expect(moved.map(({ session }) => session.start.slice(0, 10))).toEqual(late.map(() => '2027-03-10'));
  });

  it('goes to the nearest day on which its trainer is there', async () => {
    const { plan } = await fullyPlanned(ward({}));
    const away = { from: '2027-03-29', to: '2027-04-11' };
    const hit = plan.sessions.filter(({ start }) => start >= away.from && start < '2027-04-12');
    expect(hit.length).toBeGreaterThan(0);
    const changed = ward({ ann: `{ from: ${away.from}, to: ${away.to} }` });
    const how = { previous: plan, asOf: '2027-02-15', inputs: 'sha256:1' };
    const moved = shifts(plan, (await fullyPlanned(changed, how)).plan);
    expect(moved.map(({ session }) => session.id)).toEqual(hit.map(({ id }) => id));
    const days = moved.map(({ session }) => session.start.slice(0, 10));
    // Friday before, or Monday after.
    const nearest = hit.map((one) => (dayOf(one) <= toDay('2027-04-03')! ? '2027-03-26' : '2027-04-12'));
    expect(days).toEqual(nearest);
  });

  it('is not hurried for what is for later itself, as nothing follows on it any more', async () => {
    const chain = (
      hours: string,
    ) => `programme: { name: Chain, starts: 2027-03-01, ends: 2027-04-30, timezone: Europe/London }
departments: { desk: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: ${hours} } } } }
roles: { agent: { department: desk, heads: 2 } }
modules:
  first: { audience: everyone, format: self-paced, minutes: 30, parts: 2, when: { from: 2027-03-15, by: 2027-04-16 } }
  last:
    { audience: everyone, format: self-paced, minutes: 30, hours: 09:00-13:00, when: { from: 2027-03-15, by: 2027-03-26 }, after: [{ module: first, atLeastDays: 3 }] }
`;
    const { plan } = await fullyPlanned(chain('09:00-13:00'));
    expect(plan.sessions.every(({ start }) => start < '2027-03-28')).toBe(true);
    const how = { previous: plan, asOf: '2027-03-14', inputs: 'sha256:1' };
    const after = await planned(chain('14:00-18:00'), how);
    const held = after.plan.sessions.filter(({ status }) => status === 'confirmed');
    expect(held.map(({ module, start }) => [module, start >= '2027-03-28'])).toEqual([
      ['first', true],
      ['first', true],
    ]);
  });

  it('is seldom further from its old day than it must be, and never new in the notice period', async () => {
    const change = fc.record({
      heads: fc.integer({ min: 20, max: 60 }),
      asOf: fc.constantFrom('2027-01-25', '2027-02-15', '2027-03-08'),
      from: fc.integer({ min: 20, max: 90 }),
      length: fc.integer({ min: 2, max: 20 }),
      what: fc.constantFrom('ann' as const, 'room' as const),
      seed: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ heads, asOf, from, length, what, seed }) => {
        const { plan } = await fullyPlanned(ward({ heads }), { seed });
        const first = toDay('2027-01-11')! + from;
        const closed = `{ from: ${isoDate(first)}, to: ${isoDate(first + length)} }`;
        const how = { previous: plan, asOf, inputs: 'sha256:1', seed };
        // `planned` has the verifier tell of whatever is new in the notice period.
        const after = await planned(ward({ heads, [what]: closed }), how);
        const moved = shifts(plan, after.plan);
        const least = moved.map(({ session, days }) => {
          const then = dayOf(session) - days;
          return leastShift(session, then, after.plan, toDay(asOf)! + 14, [first, first + length]);
        });
        const ours = moved.map(({ days }) => Math.abs(days));
        expect(median(ours)).toBeLessThanOrEqual(1.5 * median(least));
      }),
      { numRuns: Number(process.env.CXPLAN_RUNS ?? 12) },
    );
  });
});

/** Days to the nearest one on which a session could be, if all others stay where they are now; found by asking every day. */
function leastShift(
  session: PlanSession,
  then: number,
  plan: Plan,
  noticed: number,
  closed: readonly [number, number],
): number {
  const members = (one: PlanSession) =>
    one.attendees.flatMap(({ group, first, last }) =>
      Array.from({ length: last - first + 1 }, (_, i) => `${group} ${first + i}`),
    );
  const own = new Set(members(session));
  const others = plan.sessions.filter((one) => members(one).some((member) => own.has(member)));
  const before = others.filter(({ module }) => session.module === 'w2' && module === 'w1').map(dayOf);
  const after = others.filter(({ module }) => session.module === 'w1' && module === 'w2').map(dayOf);
  let least = Number.POSITIVE_INFINITY;
  for (let day = noticed; day <= toDay('2027-06-30')!; day++) {
    const weekend = (((day + 3) % 7) + 7) % 7 > 4;
    const shut = day >= closed[0] && day <= closed[1];
    if (weekend || shut || before.some((one) => day - one < 7) || after.some((one) => one - day < 7))
      continue;
    least = Math.min(least, Math.abs(day - then));
  }
  return least;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('the notice period', () => {
  it('takes in what cannot wait, and says so', async () => {
    const short = (heads: number) => ward({ heads, w1: ['2027-02-15', '2027-02-26'] });
    const { plan } = await fullyPlanned(short(8));
    const how = { previous: plan, asOf: '2027-02-15', inputs: 'sha256:1' };
    const after = await fullyPlanned(short(16), how);
    const fresh = after.plan.sessions.filter(
      ({ id, module }) => module === 'w1' && !plan.sessions.some((old) => old.id === id),
    );
    expect(fresh.length).toBeGreaterThan(0);
    for (const { why } of fresh)
      expect(why.at(-1)).toBe('Within the 14 days of notice: its window leaves no later day.');
  });

  it('leaves people out for whom there is room in it alone, and gives that as the reason', async () => {
    // Ann's last free day before the summer lies in it.
    const { plan } = await fullyPlanned(ward({ heads: 8 }));
    const away = '{ from: 2027-03-02, to: 2027-06-30 }';
    const asOf = '2027-02-16';
    const after = await planned(ward({ heads: 16, ann: away }), { previous: plan, asOf, inputs: 'sha256:1' });
    const reasons = after.schedule.unplaced.flatMap(({ reasons }) =>
      reasons.map(({ constraint }) => constraint),
    );
    expect(reasons).toContain('frozen');
    const near = after.plan.sessions.filter((one) => one.start >= asOf && one.start < '2027-03-02');
    expect(near.every(({ id }) => plan.sessions.some((old) => old.id === id))).toBe(true);
  });

  it('takes in what must come before something that stands there: one thing moves, not two', async () => {
    const desk = (closed: string) => `${programme('', '2027-02-01', '2027-06-30')}
sites: { main: { closed: [${closed}] } }
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer } }
modules:
  read: { audience: everyone, minutes: 20, format: self-paced, when: { from: 2027-02-22, by: 2027-06-30 } }
  try: { audience: everyone, minutes: 60, format: workshop, seats: 6, when: { from: 2027-02-26, by: 2027-02-26 }, after: [read] }
`;
    const { plan } = await fullyPlanned(desk(''));
    const [read] = plan.sessions;
    const day = read!.start.slice(0, 10);
    const how = { previous: plan, asOf: '2027-02-15', inputs: 'sha256:1' };
    const after = await fullyPlanned(desk(`{ from: ${day}, to: ${day} }`), how);
    expect(shifts(plan, after.plan).map(({ session }) => session.module)).toEqual(['read']);
    const moved = after.plan.sessions.find(({ module }) => module === 'read')!;
    expect(moved.start < '2027-02-26').toBe(true);
    expect(moved.why).toContain('Within the 14 days of notice: what follows on it stands soon after.');
  });

  it('is looked after by the verifier: a session that was moved into it by hand is told', async () => {
    const { model, plan, schedule } = await fullyPlanned(ward({}));
    const late = schedule.sessions.find(
      ({ module, start }) => module === 'w1' && start > toDay('2027-03-11')! * 1440,
    )!;
    const moved = { ...late, start: toDay('2027-02-24')! * 1440 + 600 };
    const sessions = schedule.sessions.map((one) => (one === late ? moved : one));
    const asOf = '2027-02-16';
    const options = {
      tool: 'x',
      inputs: 'sha256:1',
      seed: 1,
      effort: 'normal',
      asOf,
      previous: plan,
    } as const;
    const forged = makePlan(model, makeDemand(model), { ...schedule, sessions }, options);
    const found = verifyPlan(model, forged, plan).filter(({ constraint }) => constraint === 'frozen');
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('within 14 days of 2027-02-16, though it could be held later'),
    ]);
  });
});
