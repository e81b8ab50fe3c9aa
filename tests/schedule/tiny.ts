/** Tiny firms that can be searched through: one department, one trainer, one room, two days, modules that follow each other. */
import fc from 'fast-check';
import type { Model } from '../../src/model/model.ts';
import { firm, programme } from './helpers.ts';

const module = fc.record({
  format: fc.constantFrom('workshop', 'coaching', 'self-paced'),
  minutes: fc.constantFrom(60, 120, 180),
  last: fc.constantFrom('2027-02-01', '2027-02-02'),
  seats: fc.integer({ min: 1, max: 3 }),
  follows: fc.boolean(),
});

/** Up to so many modules; each that follows comes after the one before it. */
export function modules(maxLength: number) {
  return fc.array(module, { minLength: 1, maxLength });
}

export interface Tiny {
  /** Of each role. */
  readonly heads: readonly number[];
  readonly groupSize: number;
  readonly away: number;
  readonly hours: string;
  readonly perWeek: number;
  /** Hours a week. */
  readonly trainer: number;
  readonly seats: number;
  readonly modules: readonly (typeof module extends fc.Arbitrary<infer T> ? T : never)[];
}

/** Undefined where the workspace is refused before planning: longer than the shift and the like. */
export async function tinyFirm(tiny: Tiny): Promise<Model | undefined> {
  return firm(textOf(tiny)).catch(() => undefined);
}

function textOf({ heads, groupSize, away, hours, perWeek, trainer, seats, modules }: Tiny): string {
  const roles = heads.map((own, r) => `r${r}: { department: desk, heads: ${own} }`);
  const body = modules.map(({ format, minutes, last, seats: own, follows }, m) => {
    const capacity = format === 'self-paced' ? '' : `, seats: ${own}`;
    const after = follows && m > 0 ? `, after: [m${m - 1}]` : '';
    return `  m${m}: { audience: everyone, format: ${format}, minutes: ${minutes}${capacity}, when: { from: 2027-02-01, by: ${last} }${after} }`;
  });
  return `${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: ${groupSize}, startEvery: 60, minutesPerWeek: ${perWeek} }
departments: { desk: { maxAway: ${away}%, shifts: { day: { days: mon-fri, hours: ${hours} } } } }
roles: { ${roles.join(', ')} }
rooms: { lab: { site: main, seats: ${seats} } }
facilitators: { ann: { kind: trainer, hoursPerWeek: ${trainer} } }
modules:
${body.join('\n')}
`;
}
