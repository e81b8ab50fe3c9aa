/** A day that is named is that of the session, online too: whoever lives far away may have another date by then. */
import { expect, it } from 'vitest';
import { planned } from '../helpers.ts';

const firm = (
  when: string,
) => `programme: { name: Far, starts: 2027-03-01, ends: 2027-03-31, timezone: Europe/London }
sites: { london: { name: London }, oahu: { name: Oahu, timezone: Pacific/Honolulu } }
departments: { desk: { maxAway: 100%, shifts: { late: { days: mon-sun, hours: 14:00-22:00 } } } }
roles: { agent: { department: desk, heads: { london: 3, oahu: 3 } } }
rooms: { call: { site: online, seats: 9 } }
facilitators: { ann: { kind: trainer, works: [{ days: mon-sun, hours: 00:00-24:00 }] } }
modules:
  news: { audience: { sites: [oahu] }, format: virtual, led: trainer, minutes: 30, when: ${when} }
`;

it.each([
  ['a date', '{ date: 2027-03-04 }'],
  ['a date and an hour', '{ date: 2027-03-04, at: "03:00" }'],
  ['dates that are offered', '{ dates: [{ date: 2027-03-04, at: "03:00" }] }'],
])('%s', async (_, when) => {
  const { plan } = await planned(firm(when));
  const [session] = plan.sessions;
  expect(plan.unscheduled).toEqual([]);
  // On Oahu it is the afternoon of the third.
  expect(session!.start.slice(0, 10)).toBe('2027-03-04');
  expect(session!.startUtc < '2027-03-04T08:00').toBe(true);
  const again = await planned(firm(when), { previous: plan, asOf: '2027-02-28', inputs: 'sha256:1' });
  expect(again.plan.sessions.map(({ start }) => start)).toEqual(plan.sessions.map(({ start }) => start));
});

it('a window holds on both clocks', async () => {
  const { plan } = await planned(firm('{ from: 2027-03-04, by: 2027-03-04 }'));
  expect(plan.sessions).toEqual([]);
  expect(plan.unscheduled).toHaveLength(1);
});

it('nobody is asked before the programme, by their own clock', async () => {
  expect((await planned(firm('{ date: 2027-03-01 }'))).plan.sessions).toEqual([]);
});
