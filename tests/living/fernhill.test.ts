/**
 * What a planner does to a year of a thousand people: behind `npm run check:long`, as each plan takes seconds.
 * `CXPLAN_RUNS=300 npx vitest run tests/living/fernhill.test.ts`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { toDay } from '../../src/calendar/date.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { filesIn } from '../bench/files.ts';
import { Fernhill } from './fernhill.ts';
import { firstDay, leastShift } from './nearest.ts';
import { live } from './year.ts';

const isLong = Number(process.env.CXPLAN_RUNS ?? 0) >= 100;
const TODAY = '2027-01-18';
/** The first day after the notice. */
const FREE = '2027-02-01';

const placeOf = ({ start, room, facilitator, attendees }: PlanSession) =>
  JSON.stringify([start, room, facilitator, attendees]);

/** Ids of the confirmed sessions that are not as they were, new and cancelled ones among them. */
function changedIn(before: Plan, after: Plan): string[] {
  const confirmed = ({ sessions }: Plan) =>
    new Map(sessions.filter(({ status }) => status === 'confirmed').map((one) => [one.id, placeOf(one)]));
  const [old, now] = [confirmed(before), confirmed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id)).sort();
}

describe.runIf(isLong)('forty pins on fernhill', () => {
  it('are kept, or refused with the constraint and starts that would do; diff names who gave way', async () => {
    const firm = new Fernhill();
    await firm.plan('--as-of', '2027-01-03', '--only', 'json');
    let plan = await firm.plan('--as-of', TODAY, '--only', 'json');
    const old = join(firm.folder, 'old.json');
    const open = plan.sessions.filter(({ start, status }) => start >= FREE && status === 'confirmed');
    const counts = { kept: 0, refused: 0, neighbours: 0 };
    for (let n = 0; n < 40; n++) {
      writeFileSync(old, firm.file('plan/plan.json'));
      const id = open[Math.floor(((n + 0.5) * open.length) / 40)]!.id;
      const session = plan.sessions.find((one) => one.id === id)!;
      if (n % 4 === 3) {
        const { code, err } = await firm.run('pin', id, ...impossible(session, n));
        expect([id, code]).toEqual([id, 1]);
        expect(err).toMatch(/pin-impossible: .* \([a-z-]+\)/);
        expect(err).toMatch(/the nearest that would do: 2027-|no start of its window would do/);
        const [, nearest] = /would do: ([\d-]+ [\d:]+)/.exec(err) ?? [];
        if (nearest !== undefined) {
          expect((await firm.run('pin', id, '--at', nearest)).code).toBe(0);
          expect((await firm.run('unpin', id)).code).toBe(0);
        }
        counts.refused++;
        continue;
      }
      const wish = await wishOf(firm, plan, session, n);
      expect(await firm.run('pin', id, ...wish)).toMatchObject({ code: 0, err: '' });
      const next = await firm.plan('--only', 'json');
      const now = next.sessions.find((one) => one.id === id)!;
      for (const [flag, key] of [
        ['--at', 'start'],
        ['--facilitator', 'facilitator'],
        ['--room', 'room'],
      ] as const) {
        const at = wish.indexOf(flag);
        if (at >= 0) expect([id, now[key]]).toEqual([id, wish[at + 1]]);
      }
      expect(now.why.some((line) => line.startsWith('pins['))).toBe(true);
      const told = await firm.run('diff', old, 'plan/plan.json', '--format', 'json');
      const named = JSON.parse(told.out)
        .sessions.map((one: { id: string }) => one.id)
        .sort();
      expect(named).toEqual(changedIn(plan, next));
      counts.kept++;
      counts.neighbours += named.length - 1;
      plan = next;
    }
    console.log(JSON.stringify(counts));
    expect(counts).toMatchObject({ kept: 30, refused: 10 });
    expect(counts.neighbours).toBeGreaterThan(0);
    expect((await firm.run('verify', '--previous', old)).out).not.toContain('error');
  });
});

