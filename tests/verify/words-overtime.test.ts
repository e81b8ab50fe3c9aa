/** Paid, but outside the shift: next to it, so much a week, seen as overtime; planned, verified, and beside the best there is. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { type Random, seeded } from '../../src/schedule/construct/random.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { tellerOf, told } from '../../src/wording/told.ts';
import type { Program } from '../bench/exact/program.ts';
import { solve } from '../bench/exact/solve.ts';
import { modelOf } from '../fixtures.ts';
import { planned } from '../schedule/helpers.ts';

/** Four at the counter, of whom three must stay; the trainer has two hours a week after they close. */
const text = (module: string, policy = '', trainer = 'hours: 13:00-15:00') => `
programme: { name: After hours, starts: 2027-01-04, ends: 2027-02-26, timezone: Europe/London }
policy: { groupSize: 4${policy} }
departments: { counter: { minOnShift: 4, shifts: { early: { days: mon-fri, hours: 06:00-13:00, share: 100% } } } }
roles: { seller: { department: counter, heads: 4, customerFacing: true } }
rooms: { hall: { site: main, seats: 8 } }
facilitators: { ann: { kind: trainer, ${trainer} } }
modules:
  practice: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-01-11, by: 2027-01-29 }${module} }
`;
const ALLOWED = ', hoursOutsideShift: allowed';

async function said(plan: Plan, other: string): Promise<string> {
  return verifyPlan(await modelOf(other), plan)
    .filter(({ constraint }) => constraint !== 'document')
    .map(({ constraint, message }) => `${constraint}: ${message}`)
    .join('\n');
}

describe('outside the shift', () => {
  it('where allowed it is held right after the shift, and nobody is missed on the floor', async () => {
    const { plan, model } = await planned(text(ALLOWED));
    expect(plan.unscheduled).toEqual([]);
    const [session] = plan.sessions;
    expect(session).toMatchObject({ overtime: 60, heads: 4 });
    expect(session!.start.slice(11)).toBe('13:00');
    expect(plan.score.terms.find(({ id }) => id === 'overtime')).toMatchObject({ cost: 4 });
    const { title, description } = told(tellerOf(model), session!);
    expect(title).toContain('Practice (overtime)');
    expect(description).toContain('Outside the shift: all of it, as paid overtime');
    const strict = await said(plan, text(''));
    expect(strict).toMatch(/in-shift: .*is not on shift \(early\) at Mon|in-shift: .*is not on shift/);
    expect(strict).toMatch(/^in-shift/m);
    expect(await said(plan, text(ALLOWED, ', overtimeMinutesPerWeek: 45'))).toMatch(
      /overtime-limit: member 1 of .* has 60 minutes of overtime in 2027-W0\d, but 45 are the most/,
    );
  });

  it('without the word it is not, and without the minutes neither: both say why', async () => {
    const never = (await planned(text(''))).plan.unscheduled[0]!;
    expect(never.reasons.map(({ constraint }) => constraint)).toContain('floor');
    const few = (await planned(text(ALLOWED, ', overtimeMinutesPerWeek: 30'))).plan.unscheduled[0]!;
    expect(few.reasons.map(({ constraint }) => constraint)).toContain('overtime-limit');
    expect(few.relaxations.map(({ change }) => change)).toContain('a higher overtimeMinutesPerWeek than 30');
  });

  it('in the shift, where that has time for it', async () => {
    const { plan } = await planned(
      text(ALLOWED, '', 'hours: 06:00-15:00').replace('minOnShift: 4', 'maxAway: 100%'),
    );
    expect(plan.sessions.map(({ overtime }) => overtime)).toEqual([undefined]);
  });

  it('of the guests, never of the host: whoever shows them around is on shift from start to end', async () => {
    const visit = (until: string) => `
programme: { name: After hours, starts: 2027-01-04, ends: 2027-02-26, timezone: Europe/London }
departments:
  counter: { maxAway: 100%, shifts: { early: { days: mon-fri, hours: 06:00-13:00 } } }
  office: { shifts: { day: { days: mon-fri, hours: '09:00-${until}' } } }
roles:
  seller: { department: counter, heads: 2 }
  clerk: { department: office, heads: 3 }
modules:
  visit:
    { audience: { roles: [seller] }, format: shadowing, minutes: 60, hours: 13:00-15:00, hoursOutsideShift: allowed,
      host: { department: office, guests: 2 }, when: { from: 2027-01-11, by: 2027-01-29 } }
`;
    const open = await planned(visit('14:00'));
    expect(open.plan.sessions.map(({ start }) => start.slice(11))).toEqual(['13:00']);
    expect(verifyPlan(open.model, open.plan)).toEqual([]);
    const shut = await planned(visit('13:30'));
    expect(shut.plan.sessions).toEqual([]);
    expect(shut.plan.unscheduled[0]!.reasons.map(({ constraint }) => constraint)).toContain('host-places');
  });

  it('never so far off that people would have to come back for it', async () => {
    const { plan } = await planned(text(ALLOWED, '', 'hours: 14:15-16:00'));
    expect(plan.sessions).toEqual([]);
    expect(plan.unscheduled[0]!.reasons.map(({ constraint }) => constraint)).toContain('facilitator-hours');
  });
});

