/** People who come from other sites, and a room that goes round, beside their exact optimum (HiGHS). */
import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../../../src/schedule/construct/random.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import type { Program } from '../../bench/exact/program.ts';
import { solve } from '../../bench/exact/solve.ts';
import { planned } from '../helpers.ts';

const HOURS = Array.from({ length: 9 }, (_, i) => 8 + i);
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** The most that a sum of binaries can come to. */
async function mostOf(names: readonly string[], rows: readonly string[]): Promise<number> {
  if (names.length === 0) return 0;
  const lines = rows.map((row, i) => ` c${i}: ${row}`).join('\n');
  const gain = names.map((name) => `- ${name}`).join(' ');
  const all = new Set([...names, ...rows.flatMap((row) => row.match(/[xy]\w+/g) ?? [])]);
  const text = `Minimize\n obj: ${gain}\nSubject To\n${lines}\nBinary\n ${[...all].join(' ')}\nEnd\n`;
  const { proved, chosen } = await solve({ text: () => text } as Program, 0, 20, new Map([[names[0]!, 0]]));
  expect(proved).toBe(true);
  return names.filter((name) => chosen!(name)).length;
}

const sum = (names: readonly string[]) => names.join(' + ');

interface Depot {
  readonly from: number;
  readonly to: number;
  readonly heads: number;
  readonly away: number;
  /** Minutes to head office. */
  readonly way: number;
}

function depots(random: Random): Depot[] {
  return Array.from({ length: 2 }, () => {
    const from = 8 + random(3);
    return { from, to: from + 4 + random(3), heads: 2 + random(3), away: 1 + random(2), way: 30 * random(4) };
  });
}

/** One day: a practice at head office that a trainer leads, and a talk at each depot. */
function comingText(all: readonly Depot[], seats: number, opens: number, closes: number): string {
  return `programme: { name: Day, starts: 2027-02-01, ends: 2027-02-01, timezone: UTC }
policy: { startEvery: 60, groupSize: 1, edges: { start: 0, end: 0 }, minutesPerWeek: 600 }
sites:
  hq: {}
${all.map(({ way }, d) => `  s${d}: { travel: { hq: ${way} } }`).join('\n')}
departments:
${all.map(({ from, to, away }, d) => `  d${d}: { site: s${d}, maxAway: ${away === 1 ? '1 person' : `${away} people`}, shifts: { own: { days: mon, hours: ${clock(from)}-${clock(to)} } } }`).join('\n')}
roles:
${all.map(({ heads }, d) => `  r${d}: { department: d${d}, heads: ${heads} }`).join('\n')}
facilitators: { ann: { kind: trainer, days: mon, hours: ${clock(opens)}-${clock(closes)}, sites: [hq] } }
modules:
  practice: { audience: everyone, format: workshop, room: false, minutes: 60, seats: ${seats}, at: hq, when: { date: 2027-02-01 } }
  talk: { audience: everyone, format: event, minutes: 60, when: { date: 2027-02-01 } }
`;
}

/** Each person takes each at most once, with the way between; of each depot only so many are gone at any time. */
async function mostComing(
  all: readonly Depot[],
  seats: number,
  opens: number,
  closes: number,
): Promise<number> {
  const names: string[] = [];
  const rows: string[] = [];
  const taught = new Map<number, string[]>();
  all.forEach(({ from, to, heads, away, way }, d) => {
    const gone = new Map<number, string[]>();
    for (let p = 0; p < heads; p++) {
      const own: { name: string; leaves: number; back: number }[] = [];
      for (const hour of HOURS) {
        for (const [module, trip] of [
          ['a', way],
          ['b', 0],
        ] as const) {
          const [leaves, back] = [60 * hour - trip, 60 * hour + 60 + trip];
          if (leaves < 60 * from || back > 60 * to) continue;
          if (module === 'a' && (hour < opens || hour >= closes)) continue;
          const name = `x${module}${d}_${p}_${hour}`;
          own.push({ name, leaves, back });
          if (module === 'a') taught.set(hour, [...(taught.get(hour) ?? []), name]);
          for (let at = leaves; at < back; at += 30) gone.set(at, [...(gone.get(at) ?? []), name]);
        }
      }
      names.push(...own.map(({ name }) => name));
      for (const module of ['a', 'b']) {
        const once = own.filter(({ name }) => name[1] === module).map(({ name }) => name);
        if (once.length > 1) rows.push(`${sum(once)} <= 1`);
      }
      for (const a of own)
        for (const b of own)
          if (a.name < b.name && a.leaves < b.back && b.leaves < a.back)
            rows.push(`${a.name} + ${b.name} <= 1`);
    }
    for (const list of gone.values()) rows.push(`${sum(list)} <= ${away}`);
  });
  for (const list of taught.values()) rows.push(`${sum(list)} <= ${seats}`);
  return mostOf(names, rows);
}