/** What no plan can give: the night, a Sunday, long before or after its window, somebody who does not lead it. */
function impossible({ start, format }: PlanSession, n: number): string[] {
  const day = start.slice(0, 10);
  const wishes = [
    ['--at', `${day}T02:00`],
    ['--at', `${start < '2027-07' ? '2027-12-13' : '2027-02-08'}T10:00`],
    ['--at', `${day}T${format === 'huddle' ? '05' : '23'}:30`],
    ['--at', '2027-12-12T19:45'],
  ];
  return wishes[Math.floor(n / 4) % wishes.length]!;
}

/** Another time that is free, the very time and trainer (or room) of another session, or just as it is. */
async function wishOf(firm: Fernhill, plan: Plan, session: PlanSession, n: number): Promise<string[]> {
  const other = plan.sessions.find(
    (one) =>
      one.id !== session.id &&
      one.status === 'confirmed' &&
      one.module === session.module &&
      one.occurrence === session.occurrence &&
      one.facilitator !== null &&
      one.site === session.site &&
      one.start >= FREE &&
      one.start !== session.start,
  );
  if (n % 2 === 0 && other) {
    const wish = [
      '--at',
      other.start,
      '--facilitator',
      other.facilitator!,
      ...(other.room === null ? [] : ['--room', other.room]),
    ];
    const { code } = await firm.run('pin', session.id, ...wish);
    if (code === 0) return wish;
  }
  const { out } = await firm.run('when', session.id, '--json');
  const free = JSON.parse(out || '{"starts":[]}').starts.find(
    ({ start }: { start: string }) => start !== session.start,
  );
  return free ? ['--at', free.start] : ['--keep'];
}

describe.runIf(isLong)('a trainer of fernhill who is away for two weeks in March', () => {
  it('moves nothing beyond the next three weeks where it could be held in them, nor into the notice', async () => {
    const files = filesIn('examples/fernhill');
    const { facilitators } = parse(files.get('facilitators.yaml')!) as Facilitators;
    const first = await live(files, '2027-01-03', undefined, { dated: true });
    const leads = (id: string) =>
      first.plan.sessions.filter(
        ({ facilitator, start }) => facilitator === id && start >= '2027-03-01' && start < '2027-03-15',
      );
    const counts = { trainers: 0, displaced: 0, moved: 0, late: 0, farthest: 0, 'left out': 0 };
    for (const id of Object.keys(facilitators).filter((one) => leads(one).length > 0)) {
      const absent = structuredClone(facilitators);
      absent[id]!.away = [...(absent[id]!.away ?? []), { from: '2027-03-01', to: '2027-03-14' }];
      const changed = new Map(files).set('facilitators.yaml', stringify({ facilitators: absent }));
      // The verifier, which `live` asks, has nothing new in the notice period.
      const { model, plan } = await live(changed, TODAY, first.plan);
      counts.trainers++;
      counts.displaced += leads(id).length;
      counts['left out'] += plan.score.unplaced;
      for (const before of first.plan.sessions) {
        const after = plan.sessions.find((one) => one.id === before.id);
        if (!after || after.status === 'cancelled' || after.start === before.start) continue;
        counts.moved++;
        const day = toDay(after.start.slice(0, 10))!;
        counts.farthest = Math.max(counts.farthest, day - toDay('2027-03-14')!);
        if (day <= toDay('2027-03-14')! + 21) continue;
        counts.late++;
        const [was, away] = [
          toDay(before.start.slice(0, 10))!,
          Math.abs(day - toDay(before.start.slice(0, 10))!),
        ];
        expect([id, before.id, was, leastShift(model, plan, before, after, firstDay(model, TODAY))]).toEqual([
          id,
          before.id,
          was,
          away,
        ]);
      }
    }
    console.log(JSON.stringify(counts));
    expect(counts.trainers).toBeGreaterThan(2);
    expect(counts['left out']).toBe(0);
  }, 3_600_000);
});

type Facilitators = { readonly facilitators: Record<string, { away?: object[] }> };
