/** Joiners whom a partial roster is still to name: seats until somebody takes them, and nobody else moves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { certificatesIn } from '../../src/coverage/measure/certificates.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { type Lived, live } from '../living/year.ts';

const yaml = (joiners: string) => `
programme: { name: Northwind, mantra: One customer at a time., starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/London, people: people.csv }
departments:
  office: { shifts: { day: { days: mon-fri, hours: 09:00-17:00 }, late: { days: mon-fri, hours: 12:00-20:00 } } }
  shop: {}
roles:
  clerk: { department: office, joiners: ${joiners} }
  seller: { department: shop, heads: 6, joiners: 2 }
themes: { care: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  hello: { audience: everyone, minutes: 20, format: self-paced, when: { moment: week-1 }, themes: [care] }
  my-part: { audience: everyone, minutes: 45, format: workshop, led: trainer, room: false, seats: 6, when: { moment: day-60 }, themes: [care] }
  safety: { audience: everyone, minutes: 20, format: self-paced, when: { from: 2027-01-11, by: 2027-01-29 }, themes: [care], validFor: 12 months }
  reading: { audience: everyone, minutes: 20, format: self-paced, when: { every: month }, themes: [care] }
facilitators: { ada: { kind: trainer } }
policy: { groupSize: 6 }
`;

const STAFF = ['a1,clerk,day,', 'a2,clerk,day,', 'a3,clerk,day,', 'a4,clerk,late,', 'a5,clerk,late,'];

const firm = (joiners: string, ...rows: string[]) =>
  new Map([
    ['cxplan.yaml', yaml(joiners)],
    ['people.csv', `id,role,shift,joined\n${[...STAFF, ...rows].join('\n')}\n`],
  ]);

/** Rolls of joiners with who is on them, of those who are there at all. */
const rolls = ({ groups }: Plan, role = 'clerk') =>
  Object.fromEntries(
    groups
      .filter((group) => group.role === role && group.joiners !== false)
      .map(({ id, people, heads }) => [id.slice(role.length + 1), people ?? heads]),
  );

const asked = ({ plan }: Lived, group: string, number: number) =>
  [...plan.sessions, ...plan.unscheduled.map((one) => ({ ...one, attendees: [one], status: 'confirmed' }))]
    .filter(
      ({ status, attendees }) =>
        status === 'confirmed' &&
        attendees.some((one) => one.group === group && one.first <= number && number <= one.last),
    )
    .map(({ module }) => module);

