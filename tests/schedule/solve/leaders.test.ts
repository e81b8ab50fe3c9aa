/** Several who lead together, beside their exact optimum (HiGHS): as many people learn as any choice of days and leaders lets. */
import { describe, expect, it } from 'vitest';
import { type Random, seeded } from '../../../src/schedule/construct/random.ts';
import type { Program } from '../../bench/exact/program.ts';
import { solve } from '../../bench/exact/solve.ts';
import { planned } from '../helpers.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

interface Small {
  readonly text: string;
  /** Of each module how many lead it, how many come, and the days on which they work. */
  readonly modules: readonly {
    readonly leaders: number;
    readonly heads: number;
    readonly days: readonly number[];
  }[];
  /** Of each who leads the days on which they do, and how many sessions they lead in the week. */
  readonly leaders: readonly { readonly days: readonly number[]; readonly most: number }[];
}

/** A week of sessions from ten to eleven, one of each module, with a few trainers who are there on some days. */
function small(random: Random): Small {
  const some = () => DAYS.map((_, day) => day).filter(() => random(5) < 3);
  const days = () => {
    const own = some();
    return own.length > 0 ? own : [random(5)];
  };
  const modules = Array.from({ length: 4 }, () => ({
    leaders: 1 + random(3),
    heads: 1 + random(6),
    days: days(),
  }));
  const leaders = Array.from({ length: 4 }, () => ({ days: days(), most: 1 + random(3) }));
  const list = (own: readonly number[]) => `[${own.map((day) => DAYS[day]).join(', ')}]`;
  const text = `programme: { name: Week, starts: 2027-02-01, ends: 2027-02-05, timezone: UTC }
departments:
${modules.map((one, m) => `  d${m}: { maxAway: 100%, shifts: { own: { days: ${list(one.days)}, hours: 10:00-11:00 } } }`).join('\n')}
roles:
${modules.map(({ heads }, m) => `  r${m}: { department: d${m}, heads: ${heads} }`).join('\n')}
facilitators:
${leaders.map((one, t) => `  t${t}: { kind: trainer, days: ${list(one.days)}, hoursPerWeek: ${one.most} }`).join('\n')}
modules:
${modules.map(({ leaders }, m) => `  m${m}: { audience: { departments: [d${m}] }, format: workshop, room: false, minutes: 60, leaders: ${leaders}, when: { from: 2027-02-01, by: 2027-02-05 } }`).join('\n')}
`;
  return { text, modules, leaders };
}

/** The most people who can learn. */
async function mostTaught({ modules, leaders }: Small): Promise<number> {
  const held = modules.flatMap((one, m) => one.days.map((day) => ({ m, day, name: `x${m}_${day}` })));
  const leads = held.flatMap(({ m, day, name }) =>
    leaders.flatMap((one, t) =>
      one.days.includes(day) ? [{ m, day, t, held: name, name: `y${m}_${day}_${t}` }] : [],
    ),
  );
  const row = (names: readonly string[], rest: string) =>
    names.length === 0 ? [] : [` ${names.join(' + ')} ${rest}`];
  const of = (keep: (one: (typeof leads)[number]) => boolean) => leads.filter(keep).map(({ name }) => name);
  const rows = [
    ...modules.flatMap((_, m) =>
      row(
        held.filter((one) => one.m === m).map(({ name }) => name),
        '<= 1',
      ),
    ),
    ...held.map(({ m, name }) => {
      const own = of((one) => one.held === name);
      return ` ${[...own, `- ${modules[m]!.leaders} ${name}`].join(' + ').replace('+ -', '-')} = 0`;
    }),
    ...leaders.flatMap(({ most }, t) => [
      ...DAYS.flatMap((_, day) =>
        row(
          of((one) => one.t === t && one.day === day),
          '<= 1',
        ),
      ),
      ...row(
        of((one) => one.t === t),
        `<= ${most}`,
      ),
    ]),
  ].map((text, i) => ` c${i}:${text}`);
  const names = [...held, ...leads].map(({ name }) => name);
  const gain = held.map(({ m, name }) => `- ${modules[m]!.heads} ${name}`).join(' ');
  const text = `Minimize\n obj: ${gain}\nSubject To\n${rows.join('\n')}\nBinary\n ${names.join(' ')}\nEnd\n`;
  const { proved, chosen } = await solve({ text: () => text } as Program, 0, 20, new Map([[names[0]!, 0]]));
  expect(proved).toBe(true);
  return held.reduce((sum, { m, name }) => sum + (chosen!(name) ? modules[m]!.heads : 0), 0);
}

describe('several who lead together', () => {
  it('teach as many as any choice of days and leaders could', async () => {
    const seen = { scarce: 0, together: 0 };
    for (let n = 0; n < 8; n++) {
      const one = small(seeded(300 + n));
      const { plan } = await planned(one.text, { effort: 'quick' });
      const taught = plan.sessions.reduce((sum, { heads }) => sum + heads, 0);
      expect(taught, one.text).toBe(await mostTaught(one));
      if (taught < one.modules.reduce((sum, { heads }) => sum + heads, 0)) seen.scarce++;
      if (plan.sessions.some(({ coFacilitators }) => coFacilitators)) seen.together++;
    }
    expect(Math.min(seen.scarce, seen.together)).toBeGreaterThan(2);
  }, 120_000);
});
