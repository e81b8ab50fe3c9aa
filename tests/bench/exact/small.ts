/**
 * Small years that can be solved exactly, or nearly: one site, whole groups, each of which fills a session; time,
 * trainers and rooms are scarce. In every fifth all soft terms weigh what they weigh by default; in the others those
 * that make proofs long weigh nothing: rhythm, reinforce, mixed, few-rooms, days-apart.
 */
import { dayOf, isoDate } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import { type Random, seeded } from '../../../src/schedule/construct/random.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import type { Instance } from './cost.ts';

/** Year number `n`, read; as {@link smallText}. */
export async function smallYear(n: number, most?: number): Promise<Instance> {
  const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', smallText(n, most)]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { model, demand: makeDemand(model) };
}

/** Workspace number `n`; 4 to 16 sessions, or somewhat less than `most`. */
export function smallText(n: number, most?: number): string {
  const random = seeded(1000 + n);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const heads = 2 + random(4);
  const few = [2 + random(3), 2 + random(3), 3 + random(3)] as const;
  const [groups, modules, weeks] = most === undefined ? few : larger(most - (n % 7), random);
  const scarce = random(3) === 0;
  const days = Array.from({ length: weeks }, (_, w) => 4 + 7 * w);
  const date = (day: number) => isoDate(dayOf(2027, 1, day));
  const more = most === undefined ? 0 : Math.floor((groups * modules) / weeks / 3);
  const last = date(days.at(-1)! + 4);
  const module = (m: number) => {
    const from = m % 3 === 2 && weeks > 3 ? date(days[1]!) : date(days[0]!);
    const after =
      m > 0 && random(2) === 0 ? `, after: [{ module: m${m - 1}, atLeastDays: ${pick([0, 1, 7])} }]` : '';
    return `  m${m}: { audience: everyone, format: workshop, skill: ${m % 2 === 0 ? 'a' : 'b'}, minutes: ${pick([60, 60, 120])}, seats: ${heads}, themes: [year], when: { from: ${from}, by: ${last} }${after} }`;
  };
  const trainer = (id: string, skills: string) =>
    `  ${id}: { kind: trainer, teaches: [${skills}], hoursPerWeek: ${more + (scarce ? 2 + random(2) : 4 + random(4))} }`;
  return `programme: { name: Small, starts: ${date(days[0]!)}, ends: ${last}, timezone: UTC }
policy:
  groupSize: 6
  startEvery: 60
  minutesPerWeek: ${pick([120, 180])}
  weights: { ${n % 5 === 4 ? '' : 'rhythm: 0, reinforce: 0, mixed: 0, few-rooms: 0, days-apart: 0'} }
themes: { year: { months: [1, 2, 3] } }
departments: { desk: { maxAway: 100%, shifts: { day: { days: [${pick(['tue, thu', 'mon, wed', 'wed, fri'])}], hours: ${pick(['08:00-12:00', '09:00-12:00', '15:00-19:00'])} } } } }
roles:
${Array.from({ length: groups }, (_, g) => `  r${g}: { department: desk, heads: ${heads} }`).join('\n')}
rooms:
${Array.from({ length: (most === undefined ? 0 : 1) + (scarce ? 1 : 1 + random(2)) }, (_, r) => `  room-${r}: { site: main, seats: 6 }`).join('\n')}
facilitators:
${[trainer('ann', 'a, b'), trainer('bob', 'a'), trainer('cy', 'b')].join('\n')}
modules:
${Array.from({ length: modules }, (_, m) => module(m)).join('\n')}
`;
}

/** Groups, modules and weeks; at most nine sessions less. */
function larger(sessions: number, random: Random): readonly [number, number, number] {
  const groups = Math.ceil(sessions / 9) + random(4);
  const modules = Math.floor(sessions / groups);
  return [groups, modules, modules + random(2)];
}