/** A van of a few seats that goes to depots whose people are there at some hours. */
function vanText(all: readonly Depot[], seats: number, minutes: number): string {
  return `programme: { name: Day, starts: 2027-02-01, ends: 2027-02-01, timezone: UTC }
policy: { startEvery: 60, groupSize: 1, edges: { start: 0, end: 0 } }
sites: { ${all.map((_, d) => `s${d}: {}`).join(', ')} }
departments:
${all.map(({ from, to }, d) => `  d${d}: { site: s${d}, maxAway: 100%, shifts: { own: { days: mon, hours: ${clock(from)}-${clock(to)} } } }`).join('\n')}
roles:
${all.map(({ heads }, d) => `  r${d}: { department: d${d}, heads: ${heads} }`).join('\n')}
rooms: { van: { sites: [${all.map((_, d) => `s${d}`).join(', ')}], seats: ${seats}, travelMinutes: ${minutes} } }
modules: { practice: { audience: everyone, format: event, room: van, minutes: 60, when: { date: 2027-02-01 } } }
`;
}

async function mostInVan(all: readonly Depot[], seats: number, minutes: number): Promise<number> {
  const names: string[] = [];
  const rows: string[] = [];
  const held = all.flatMap(({ from, to }, d) =>
    HOURS.filter((hour) => hour >= from && hour + 1 <= to).map((hour) => ({
      d,
      hour,
      name: `y${d}_${hour}`,
    })),
  );
  all.forEach(({ heads }, d) => {
    for (let p = 0; p < heads; p++) {
      const own = held.filter((one) => one.d === d).map(({ name }) => `x${name}_${p}`);
      names.push(...own);
      rows.push(`${sum(own)} <= 1`);
    }
  });
  for (const { d, name } of held) {
    const own = Array.from({ length: all[d]!.heads }, (_, p) => `x${name}_${p}`);
    rows.push(`${sum(own)} - ${seats} ${name} <= 0`);
  }
  for (const a of held)
    for (const b of held) {
      const apart = 60 + (a.d === b.d ? 0 : minutes);
      if (a.name < b.name && Math.abs(a.hour - b.hour) * 60 < apart) rows.push(`${a.name} + ${b.name} <= 1`);
    }
  return mostOf(names, rows);
}

describe('beside the best there is (HiGHS)', () => {
  it('as many come to head office as ways, shifts and those who stay allow', async () => {
    let [scarce, travelled] = [0, 0];
    for (let n = 0; n < 6; n++) {
      const random = seeded(700 + n);
      const all = depots(random);
      const [seats, opens] = [1 + random(3), 9 + random(3)];
      const closes = opens + 2 + random(3);
      const text = comingText(all, seats, opens, closes);
      const { plan, model } = await planned(text, { effort: 'quick' });
      expect(verifyPlan(model, plan)).toEqual([]);
      const seated = plan.sessions.reduce((total, { heads }) => total + heads, 0);
      expect(seated, text).toBe(await mostComing(all, seats, opens, closes));
      if (seated < 2 * all.reduce((total, { heads }) => total + heads, 0)) scarce++;
      if (plan.sessions.some(({ travel }) => travel !== undefined)) travelled++;
    }
    expect(Math.min(scarce, travelled)).toBeGreaterThan(1);
  }, 1_200_000);

  it('as many sit in a van that goes round as its hours on the road leave', async () => {
    let [scarce, moved] = [0, 0];
    for (let n = 0; n < 6; n++) {
      const random = seeded(900 + n);
      const all = [...depots(random), ...depots(random)].slice(0, 3);
      const [seats, minutes] = [1 + random(2), 60 * random(3)];
      const text = vanText(all, seats, minutes);
      const { plan, model } = await planned(text, { effort: 'quick' });
      expect(verifyPlan(model, plan)).toEqual([]);
      const seated = plan.sessions.reduce((total, { heads }) => total + heads, 0);
      expect(seated, text).toBe(await mostInVan(all, seats, minutes));
      if (seated < all.reduce((total, { heads }) => total + heads, 0)) scarce++;
      if (new Set(plan.sessions.map(({ site }) => site)).size > 1) moved++;
    }
    expect(Math.min(scarce, moved)).toBeGreaterThan(1);
  }, 1_200_000);
});
