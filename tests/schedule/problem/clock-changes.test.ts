/**
 * The nights in which clocks change, by one rule (RFC 5545, 3.3.5): a meeting at a time that is shown twice is held the
 * first time, one at a skipped time as much later as the clocks go forward; hours hold while the clock shows them; and
 * every session lasts its real minutes. The planner and the verifier, written apart, must agree.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan, PlanSession } from '../../../src/model/made/plan.ts';
import { run } from '../../cli/host.ts';
import { scratch } from '../../output/scratch.ts';

interface Night {
  readonly zone: string;
  readonly starts: string;
  readonly ends: string;
  readonly month: number;
  /** Of the meeting and the session that starts first. */
  readonly meeting?: string;
  readonly minutes?: number;
  readonly hours?: string;
  readonly days?: string;
}

function yaml({
  zone,
  starts,
  ends,
  month,
  meeting,
  minutes = 10,
  hours = '22:00-06:00',
  days = 'sat',
}: Night): string {
  const module = meeting
    ? `h: { audience: everyone, format: huddle, minutes: ${minutes}, when: { every: week }, themes: [m] }`
    : `w: { audience: everyone, format: workshop, led: self, minutes: ${minutes}, when: { every: week }, themes: [m], room: false }`;
  return `programme: { name: N, mantra: m., starts: ${starts}, ends: ${ends}, timezone: ${zone} }
departments:
  ward:
    shifts: { night: { days: ${days}, hours: "${hours}" } }
    maxAway: 100%
    ${meeting ? `meetings: { handover: { day: sun, at: "${meeting}", minutes: 15 } }` : ''}
roles: { nurse: { department: ward, heads: 4 } }
themes: { m: { months: [${month}, ${(month % 12) + 1}] } }
modules: { ${module} }
`;
}

/** The plan of a week, found to hold. */
async function planned(night: Night): Promise<readonly PlanSession[]> {
  const folder = scratch();
  writeFileSync(join(folder, 'cxplan.yaml'), yaml(night));
  const made = await run(['generate', folder, '--only', 'json']);
  expect(made.code, made.err).toBe(0);
  const verified = await run(['verify', folder]);
  expect(verified.out + verified.err).not.toMatch(/meeting-slot|in-shift|document|not-closed/);
  expect(verified.code).toBe(0);
  const plan: Plan = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
  return plan.sessions;
}

const times = (sessions: readonly PlanSession[]) => sessions.map(({ start, startUtc }) => [start, startUtc]);

describe('a meeting at a time that the clocks skip is held as much later', () => {
  it.each([
    ['Europe/Berlin', '2027-03-22', '2027-03-28', 3, '02:00', '2027-03-28T03:00', '2027-03-28T01:00:00Z'],
    ['Europe/Berlin', '2027-03-22', '2027-03-28', 3, '02:30', '2027-03-28T03:30', '2027-03-28T01:30:00Z'],
    ['America/New_York', '2027-03-08', '2027-03-14', 3, '02:00', '2027-03-14T03:00', '2027-03-14T07:00:00Z'],
    ['Australia/Sydney', '2027-09-27', '2027-10-03', 9, '02:00', '2027-10-03T03:00', '2027-10-02T16:00:00Z'],
    [
      'Australia/Lord_Howe',
      '2027-09-27',
      '2027-10-03',
      9,
      '02:10',
      '2027-10-03T02:40',
      '2027-10-02T15:40:00Z',
    ],
    ['America/Santiago', '2027-08-30', '2027-09-05', 9, '00:00', '2027-09-05T01:00', '2027-09-05T04:00:00Z'],
    ['Antarctica/Troll', '2027-03-22', '2027-03-28', 3, '01:30', '2027-03-28T03:30', '2027-03-28T01:30:00Z'],
  ])('%s %s–%s, meeting at %s %s: %s', async (zone, starts, ends, month, meeting, start, utc) => {
    expect(times(await planned({ zone, starts, ends, month, meeting }))).toEqual([[start, utc]]);
  });
});

describe('a meeting at a time that the clocks show twice is held the first time', () => {
  it.each([
    ['Europe/Berlin', '2027-10-25', '2027-10-31', 10, '02:00', '2027-10-31T02:00', '2027-10-31T00:00:00Z'],
    ['America/New_York', '2027-11-01', '2027-11-07', 11, '01:30', '2027-11-07T01:30', '2027-11-07T05:30:00Z'],
    [
      'Australia/Lord_Howe',
      '2027-03-29',
      '2027-04-04',
      3,
      '01:30',
      '2027-04-04T01:30',
      '2027-04-03T14:30:00Z',
    ],
    ['Antarctica/Troll', '2027-10-25', '2027-10-31', 10, '02:00', '2027-10-31T02:00', '2027-10-31T00:00:00Z'],
  ])('%s %s–%s, meeting at %s %s: %s', async (zone, starts, ends, month, meeting, start, utc) => {
    expect(times(await planned({ zone, starts, ends, month, meeting }))).toEqual([[start, utc]]);
  });
});

describe('a session across a change of clocks', () => {
  it('lasts its real minutes: a shift of eight hours has seven in spring, nine in autumn', async () => {
    const spring = { zone: 'Europe/Berlin', starts: '2027-03-22', ends: '2027-03-28', month: 3 };
    expect(await planned({ ...spring, minutes: 450 })).toEqual([]);
    const [short] = await planned({ ...spring, minutes: 420 });
    expect(short).toMatchObject({
      start: '2027-03-27T22:00',
      end: '2027-03-28T06:00',
      startUtc: '2027-03-27T21:00:00Z',
      endUtc: '2027-03-28T04:00:00Z',
      minutes: 420,
    });
    const autumn = { zone: 'Europe/Berlin', starts: '2027-10-25', ends: '2027-10-31', month: 10 };
    const [long] = await planned({ ...autumn, minutes: 480 });
    expect(Date.parse(long!.endUtc) - Date.parse(long!.startUtc)).toBe(480 * 60_000);
  });

  it('never starts the second time that a clock shows', async () => {
    const night = { zone: 'Europe/Berlin', starts: '2027-10-25', ends: '2027-10-31', month: 10, minutes: 30 };
    const [session] = await planned({ ...night, days: 'sun', hours: '02:00-03:00' });
    expect(session!.startUtc < '2027-10-31T01:00:00Z').toBe(true);
  });
});
