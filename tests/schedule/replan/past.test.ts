/** What has been held counts as it was held, whatever its module is by now. */
import { expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { ledBy } from '../../../src/model/made/led-by.ts';
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
) => `programme: { name: Firm, starts: 2027-02-01, ends: 2027-03-31, timezone: Europe/London }
departments: { shop: { maxAway: 100% }, office: { maxAway: 100% } }
roles: { seller: { department: shop, heads: 2 }, clerk: { department: office, heads: 2 } }
rooms: { hall: { site: main, seats: 2 } }
facilitators:
  amira: { kind: trainer${hours} }
  tom: { kind: trainer${hours} }
modules:
  stage:
    { audience: { roles: [${audience}] }, format: workshop, minutes: 120, leaders: 2, when: { from: 2027-03-08, by: 2027-03-12 } }
`;

it.each([
  ['hoursPerMonth: 2', 1],
  ['hoursPerWeek: 2', 1],
  ['totalDays: 1', 1],
  ['hoursPerMonth: 4', 2],
])('what was held took %s of all who led it, with nobody in it asked for it by now', async (hours, count) => {
  const { plan } = await planned(led(`, ${hours}`, 'seller'));
  const [held] = plan.sessions.filter(({ module }) => module === 'stage');
  expect(ledBy(held!)).toEqual(['amira', 'tom']);
  const asOf = isoDate(toDay(held!.start.slice(0, 10))! + 1);
  const after = await planned(led(`, ${hours}`, 'clerk'), { previous: plan, asOf, inputs: 'sha256:1' });
  expect(after.plan.sessions.filter(({ module }) => module === 'stage')).toHaveLength(count);
});
