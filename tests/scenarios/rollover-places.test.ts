/** Every place of the language that takes a date or a month: what becomes of it in the next year is decided for each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { rollOver } from '../../src/scenarios/rollover/rollover.ts';

const SCHEMAS = join(import.meta.dirname, '../../schemas');
type Node = { readonly [key: string]: unknown } & {
  readonly $ref?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly propertyNames?: Node;
  readonly items?: Node;
};

const files = new Map(
  readdirSync(SCHEMAS)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'))]),
);
const isYearly = (pattern: unknown) => typeof pattern === 'string' && /\(\?:19\|20\|21\)/.test(pattern);

/** Paths of the places, `x` for an id and 0 for any item; `{}` for a map whose keys are months. */
function placesIn(node: Node, file: string, path: readonly string[], seen: readonly string[]): string[] {
  if (node.$ref !== undefined) {
    const [other, pointer = ''] = node.$ref.split('#') as [string, string?];
    const next = other === '' ? file : other;
    if (seen.includes(next + pointer)) return [];
    const target = pointer
      .split('/')
      .slice(1)
      .reduce((from, key) => from[key], files.get(next));
    return placesIn(target, next, path, [...seen, next + pointer]);
  }
  return [
    ...(isYearly(node.pattern) ? [path.join('.')] : []),
    ...(isYearly(node.propertyNames?.pattern) ? [`${path.join('.')}.{}`] : []),
    ...Object.entries(node.properties ?? {}).flatMap(([key, one]) =>
      placesIn(one, file, [...path, key], seen),
    ),
    ...(typeof node.additionalProperties === 'object'
      ? placesIn(node.additionalProperties, file, [...path, 'x'], seen)
      : []),
    ...(node.items ? placesIn(node.items, file, [...path, '0'], seen) : []),
  ];
}

const places = [
  ...new Set(placesIn(files.get('workspace.schema.json'), 'workspace.schema.json', [], [])),
].sort();

/** A place's end → what becomes of it; the longest that fits counts. */
const FATES: Readonly<Record<string, string>> = {
  from: 'stays, look at it',
  to: 'stays, look at it',
  'from+to': 'moves',
  'weeks.from': 'stays',
  'heads.0.from': 'stays',
  'when.from': 'moves',
  'when.by': 'moves',
  'when.date': 'moves',
  'when.dates.0.date': 'moves',
  'joiners.{}': 'moves',
  'programme.starts': 'moves',
  'programme.ends': 'moves',
  'holidays.dates.0': 'moves',
  'holidays.dates.0.date': 'moves',
  'holidays.except.0': 'moves, look at it',
  'holidays.worked.0': 'moves, look at it',
  signedOff: 'goes',
  reviewBy: 'goes',
  reviewed: 'stays',
  recorded: 'stays',
  consentUntil: 'goes',
  'waivers.0.until': 'goes',
  'pins.0.at': 'goes',
  'pins.0.on': 'goes',
  'pins.0.notOn.0': 'goes',
};

function expectedOf(place: string): string | undefined {
  const end = Object.keys(FATES)
    .filter((one) => place === one || place.endsWith(`.${one}`))
    .sort((a, b) => b.length - a.length)[0];
  return end === undefined ? undefined : FATES[end];
}

/** A file with a date at each of the places, each in a list or map of its own. */
function textWith(paths: readonly string[]): string {
  const top = new Map<string, unknown>([['programme', new Map([['ends', '2027-12-17']])]]);
  for (const place of paths) {
    const parts = place.split('.');
    let value: unknown = parts.at(-1) === '{}' ? new Map([['2027-05', 3]]) : '2027-05-12';
    for (const part of parts.slice(1, parts.at(-1) === '{}' ? -1 : undefined).reverse())
      value = part === '0' ? [value] : new Map([[part, value]]);
    top.set(parts[0]!, merged(top.get(parts[0]!), value));
  }
  return stringify(top);
}

function merged(old: unknown, now: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(now)) return [merged(old[0], now[0])];
  if (!(old instanceof Map && now instanceof Map)) return now;
  return new Map([...old, ...[...now].map(([key, value]) => [key, merged(old.get(key), value)] as const)]);
}

async function fateOf(paths: readonly string[]): Promise<string> {
  const text = textWith(paths);
  const place = paths[0]!;
  const year = { holidays: new Map(), isWorking: () => true };
  const { files: next, changes } = await rollOver(new Map([['a.yaml', text]]), 1, async () => () => year);
  const now = next.get('a.yaml')!;
  const path = place.replace('{}', '2027-05');
  const change = changes.find((one) => one.path === path);
  if (change?.reason === '') return 'moves without a reason';
  if (change && change.to === undefined) return now.includes('2027-05') ? 'goes and stays' : 'goes';
  const key = now.includes('2028-05') ? 'moves' : 'stays';
  if (key === 'moves' && !change) return 'moves without a word';
  return change?.doubtful ? `${key}, look at it` : key;
}

describe('rollover', () => {
  it('finds the places in the schemas', () => {
    expect(places.length).toBeGreaterThan(60);
    expect(places).toContain('roles.x.joiners.{}');
  });

  it.each(places)('knows what becomes of %s', async (place) => {
    const expected = expectedOf(place);
    expect(expected, 'say in FATES what the next year makes of it').toBeDefined();
    expect(await fateOf([place])).toBe(expected);
  });

  it.each(places.filter((place) => /\.(from|to)$/.test(place) && expectedOf(place)?.startsWith('stays,')))(
    'moves %s where it has both ends',
    async (place) => {
      const other = place.replace(/(from|to)$/, (end) => (end === 'from' ? 'to' : 'from'));
      expect(await fateOf([place, other])).toBe(FATES['from+to']);
    },
  );

  it('keeps a department of which nothing else is said', async () => {
    const text = 'programme: { ends: 2027-12-17 }\ndepartments:\n  ward:\n    signedOff: 2026-12-01 # Ines\n';
    const year = { holidays: new Map(), isWorking: () => true };
    const { files: next } = await rollOver(new Map([['a.yaml', text]]), 1, async () => () => year);
    expect(parse(next.get('a.yaml')!).departments).toEqual({ ward: {} });
  });

  it('keeps what an own day off means, and ids that look like months', async () => {
    const text =
      'programme: { ends: 2027-12-17, holidays: { dates: [2027-12-24, { date: 2027-12-24, name: Eve }] } }\nmodules: { 2027-05: { when: { by: 2027-05-12 } } }\n';
    const year = { holidays: new Map(), isWorking: () => true };
    const { files: next } = await rollOver(new Map([['a.yaml', text]]), 1, async () => () => year);
    expect(next.get('a.yaml')).toContain('dates: [2028-12-24, { date: 2028-12-24, name: Eve }]');
    expect(next.get('a.yaml')).toContain('modules: { 2027-05: { when: { by: 2028-05-10 } } }');
  });
});