describe('joiners beside a roster', () => {
  it('are the expected ones less those with a row, in their months; other departments count heads', async () => {
    const year = await live(firm('{ 2027-03: 2, 2027-09: 3 }', 'n1,clerk,day,2027-03-08'), '2027-01-03');
    expect(rolls(year.plan)).toEqual({
      'main.day.joiners-2027-03': ['n1'],
      'main.late.joiners-2027-03': [null],
      'main.day.joiners-2027-09': [null, null],
      'main.late.joiners-2027-09': [null],
    });
    expect(rolls(year.plan, 'seller')).toEqual({
      'main.day.joiners-2027-06': 1,
      'main.day.joiners-2027-12': 1,
    });
  });

  it('walk the moments, and who has a row everything after ninety days', async () => {
    const year = await live(firm('{ 2027-03: 2 }', 'n1,clerk,day,2027-03-08'), '2027-01-03');
    const own = asked(year, 'clerk.main.day.joiners-2027-03', 1);
    expect(own.filter((module) => module === 'reading').length).toBeGreaterThan(4);
    expect(asked(year, 'clerk.main.late.joiners-2027-03', 1).sort()).toEqual(['hello', 'my-part']);
  });

  it('are counted by the verifier for itself', async () => {
    const { model, plan } = await live(firm('{ 2027-03: 2, 2027-09: 1 }'), '2027-01-03');
    const said = (groups: Plan['groups']) =>
      verifyPlan(model, { ...plan, groups }).map(({ message }) => message);
    expect(said(plan.groups)).toEqual([]);
    const without = plan.groups.filter(
      ({ id }) => !id.endsWith('joiners-2027-09') || id.startsWith('seller'),
    );
    expect(said(without)).toContain('Clerk: 0 join in 2027-09 without a name, but 1 are expected');
    const more = plan.groups.map((one) =>
      one.id.endsWith('joiners-2027-09') && one.role === 'clerk'
        ? { ...one, heads: 2, people: [null, null], presence: [{ ...one.presence![0]!, last: 2 }] }
        : one,
    );
    expect(said(more)).toContain('Clerk: 2 join in 2027-09 without a name, but 1 are expected');
  });

  it('are nobody who lacks a certificate', async () => {
    const before = await live(firm('{ 2027-01: 4 }'), '2027-01-03');
    const { model, plan } = await live(firm('{ 2027-01: 4 }'), '2027-02-15', before.plan);
    expect(certificatesIn(model, plan).map(({ department, people }) => [department, people])).toContainEqual([
      'office',
      STAFF.length,
    ]);
  });

  it('a name takes the seat, and nobody moves', async () => {
    const before = await live(firm('{ 2027-03: 2, 2027-09: 2 }'), '2027-01-03');
    expect(rolls(before.plan)['main.day.joiners-2027-03']).toEqual([null]);
    const after = await live(
      firm('{ 2027-03: 2, 2027-09: 2 }', 'n1,clerk,day,2027-03-01'),
      '2027-02-01',
      before.plan,
    );
    expect(rolls(after.plan)).toEqual({ ...rolls(before.plan), 'main.day.joiners-2027-03': ['n1'] });
    const places = ({ plan }: Lived) =>
      plan.sessions.map(({ id, start, status }) => `${id} ${start} ${status}`);
    const now = new Set(places(after));
    expect(places(before).filter((place) => !now.has(place))).toEqual([]);
  });

  it('a name in a month where nobody is expected is the first who is still awaited', async () => {
    const year = await live(firm('{ 2027-03: 1, 2027-09: 1 }', 'n1,clerk,day,2027-05-03'), '2027-01-03');
    expect(rolls(year.plan)).toEqual({
      'main.day.joiners-2027-05': ['n1'],
      'main.late.joiners-2027-09': [null],
    });
  });

  it('more names than expected leave no seat', async () => {
    const rows = ['n1,clerk,day,2027-03-01', 'n2,clerk,day,2027-04-01'];
    expect(rolls((await live(firm('1', ...rows), '2027-01-03')).plan)).toEqual({
      'main.day.joiners-2027-03': ['n1'],
      'main.day.joiners-2027-04': ['n2'],
    });
  });

  it('who is expected less during the year is gone, and what was held stands', async () => {
    const before = await live(firm('{ 2027-03: 2, 2027-09: 2 }'), '2027-01-03');
    const during = await live(firm('{ 2027-03: 2, 2027-09: 2 }'), '2027-04-12', before.plan);
    const after = await live(firm('{ 2027-03: 1, 2027-09: 1 }'), '2027-04-13', during.plan);
    const [march] = after.plan.groups.filter(({ id }) => id === 'clerk.main.late.joiners-2027-03');
    expect(march).toMatchObject({ heads: 1, people: [null], presence: [{ until: '2027-04-12' }] });
    expect(rolls(after.plan)['main.day.joiners-2027-03']).toEqual([null]);
    expect(Object.keys(rolls(after.plan)).filter((id) => id.endsWith('-09'))).toHaveLength(1);
    const held = ({ plan }: Lived) => plan.sessions.filter(({ start }) => start < '2027-04-12');
    expect(held(after)).toEqual(held(during));
  });

  it('whatever names and numbers come and go, the plan is as the verifier counts it', {
    timeout: 1_200_000,
  }, async () => {
    const row = fc.record({ shift: fc.constantFrom('day', 'late'), day: fc.integer({ min: 0, max: 340 }) });
    const numbers = fc.oneof(
      fc.integer({ min: 0, max: 6 }).map(String),
      fc
        .dictionary(
          fc.constantFrom('2027-01', '2027-03', '2027-04', '2027-08', '2028-01'),
          fc.integer({ min: 0, max: 3 }),
          {
            minKeys: 1,
          },
        )
        .map(
          (by) =>
            `{ ${Object.entries(by)
              .map(([month, heads]) => `${month}: ${heads}`)
              .join(', ')} }`,
        ),
    );
    const step = fc.record({
      joiners: numbers,
      rows: fc.array(row, { maxLength: 4 }),
      without: fc.nat(),
      days: fc.integer({ min: 0, max: 120 }),
    });
    const steps = fc.array(step, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        let rows: string[] = [];
        let day = toDay('2027-01-03')!;
        let before: Lived | undefined;
        let count = 0;
        for (const { joiners, rows: more, without, days } of changes) {
          rows = rows.filter((_, i) => i !== without % 5);
          for (const one of more)
            rows.push(`n${++count},clerk,${one.shift},${isoDate(toDay('2027-01-04')! + one.day)}`);
          day += before ? days : 0;
          // What it plans is verified, and what was not so an error.
          before = await live(firm(joiners, ...rows), isoDate(day), before?.plan);
        }
      }),
      { numRuns: Number(process.env.CXPLAN_RUNS ?? 12) },
    );
  });
});