/** People of several shifts, who have an hour before, in or after it on one day; a trainer with some hours. */
interface Small {
  readonly text: string;
  readonly shifts: readonly {
    readonly from: number;
    readonly to: number;
    readonly heads: number;
    readonly away: number;
  }[];
  readonly opens: number;
  readonly closes: number;
  readonly seats: number;
  readonly most: number;
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

function small(random: Random): Small {
  const shifts = Array.from({ length: 2 }, () => {
    const from = 8 + random(4);
    return { from, to: from + 2 + random(2), heads: 1 + random(4), away: 1 + random(2) };
  });
  const opens = 7 + random(4);
  const closes = opens + 2 + random(4);
  const [seats, most] = [1 + random(3), 30 * random(3)];
  return {
    shifts,
    opens,
    closes,
    seats,
    most,
    text: `programme: { name: Small, starts: 2027-02-01, ends: 2027-02-07, timezone: UTC }
policy: { startEvery: 60, groupSize: 1, overtimeMinutesPerWeek: ${most} }
departments:
${shifts.map(({ from, to, away }, d) => `  d${d}: { maxAway: ${away === 1 ? '1 person' : `${away} people`}, shifts: { own: { days: mon, hours: ${clock(from)}-${clock(to)} } } }`).join('\n')}
roles:
${shifts.map(({ heads }, r) => `  r${r}: { department: d${r}, heads: ${heads} }`).join('\n')}
facilitators: { ann: { kind: trainer, days: mon, hours: ${clock(opens)}-${clock(closes)} } }
modules: { practice: { audience: everyone, format: workshop, room: false, minutes: 60, seats: ${seats}, hoursOutsideShift: allowed, when: { from: 2027-02-01, by: 2027-02-01 } } }
`,
  };
}

/** The most people who can have a seat: one session an hour of the trainer's, floors only inside the shift. */
async function mostSeated({ shifts, opens, closes, seats, most }: Small): Promise<number> {
  const names: string[] = [];
  const rows: string[] = [];
  for (let hour = opens; hour < closes; hour++) {
    const inIt: string[] = [];
    shifts.forEach(({ from, to, heads, away }, d) => {
      const inside = hour >= from && hour < to;
      if (!inside && (most < 60 || hour < from - 1 || hour > to)) return;
      const name = `x${d}_${hour}`;
      names.push(name);
      inIt.push(name);
      rows.push(`${name} <= ${inside ? Math.min(heads, away) : heads}`);
    });
    if (inIt.length > 0) rows.push(`${inIt.join(' + ')} <= ${seats}`);
  }
  shifts.forEach(({ heads }, d) => {
    const own = names.filter((name) => name.startsWith(`x${d}_`));
    if (own.length > 0) rows.push(`${own.join(' + ')} <= ${heads}`);
  });
  if (names.length === 0) return 0;
  // Whole people as bits: x = b0 + 2 b1 + 4 b2.
  const bits = (name: string) => [`${name}_b0`, `2 ${name}_b1`, `4 ${name}_b2`];
  const spelled = rows.map((row) => row.replace(/x\d_\d+/g, (name) => bits(name).join(' + ')));
  const lines = spelled.map((row, i) => ` c${i}: ${row}`).join('\n');
  const objective = names
    .flatMap(bits)
    .map((term) => `- ${term}`)
    .join(' ');
  const all = names.flatMap((name) => [0, 1, 2].map((bit) => `${name}_b${bit}`));
  const program = `Minimize\n obj: ${objective}\nSubject To\n${lines}\nBinary\n ${all.join(' ')}\nEnd\n`;
  const { proved, chosen } = await solve({ text: () => program } as Program, 0, 20, new Map([[all[0]!, 1]]));
  expect(proved).toBe(true);
  return names.reduce(
    (sum, name) => sum + [1, 2, 4].reduce((s, value, bit) => s + (chosen!(`${name}_b${bit}`) ? value : 0), 0),
    0,
  );
}

describe('beside the best there is (HiGHS)', () => {
  it('as many people have a seat, in their shift or next to it', async () => {
    let [scarce, outside] = [0, 0];
    for (let n = 0; n < 8; n++) {
      const one = small(seeded(500 + n));
      const { plan } = await planned(one.text);
      const seated = plan.sessions.reduce((sum, { heads }) => sum + heads, 0);
      expect(seated, one.text).toBe(await mostSeated(one));
      if (seated < one.shifts.reduce((sum, { heads }) => sum + heads, 0)) scarce++;
      if (plan.sessions.some(({ overtime }) => overtime !== undefined)) outside++;
    }
    expect(scarce).toBeGreaterThan(0);
    expect(outside).toBeGreaterThan(0);
  }, 120_000);
});
