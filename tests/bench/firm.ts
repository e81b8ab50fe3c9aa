/**
 * Firms of any size for benches: blocks of about 1,090 people like Fernhill (24 stores of two shifts, a hub with
 * contact centre, warehouse of three shifts and offices), each with its own trainers, champions and rooms, so
 * that what one block needs it also has. And a tight family, in which trainers and rooms are used to 95 %.
 * Written as YAML, as a planner would hand it in.
 */

export interface FirmSize {
  readonly people: number;
  /** Hours offered by facilitators for each hour wanted; 1.5 by default. */
  readonly slack?: number;
}

export const BLOCK = 1090;
const STORES = 24;
const OFFICES = ['finance', 'hr', 'it', 'marketing', 'merchandising'];

/** No map of a workspace may hold more than 10,000 keys: larger firms are told in regions. */
const BLOCKS_A_REGION = 100;

/** A year of a firm of about so many people, in whole blocks, as one text. */
export function firmText(size: FirmSize): string {
  return [...firmFiles(size).values()].join('\n\n');
}

/** The same as the files of a workspace; beyond 100 blocks a file for each region, with roles of its own. */
export function firmFiles({ people, slack = 1.5 }: FirmSize): Map<string, string> {
  const blocks = Math.max(1, Math.round(people / BLOCK));
  const numbers = Array.from({ length: blocks }, (_, i) => i + 1);
  const regions = Array.from({ length: Math.ceil(blocks / BLOCKS_A_REGION) }, (_, r) =>
    numbers.slice(r * BLOCKS_A_REGION, (r + 1) * BLOCKS_A_REGION),
  );
  const suffixes = regions.map((_, r) => (regions.length === 1 ? '' : `-${r + 1}`));
  const files = new Map([['cxplan.yaml', `${header()}\n\n${departments()}\n\n${modules(suffixes)}`]]);
  regions.forEach((own, r) => {
    const parts = [
      `sites:\n${own.flatMap((b) => [`  hub-${b}: {}`, ...stores(b).map((id) => `  ${id}: {}`)]).join('\n')}`,
      roles(own, suffixes[r]!),
      `rooms:\n${own.flatMap(rooms).join('\n')}`,
      `facilitators:\n${own.flatMap((b) => facilitators(b, slack)).join('\n')}`,
    ];
    files.set(`regions/${r + 1}.yaml`, `${parts.join('\n\n')}\n`);
  });
  return files;
}

function stores(block: number): string[] {
  return Array.from({ length: STORES }, (_, i) => `store-${block}-${i + 1}`);
}

function header(): string {
  return `programme:
  name: Bench
  starts: 2027-01-04
  ends: 2027-12-17
  timezone: Europe/London
  holidays: GB-ENG
themes:
  all-year: { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }`;
}

function departments(): string {
  return `departments:
  stores:
    site: hub-1
    maxAway: 15%
    shifts:
      early: { days: mon-sat, hours: 06:30-14:30, share: 55% }
      late: { days: mon-sat, hours: 12:30-20:30, share: 45% }
    meetings: { huddle: { day: tue, at: 13:00, minutes: 15 } }
    busy:
      - { days: fri-sat, hours: 12:00-20:30 }
      - { from: 2027-11-15, to: 2027-12-31, allowUpTo: 10 }
  care:
    site: hub-1
    maxAway: 10%
    shifts: { day: { days: mon-fri, hours: 08:00-20:00 } }
    meetings: { huddle: { day: wed, at: 09:00, minutes: 15 } }
  warehouse:
    site: hub-1
    shifts:
      early: { days: mon-fri, hours: 06:00-14:00, share: 34% }
      late: { days: mon-fri, hours: 14:00-22:00, share: 33% }
      night: { days: mon-fri, hours: 22:00-06:00, share: 33% }
    meetings:
      early: { day: thu, at: 06:00, minutes: 15, shifts: [early] }
      late: { day: thu, at: 14:00, minutes: 15, shifts: [late] }
      night: { day: thu, at: 22:00, minutes: 15, shifts: [night] }
${OFFICES.map((id) => `  ${id}: { site: hub-1, maxAway: 50% }`).join('\n')}`;
}

function roles(blocks: readonly number[], suffix: string): string {
  const at = (heads: number) => `{ ${blocks.map((b) => `hub-${b}: ${heads}`).join(', ')} }`;
  const inStores = (heads: number) =>
    `{ ${blocks.flatMap((b) => stores(b).map((id) => `${id}: ${heads}`)).join(', ')} }`;
  const many = (count: number) => count * blocks.length;
  return `roles:
  colleague${suffix}: { department: stores, customerFacing: true, level: frontline, joiners: ${many(200)}, heads: ${inStores(23)} }
  supervisor${suffix}: { department: stores, customerFacing: true, level: manager, heads: ${inStores(4)} }
  agent${suffix}: { department: care, customerFacing: true, level: frontline, joiners: ${many(20)}, heads: ${at(55)} }
  team-leader${suffix}: { department: care, level: manager, heads: ${at(6)} }
  picker${suffix}: { department: warehouse, joiners: ${many(40)}, heads: ${at(130)} }
  shift-lead${suffix}: { department: warehouse, level: manager, heads: ${at(9)} }
  host-colleague${suffix}: { department: stores, customerFacing: true, heads: ${at(12)} }
${OFFICES.map((id) => `  ${id}-specialist${suffix}: { department: ${id}, joiners: ${many(4)}, heads: ${at(44)} }`).join('\n')}`;
}

