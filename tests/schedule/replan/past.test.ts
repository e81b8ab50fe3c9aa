/** What has been held counts as it was held, whatever its module is by now. */
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { ledBy } from '../../../src/model/made/led-by.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { planned } from '../helpers.ts';

const firm = (
  minutes: number,
) => `programme: { name: Firm, starts: 2027-02-01, ends: 2027-04-30, timezone: Europe/London }
sites: { main: { name: Main } }
departments: { desk: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } } } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 6 } }
themes: { care: { name: Care } }
modules:
  talk: { audience: everyone, minutes: ${minutes}, format: coaching, seats: 6, themes: [care], when: { from: 2027-02-01, by: 2027-02-05 } }
  recap: { audience: everyone, minutes: 15, format: coaching, seats: 6, themes: [care], when: { from: 2027-02-22, by: 2027-03-05 } }
`;

it('an hour that was held is repeated by what follows, although its module is short by now', async () => {
  const { plan } = await planned(firm(60));
  const after = await planned(firm(20), { previous: plan, asOf: '2027-02-08', inputs: 'sha256:1' });
  const unrepeated = ({ score }: typeof plan) => score.terms.find(({ id }) => id === 'reinforce')?.cost;
  expect(unrepeated(plan)).toBe(0);
  expect(unrepeated(after.plan)).toBe(0);
});

const led = (
  hours: string,
  audience: string,
  { name = 'stage', clerks = 2, sellers = 'seller: { department: shop, heads: 2 }, ' } = {},
) => `programme: { name: Firm, starts: 2027-02-01, ends: 2027-03-31, timezone: Europe/London }
departments: { shop: { maxAway: 100% }, office: { maxAway: 100% } }
roles: { ${sellers}clerk: { department: office, heads: ${clerks} } }
rooms: { hall: { site: main, seats: 2 } }
facilitators:
  amira: { kind: trainer${hours} }
  tom: { kind: trainer${hours} }
modules:
  ${name}:
    { audience: { roles: [${audience}] }, format: workshop, minutes: 120, leaders: 2, when: { from: 2027-03-08, by: 2027-03-12 } }
`;

describe.each([
  ['nobody in it is asked for it by now', led('HOURS', 'clerk')],
  ['its people are gone', led('HOURS', 'clerk', { sellers: '' })],
  ['its module is gone', led('HOURS', 'clerk', { name: 'show' })],
  [
    'both are gone, and its people are alone in what is their own',
    led('HOURS', 'clerk', { name: 'show', sellers: '' }),
  ],
])('what was held took its hours of all who led it, though %s', (_, then) => {
  it.each([
    ['hoursPerMonth: 2', 0],
    ['hoursPerWeek: 2', 0],
    ['totalDays: 1', 0],
    ['hoursPerMonth: 4', 1],
  ])('%s', async (hours, count) => {
    const { plan } = await planned(led(`, ${hours}`, 'seller'));
    const [held] = plan.sessions.filter(({ module }) => module === 'stage');
    expect(ledBy(held!)).toEqual(['amira', 'tom']);
    const asOf = isoDate(toDay(held!.start.slice(0, 10))! + 1);
    const workspace = then.replaceAll('HOURS', `, ${hours}`);
    const after = await planned(workspace, { previous: plan, asOf, inputs: 'sha256:1' });
    const others = after.plan.sessions.filter(({ id }) => id !== held!.id);
    expect(others).toHaveLength(count);
    if (count > 0) return;
    // And the verifier says so where somebody plans it in spite of that.
    const free = await planned(workspace.replaceAll(`, ${hours}`, ''), {
      previous: plan,
      asOf,
      inputs: 'sha256:1',
    });
    expect(free.plan.sessions.length).toBe(after.plan.sessions.length + 1);
    const { model } = after;
    expect(verifyPlan(model, free.plan, plan).map(({ constraint }) => constraint)).toContain(
      'facilitator-hours',
    );
  });
});
