/** The second opinion on presence: what a planner who errs would write is found. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { firm, planned } from '../schedule/helpers.ts';

const TEXT = `
programme: { name: N, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/Berlin, people: hr.csv }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d } }
themes: { mission: { months: [1] } }
modules:
  talk: { audience: everyone, format: self-paced, minutes: 20, when: { every: quarter }, themes: [mission] }
`;
const ROWS = `id,role,joined,left
ann,r,,2027-06-30
bea,r,,
cem,r,2027-02-01,
`;

// biome-ignore lint/suspicious/noExplicitAny: edits that types forbid are what is tried
type Change = (plan: any) => void;

async function found(change: Change): Promise<string> {
  const model: Model = await firm(TEXT, { 'hr.csv': ROWS });
  const { plan } = await planned(model);
  expect(verifyPlan(model, plan)).toEqual([]);
  const copy = JSON.parse(JSON.stringify(plan));
  change(copy);
  return verifyPlan(model, copy)
    .map(({ constraint, message }) => `${constraint}: ${message}`)
    .join('\n');
}

describe('the second opinion', () => {
  it('finds a seat after somebody left', async () => {
    const text = await found((plan) => {
      const group = plan.groups.find(({ id }: { id: string }) => id === 'r.main.day.1');
      const late = plan.sessions.filter(({ start }: { start: string }) => start > '2027-07').at(-1);
      expect(group.people).toEqual(['ann', 'bea']);
      late.attendees = [{ group: 'r.main.day.1', first: 1, last: 2 }];
    });
    expect(text).toMatch(
      /presence: "talk" on .* seats member 1 of group r.main.day.1, who are there until 2027-06-30/i,
    );
  });

  it('finds that somebody was asked for more, or less, than their time', async () => {
    const text = await found((plan) => {
      plan.groups.find(({ id }: { id: string }) => id === 'r.main.day.1').presence = [];
    });
    expect(text).toMatch(/somebody of the roster \(r.main.day\) is on no number for the time/);
    expect(text).toMatch(/group r.main.day.1 seats somebody whom the roster does not have there/);
    expect(text).toMatch(/"Talk" \(q4\), group r.main.day.1: member 1 is in no session/);
  });

  it('finds somebody who is on no number, or on two', async () => {
    const text = await found((plan) => {
      plan.groups.find(({ id }: { id: string }) => id === 'r.main.day.1').people[1] = 'ann';
    });
    expect(text).toMatch(/seats somebody whom the roster does not have there/);
    expect(text).toMatch(/somebody of the roster \(r.main.day\) is on no number/);
    expect(text).not.toMatch(/\bbea\b/);
  });
});

it('people whose numbers in their roll are apart are told each their own reasons', async () => {
  // Bea has left: Ann and Cem are numbers 1 and 3. One of them is coached in the week of the talk.
  const text = `
programme: { name: N, starts: 2027-01-04, ends: 2027-03-26, timezone: Europe/Berlin, people: hr.csv }
policy: { minutesPerWeek: 60 }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d } }
facilitators:
  coach: { kind: trainer, hoursPerWeek: 1 }
  guest: { kind: external, away: [{ from: 2027-02-01, to: 2027-02-05 }] }
modules:
  coaching: { audience: everyone, format: coaching, led: trainer, minutes: 60, when: { from: 2027-02-01, by: 2027-02-12 } }
  talk: { audience: everyone, format: talk, led: external, room: false, minutes: 60, when: { from: 2027-02-01, by: 2027-02-05 } }
`;
  const rows = 'id,role,joined,left\nann,r,,\nbea,r,,2027-01-15\ncem,r,,\n';
  const { plan } = await planned(await firm(text, { 'hr.csv': rows }));
  const told = plan.unscheduled.map(({ module, first, last, reasons }) => ({
    module,
    seats: [first, last],
    full: reasons.some(({ constraint }) => constraint === 'load'),
  }));
  const week = (start: string) => (start < '2027-02-08' ? 1 : 2);
  const coached = new Map(plan.sessions.map(({ start, attendees }) => [attendees[0]!.first, week(start)]));
  expect([...coached.values()].sort()).toEqual([1, 2]);
  expect(told).toEqual(
    [1, 3].map((seat) => ({ module: 'talk', seats: [seat, seat], full: coached.get(seat) === 1 })),
  );
});