function rooms(block: number): string[] {
  return [
    `  lab-${block}: { site: hub-${block}, seats: 16 }`,
    `  den-${block}: { site: hub-${block}, seats: 12 }`,
    `  call-${block}: { site: online, seats: 40 }`,
    ...stores(block).map((id) => `  back-${id}: { site: ${id}, seats: 8 }`),
  ];
}

/** Hours wanted of trainers in a block: about 170 a year; of champions: about 280, in 26 places. */
function facilitators(block: number, slack: number): string[] {
  const hours = (wanted: number, people: number, least: number) =>
    Math.max(least, Math.ceil((wanted * slack) / (44 * people)));
  const sites = [`hub-${block}`, ...stores(block)];
  const part = (n: number) => sites.filter((_, i) => i % 4 === n || i === 0);
  return [
    ...[1, 2].map(
      (n) =>
        `  trainer-${block}-${n}: { kind: trainer, hoursPerWeek: ${hours(170, 2, 2)}, sites: [hub-${block}] }`,
    ),
    ...[0, 1, 2, 3].map(
      (n) =>
        `  champion-${block}-${n}: { kind: champion, hoursPerWeek: ${hours(280, 4, 1)}, sites: [${part(n).join(', ')}, online] }`,
    ),
  ];
}

function modules(suffixes: readonly string[]): string {
  const agents = suffixes.map((suffix) => `agent${suffix}`);
  return `modules:
  basics: { audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-01-11, by: 2027-02-26 }, themes: [all-year] }
  huddle: { audience: { departments: [stores, care, warehouse] }, minutes: 10, format: huddle, when: { every: fortnight }, themes: month }
  talk: { audience: { departments: [${OFFICES.join(', ')}] }, minutes: 30, format: virtual, led: champion, seats: 40, when: { every: month }, themes: month }
  welcome: { audience: { departments: [stores] }, minutes: 45, format: workshop, led: champion, seats: 8, when: { every: year }, themes: [all-year], after: [basics] }
  calls: { audience: { departments: [care] }, minutes: 60, format: workshop, seats: 10, when: { every: quarter }, themes: [all-year] }
  coaching: { audience: { roles: [${agents.join(', ')}] }, minutes: 20, format: coaching, when: { every: month }, themes: [all-year] }
  letters: { audience: { departments: [${OFFICES.join(', ')}] }, minutes: 90, format: workshop, seats: 12, when: { every: half-year }, themes: [all-year] }
  visit: { audience: { departments: [${OFFICES.join(', ')}] }, minutes: 240, format: shadowing, host: { department: stores, guests: 2 }, when: { every: year }, themes: [all-year] }
  new-basics: { audience: everyone, minutes: 30, format: self-paced, when: { moment: week-1 }, themes: [all-year] }
  new-part: { audience: everyone, minutes: 45, format: coaching, seats: 8, when: { moment: day-60 }, themes: [all-year] }
  new-idea: { audience: everyone, minutes: 20, format: coaching, when: { moment: day-90 }, themes: [all-year] }
`;
}

/**
 * A firm in which trainers and rooms are used to 95 % in every fortnight: each room is open for four sessions of
 * an hour a day, each trainer works 20 hours a week, there are as many trainers as rooms, and groups fill 38 of
 * the 40 sessions of a room and fortnight.
 */
export function tightText(rooms: number, fortnights = 4): string {
  const groups = 19 * rooms;
  const numbers = Array.from({ length: rooms }, (_, i) => i + 1);
  const module = (id: string) =>
    `  ${id}: { audience: everyone, minutes: 60, format: workshop, seats: 12, hours: 13:00-17:00, when: { every: fortnight } }`;
  const last = ['2027-01-17', '2027-01-31', '2027-02-14', '2027-02-28', '2027-03-14', '2027-03-28'];
  return `programme: { name: Tight, starts: 2027-01-04, ends: ${last[fortnights - 1]}, timezone: Europe/London }
policy: { startEvery: 60 }
departments: { desk: { maxAway: 25% } }
roles: { agent: { department: desk, heads: ${12 * groups} } }
rooms:
${numbers.map((n) => `  room-${n}: { site: main, seats: 12 }`).join('\n')}
facilitators:
${numbers.map((n) => `  trainer-${n}: { kind: trainer, hoursPerWeek: 20 }`).join('\n')}
modules:
${module('one')}
${module('two')}
`;
}
