/** What has been held counts as it was held, whatever its module is by now. */
import { expect, it } from 'vitest';
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
