/**
 * A plan that is lived with for a year, as programs of others see it: changes one after the other, and after each the
 * calendars of khal, Radicale (published, and with a publisher that only puts), xandikos (published), vdirsyncer and
 * Thunderbird (over `serve`) and a strict reader of iTIP are what `plan.json` says.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { COUNTS, has, khalIn, serving, vdirsyncerIn } from './programs.ts';
import { type Publisher, pruning, putting } from './publishers.ts';
import { lineOf, type RawEvent, rawEvents, wordsOf } from './raw-events.ts';
import { radicale, xandikos } from './servers.ts';
import { StrictReader } from './strict-reader.ts';
import { thunderbirdIn } from './thunderbird.ts';

export interface Happening {
  readonly asOf: string;
  /** Changes the files of the workspace. */
  readonly edit?: () => void;
  readonly flags?: readonly string[];
}

/** What was compared, for whoever wants to know. */
export interface Compared {
  replans: number;
  /** Sessions, messages and themes, in each calendar of each program. */
  comparisons: number;
  /** Items that came, went or changed, over all replans. */
  changes: number;
}

type Item = Plan['sessions'][number] | Plan['rituals'][number] | Plan['themes'][number];

const itemsOf = (plan: Plan): Item[] => [...plan.sessions, ...plan.rituals, ...plan.themes];
const compact = (text: string) => text.replace(/[-:]/g, '');
const startOf = (item: Item) => ('module' in item ? item.startUtc : 'ritual' in item ? item.date : item.from);
const dayOf = (item: Item) =>
  'module' in item ? item.start.slice(0, 10) : 'ritual' in item ? item.date : item.to;
const lineIn = (item: Item) =>
  `${item.uid} ${item.sequence} ${item.status.toUpperCase()} ${compact(startOf(item))}`;
/** `uid sequence STATUS start`, and all that a person sees. */
const seenOf = (event: RawEvent) => `${lineOf(event)} ${wordsOf(event)}`;
const sorted = (lines: Iterable<string>) => [...lines].sort();

/** Who ought to find it where, from the plan's own fields. */
function isIn(item: Item, key: string, siteOf: ReadonlyMap<string, string>): boolean {
  const [kind, id = ''] = key.split('/');
  if (kind === 'all') return true;
  if (kind === 'departments') return item.departments?.includes(id) ?? false;
  if (!('module' in item)) return kind === 'sites' && (item.sites?.includes(id) ?? false);
  if (kind === 'rooms') return item.room === id;
  if (kind === 'facilitators') return item.facilitator === id;
  return item.site === id || item.attendees.some(({ group }) => siteOf.get(group) === id);
}

const isLong = Number(process.env.CXPLAN_RUNS ?? 0) >= 100;
/** Programs that take part, where they are installed; Thunderbird is a quarter of a minute, and in long runs only. */
const CHOSEN = process.env.CXPLAN_PROGRAMS?.split(',') ?? [
  'khal',
  'radicale',
  'radicale-puts',
  'xandikos',
  'vdirsyncer',
  ...(isLong ? ['thunderbird'] : []),
];
const takesPart = (program: string) => CHOSEN.includes(program) && has(program.split('-')[0]!);

