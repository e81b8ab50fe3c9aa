/**
 * Nobody is told an untrue reason: what stands under `unscheduled` is counted again by the checks of the second opinion,
 * start by start, and what is blamed first is lifted, after which it takes no start away. `CXPLAN_RUNS=300 npx vitest run
 * tests/verify/reasons.test.ts` tries more firms, and `FC_SEED` others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyPlan } from '../../src/verify/verify.ts';
import { filesOf } from './random-change.ts';
import { randomFirm } from './random-firm.ts';
import { expectTruth, plannedFirm } from './truth.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 60);

/** With three modules at most, so that hundreds of firms are planned in a minute. */
function small(text: string): string {
  const firm = JSON.parse(text);
  firm.modules = Object.fromEntries(Object.entries(firm.modules).slice(0, 3));
  return JSON.stringify(firm);
}

describe('any firm, with any weekdays, clocks, holidays and rosters', () => {
  it('is told the truth by `unscheduled`: counted again and lifted', async () => {
    const seen = new Map<string, number>();
    const lifted = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), async (text, roster) => {
        const firm = await plannedFirm(filesOf(small(text), roster));
        fc.pre(firm !== undefined);
        const { blamed, noStart, freed } = expectTruth(firm!);
        if (blamed === undefined) return;
        const key = noStart ? `no start: ${blamed}` : blamed;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (freed !== undefined) lifted.add(blamed);
      }),
      { numRuns: RUNS },
    );
    // Firms that lack nothing show nothing.
    const looked = [...seen.values()].reduce((sum, n) => sum + n, 0);
    expect(looked).toBeGreaterThanOrEqual(Math.floor(RUNS / 8));
    if (process.env.SHOW) console.log(seen, lifted);
    if (RUNS >= 100) expect(lifted.size).toBeGreaterThanOrEqual(4);
  }, 3_600_000);
});

/** One shift of an hour or two on one day, one manager, as many sessions as are asked for. */
const hour = (more: string, heads: number) => `
programme: { name: Hour, starts: 2027-02-22, ends: 2027-04-30, timezone: Europe/London, mantra: One. }
policy: { minutesPerWeek: 600, changeoverMinutes: 0, startEvery: 30 }
departments:
  desk: { maxAway: 100%, shifts: { day: { days: tue, hours: "09:00-10:00", share: 100% } } }
roles:
  clerk: { department: desk, heads: ${heads} }
  head: { department: desk, level: manager, heads: 1 }
themes: { t: { months: [2, 3, 4] } }
facilitators:
  amira: { kind: trainer }
  ben: { kind: trainer }
audiences: { clerks: { roles: [clerk] } }
modules:
${more}`;
const ONCE = 'themes: [t], when: { from: 2027-03-01, by: 2027-03-05 }';

describe('what stands in the way:', () => {
  it.each([
    [
      'person-once',
      hour(
        `  talk: { audience: clerks, format: workshop, room: false, minutes: 60, ${ONCE} }
  letter: { audience: clerks, format: workshop, room: false, minutes: 60, ${ONCE} }`,
        3,
      ),
    ],
    ['leader-once', hour(`  chat: { audience: clerks, format: coaching, minutes: 60, ${ONCE} }`, 2)],
    [
      'host-places',
      hour(
        `  visit: { audience: clerks, format: shadowing, host: { department: night, guests: 5 }, minutes: 60, ${ONCE} }`,
        2,
      ).replace(
        'roles:',
        '  night: { shifts: { n: { days: tue, hours: "20:00-22:00", share: 100% } } }\nroles:\n  guard: { department: night, heads: 2 }',
      ),
    ],
  ])('%s is blamed, and lifted it leaves a start', async (constraint, text) => {
    const firm = await plannedFirm(new Map([['cxplan.yaml', text]]));
    expect(firm!.plan.unscheduled).toHaveLength(1);
    const { blamed, freed } = expectTruth(firm!);
    expect(blamed).toBe(constraint);
    expect(freed).toBeGreaterThan(0);
  });
});

it('joiners at their moments are nobody who could lead: they are not kept apart for it', async () => {
  const text = hour(
    '  hello: { audience: everyone, format: self-paced, minutes: 60, themes: [t], when: { moment: week-1 } }',
    1,
  )
    .replace('heads: 1 }', 'heads: 1, joiners: 40 }')
    .replace('amira: { kind: trainer }', 'amira: { kind: trainer, role: clerk }');
  const firm = await plannedFirm(new Map([['cxplan.yaml', text]]));
  expect(firm!.plan.unscheduled).toEqual([]);
  const atOnce = new Map<string, number>();
  for (const { start, heads } of firm!.plan.sessions) atOnce.set(start, (atOnce.get(start) ?? 0) + heads);
  expect(Math.max(...atOnce.values())).toBeGreaterThan(1);
  expectTruth(firm!);
});

it('where a huddle is not held at their site, no meeting is blamed or proposed', async () => {
  const text = hour(`  talk: { audience: everyone, format: huddle, minutes: 10, sites: [leeds], ${ONCE} }`, 2)
    .replace('departments:', 'sites: { leeds: {}, york: {} }\ndepartments:')
    .replace(
      'desk: {',
      'desk: { site: york, meetings: { m: { day: tue, at: "09:00", minutes: 15, sites: [leeds] } },',
    )
    .replace('level: manager, heads: 1', 'level: manager, heads: { leeds: 1 }');
  const firm = await plannedFirm(new Map([['cxplan.yaml', text]]));
  const [one] = firm!.plan.unscheduled;
  expect(one!.reasons).toMatchObject([{ constraint: 'in-window', cause: 'other-site', detail: 'Leeds' }]);
  expect(one!.relaxations).toEqual([]);
});

it('a window holds on the session’s clock and on that of its people, who are told what it leaves', async () => {
  // Tuesday at nine in India is Monday evening in Chicago.
  const text = (by: string) =>
    hour(
      `  talk: { audience: clerks, format: virtual, led: peer, minutes: 60, when: { from: 2027-03-01, by: ${by} } }`,
      2,
    )
      .replace('Europe/London', 'America/Chicago')
      .replace(
        'departments:',
        'sites: { pune: { timezone: Asia/Kolkata } }\nrooms: { call: { site: online, seats: 9 } }\ndepartments:',
      );
  const late = await plannedFirm(new Map([['cxplan.yaml', text('2027-03-01')]]));
  expect(late!.plan.unscheduled).toMatchObject([
    { reasons: [{ constraint: 'in-window', excluded: 1, of: 1 }] },
  ]);
  expectTruth(late!);
  const wide = await plannedFirm(new Map([['cxplan.yaml', text('2027-03-02')]]));
  expect(wide!.plan.sessions).toMatchObject([{ start: '2027-03-01T21:30' }]);
  const said = verifyPlan(late!.model, wide!.plan).filter(({ constraint }) => constraint === 'in-window');
  expect(said).toHaveLength(1);
  expect(said[0]!.message).toMatch(/2027-03-01 to 2027-03-01: it is 2027-03-02 there/);
});