/** @param folder a workspace without a plan @param feed what vdirsyncer and Thunderbird follow @param chosen whether a calendar is published */
export async function livesThrough(
  folder: string,
  happenings: readonly Happening[],
  feed: string,
  chosen: (calendar: string) => boolean = (id) => id === 'all',
): Promise<Compared> {
  // What has changed in all of them stands beside them; of others than departments the whole is sent.
  const newsAt = (id: string) => (id === 'all' ? 'calendars/changes' : `changes/${id}`);
  const file = (path: string) => readFileSync(join(folder, 'plan', path), 'utf8');
  const icsIn = (path: string) =>
    readdirSync(join(folder, 'plan', path), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ics'))
      .sort();
  /** A calendar's file, or those into which it was cut. */
  const partsOf = (id: string) =>
    icsIn('.').filter(
      (path) => path.startsWith(id) && /^(?:-q\d(?:-\d+)?)?\.ics$/.test(path.slice(id.length)),
    );
  const readers = new Map<string, StrictReader>();
  const importer = new StrictReader();
  const departments = new Map<string, StrictReader>();
  const past = new Map<string, string>();
  const khal = takesPart('khal') ? khalIn(scratch()) : undefined;
  const publishers = new Map<string, Publisher>();
  if (takesPart('radicale')) publishers.set('Radicale', pruning(await radicale()));
  if (takesPart('radicale-puts')) publishers.set('Radicale, only put', putting(await radicale()));
  if (takesPart('xandikos')) publishers.set('xandikos', pruning(await xandikos()));
  const thunderbird = takesPart('thunderbird') ? await thunderbirdIn(scratch()) : undefined;
  const follower = takesPart('vdirsyncer') ? vdirsyncerIn(scratch()) : undefined;
  const compared: Compared = { replans: 0, comparisons: 0, changes: 0 };
  const published = new Set<string>();
  let before = new Set<string>();
  let shownByThunderbird: string[] = [];

  for (const { asOf, edit, flags = [] } of happenings) {
    edit?.();
    const made = await run(['generate', folder, '--quiet', '--as-of', asOf, ...flags]);
    expect([asOf, made.code, made.err]).toEqual([asOf, 0, '']);
    const plan: Plan = JSON.parse(file('plan.json'));
    const items = itemsOf(plan);
    const known = new Map(items.map((item) => [item.uid, item]));
    const siteOf = new Map(plan.groups.map(({ id, site }) => [id, site]));
    const whole = sorted(items.map(lineIn));
    compared.changes += whole.filter((line) => !before.has(line)).length;
    before = new Set(whole);

    // Whoever imports: all files at first, then what is new. What has been stands, letter by letter.
    const texts = partsOf('calendars/all').flatMap((path) => rawEvents(file(path)));
    const all = new Map(texts.map((event) => [event.uid, event.raw]));
    for (const [uid, raw] of past)
      if (all.get(uid) !== raw) expect([asOf, all.get(uid)]).toEqual([asOf, raw]);
    for (const item of items)
      if (item.status === 'confirmed' && dayOf(item) < asOf) past.set(item.uid, all.get(item.uid)!);
    const sent = partsOf(compared.replans === 0 ? 'calendars/all' : 'calendars/changes');
    importer.take(texts);
    expect([asOf, importer.faults]).toEqual([asOf, []]);
    const isToCome = (event: RawEvent) => known.has(event.uid);
    /** What a program has of the plan; whatever else it keeps has been cancelled. */
    const compare = (program: string, events: Iterable<RawEvent>) => {
      const some = [...events];
      expect([asOf, program, sorted(some.filter(isToCome).map(lineOf))]).toEqual([asOf, program, whole]);
      const stale = some.filter((event) => !isToCome(event) && event.property('STATUS') !== 'CANCELLED');
      expect([asOf, program, stale.map(lineOf)]).toEqual([asOf, program, []]);
      compared.comparisons += some.length;
    };
    compare('importer', importer.known.values());

    /** What is to come in what a program has. */
    const standing = (events: Iterable<RawEvent>) =>
      [...events]
        .filter(({ uid, property }) => {
          const item = known.get(uid);
          return property('STATUS') === 'CONFIRMED' && (!item || dayOf(item) >= asOf);
        })
        .map(lineOf);
    const toCome = (key: string) =>
      items
        .filter((item) => item.status === 'confirmed' && dayOf(item) >= asOf && isIn(item, key, siteOf))
        .map(lineIn);

    // Feeds: each address that ever was is there, and whoever only follows it has what the plan says.
    for (const path of icsIn('feeds')) if (!readers.has(path)) readers.set(path, new StrictReader());
    for (const [path, reader] of readers) {
      reader.take(rawEvents(file(`feeds/${path}`)));
      expect([asOf, path, reader.faults]).toEqual([asOf, path, []]);
      const key = path.slice(0, -'.ics'.length);
      const expected = toCome(key);
      const shown = standing(reader.known.values());
      expect([asOf, path, sorted(shown)]).toEqual([asOf, path, sorted(expected)]);
      compared.comparisons += shown.length;
    }

    // Whoever has imported a department's calendar, and then only what has changed in it.
    for (const { id } of (plan.calendars ?? []).filter((one) => one.id.startsWith('departments/'))) {
      const reader = departments.get(id);
      const files = partsOf(`${reader ? 'changes' : 'calendars'}/${id}`);
      const now = reader ?? new StrictReader();
      departments.set(id, now);
      for (const path of files) now.take(rawEvents(file(path)));
      expect([asOf, id, now.faults]).toEqual([asOf, id, []]);
      const has = standing(now.known.values());
      expect([asOf, id, sorted(has)]).toEqual([asOf, id, sorted(toCome(id))]);
      compared.comparisons += has.length;
    }

    if (khal) {
      if (sent.length > 0) khal.take(sent.map((path) => join(folder, 'plan', path)));
      compare('khal', khal.has().values());
    }
    for (const { id } of (plan.calendars ?? []).filter((one) => chosen(one.id))) {
      const isNew = !published.has(id);
      published.add(id);
      const hasNews = id === 'all' || id.startsWith('departments/');
      const events = partsOf(isNew || !hasNews ? `calendars/${id}` : newsAt(id)).flatMap((path) =>
        rawEvents(file(path)),
      );
      for (const [program, { publish, has }] of publishers) {
        expect([asOf, program, id, await publish(folder, id, events)]).toEqual([asOf, program, id, '']);
        const held = has(id);
        expect([asOf, program, id, sorted(standing(held.values()))]).toEqual([
          asOf,
          program,
          id,
          sorted(toCome(id)),
        ]);
        compared.comparisons += held.size;
      }
    }
    if (thunderbird) {
      const told = rawEvents(file(`feeds/${feed}`));
      await serving(folder, async (origin) => {
        expect([asOf, await thunderbird.follow('plan', `http://${origin}/feeds/${feed}`)]).toEqual([
          asOf,
          'loaded',
        ]);
      });
      shownByThunderbird = told.map(seenOf).sort();
      expect([
        asOf,
        rawEvents(await thunderbird.events('plan'))
          .map(seenOf)
          .sort(),
      ]).toEqual([asOf, shownByThunderbird]);
      compared.comparisons += told.length;
    }
    if (follower) {
      await follower.follow(folder, feed);
      const told = rawEvents(file(`feeds/${feed}`)).map(wordsOf);
      // It knows events by their words: no two may read alike.
      expect(new Set(told).size).toBe(told.length);
      expect([asOf, sorted(follower.has().map(wordsOf))]).toEqual([asOf, sorted(told)]);
      compared.comparisons += told.length;
    }
    compared.replans++;
  }
  if (thunderbird) {
    await thunderbird.quit();
    // And so it stands in its store.
    const uids = shownByThunderbird.map((line) => line.split(' ', 1)[0]);
    expect(thunderbird.kept()).toEqual(uids.sort());
  }
  readByOthers(icsIn('.').map((path) => join(folder, 'plan', path)));
  return compared;
}

/** Every .ics of the last plan, read by libraries of others. */
function readByOthers(paths: readonly string[]): void {
  const counts = paths.map((path) => rawEvents(readFileSync(path, 'utf8')).length);
  for (const script of Object.values(COUNTS)) {
    if (spawnSync('python3', ['-c', script.split('\n')[0]!]).status !== 0) continue;
    const out = execFileSync('python3', ['-c', script, ...paths], { maxBuffer: 2 ** 24 });
    expect(JSON.parse(out.toString())).toEqual(counts);
  }
}
