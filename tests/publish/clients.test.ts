/**
 * A plan that is lived with for a year, as programs of others see it: ten changes one after the other, and after each the
 * calendars of khal, Radicale, vdirsyncer (over `serve`) and a strict reader of iTIP are what `plan.json` says. Programs that are not
 * installed are left out; `.ci/run` installs them.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { Collection } from '../../src/publish/caldav/client.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { type ReadEvent, readWithIcalJs } from '../render/ics/read.ts';

const has = (program: string) => spawnSync('which', [program]).status === 0;

const FIRM = `
programme: { id: lived, name: Lived, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One., domain: lived.example }
sites: { main: { name: Main street }, annex: {} }
departments:
  ward: { name: The ward, site: main, maxAway: 100% }
  office: { name: The office, site: annex, maxAway: 100% }
roles:
  nurse: { department: ward, heads: 14, customerFacing: true }
  clerk: { department: office, heads: 4 }
rooms:
  lab: { site: main, seats: 12, features: [screen] }
  attic: { site: main, seats: 12, features: [screen] }
  nook: { site: annex, seats: 6, features: [screen] }
facilitators:
  amira: { name: Amira, kind: trainer }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { name: Mission, months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { name: A talk, audience: everyone, format: workshop, minutes: 60, seats: { min: 1, max: 8 }, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial], room: { features: [screen] } }
  visit: { name: A visit, audience: { departments: [ward] }, format: workshop, minutes: 45, seats: { min: 1, max: 8 }, when: { from: 2027-03-01, by: 2027-05-31 }, themes: [m], touchpoints: [t], voices: [testimonial], room: false }
rituals:
  thanks: { type: recognition, audience: everyone, channel: mail, when: { every: month }, themes: [m] }
`;

/** What happens in the year, day by day. */
const CHANGES: readonly (readonly [asOf: string, from: string | RegExp, to: string])[] = [
  [
    '2027-01-11',
    'kind: trainer }',
    'kind: trainer, away: [{ from: 2027-03-01, to: 2027-03-12, reason: Ill }] }',
  ],
  ['2027-01-25', 'attic: { site: main, seats: 12, features: [screen] }', 'attic: { site: main, seats: 12 }'],
  ['2027-02-08', 'heads: 14', 'heads: 17'],
  ['2027-02-09', 'heads: 17', 'heads: 13'],
  [
    '2027-02-22',
    'rituals:',
    '  more: { audience: { departments: [office] }, format: self-paced, minutes: 20, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial] }\nrituals:',
  ],
  ['2027-03-08', 'name: A talk', 'name: Another talk'],
  ['2027-03-15', 'from: 2027-03-01, by: 2027-05-31', 'from: 2027-04-12, by: 2027-06-18'],
  ['2027-03-22', /nurse(?=[:\]} ,])/g, 'carer'],
  [
    '2027-04-05',
    'seats: { min: 1, max: 8 }, when: { every: month }',
    'seats: { min: 1, max: 8 }, when: { every: fortnight }',
  ],
  ['2027-04-19', /amira: \{ name: Amira/, 'jonas: { name: Jonas'],
  ['2027-05-03', 'name: Main street', 'name: High street'],
];

type Item = Plan['sessions'][number] | Plan['rituals'][number] | Plan['themes'][number];

const itemsOf = (plan: Plan): Item[] => [...plan.sessions, ...plan.rituals, ...plan.themes];
const compact = (text: string) => text.replace(/[-:]/g, '');
const startOf = (item: Item) => ('module' in item ? item.startUtc : 'ritual' in item ? item.date : item.from);
const dayOf = (item: Item) =>
  'module' in item ? item.start.slice(0, 10) : 'ritual' in item ? item.date : item.to;

/** Who ought to find it where, from the plan's own fields. */
function isIn(item: Item, key: string, plan: Plan): boolean {
  const [kind, id = ''] = key.split('/');
  if (kind === 'all') return true;
  if (kind === 'departments') return item.departments?.includes(id) ?? false;
  if (!('module' in item)) return kind === 'sites' && (item.sites?.includes(id) ?? false);
  if (kind === 'rooms') return item.room === id;
  if (kind === 'facilitators') return item.facilitator === id;
  const sites = item.attendees.map(({ group }) => plan.groups.find((one) => one.id === group)?.site);
  return item.site === id || sites.includes(id);
}

/** A strict reader of iTIP: of what it was ever sent, the newest SEQUENCE counts, then the newest DTSTAMP. */
class Reader {
  readonly known = new Map<string, ReadEvent & { readonly raw: string; readonly stamp: string }>();
  readonly faults: string[] = [];

  take(text: string): void {
    const raws = new Map(eventTexts(text));
    for (const event of readWithIcalJs(text).events) {
      const raw = raws.get(event.uid)!;
      const stamp = /DTSTAMP:(\S+)/.exec(raw)![1]!;
      const old = this.known.get(event.uid);
      if (old && event.sequence < old.sequence) this.faults.push(`sequence falls: ${event.uid}`);
      if (old && event.sequence === old.sequence && raw !== old.raw)
        this.faults.push(`silent change: ${event.uid}`);
      if (old?.status === 'CANCELLED' && event.status === 'CONFIRMED' && event.sequence <= old.sequence)
        this.faults.push(`revived: ${event.uid}`);
      if (!old || event.sequence > old.sequence || (event.sequence === old.sequence && stamp >= old.stamp))
        this.known.set(event.uid, { ...event, raw, stamp });
    }
  }
}

const sorted = (lines: Iterable<string>) => [...lines].sort();

describe('ten changes in a year', () => {
  it('leave every program with what the plan says', async () => {
    let yaml = FIRM;
    const folder = firm({ 'cxplan.yaml': yaml });
    const file = (path: string) => readFileSync(join(folder, 'plan', path), 'utf8');
    const planNow = (): Plan => JSON.parse(file('plan.json'));
    const readers = new Map<string, Reader>();
    const past = new Map<string, string>();
    const khal = has('khal') ? khalIn(scratch()) : undefined;
    const server = has('radicale') ? await radicaleIn(scratch()) : undefined;
    const follower = has('vdirsyncer') ? vdirsyncerIn(scratch()) : undefined;

    for (const [asOf, from, to] of [['2027-01-03', '', ''] as const, ...CHANGES]) {
      const next = yaml.replace(from, to);
      if (from !== '') expect(next).not.toBe(yaml);
      yaml = next;
      writeFileSync(join(folder, 'cxplan.yaml'), yaml);
      const made = await run(['generate', folder, '--quiet', '--as-of', asOf]);
      expect([asOf, made.code, made.err]).toEqual([asOf, 0, '']);
      const plan = planNow();
      const items = itemsOf(plan);

      // What has been stands, letter by letter.
      const all = new Map(eventTexts(file('calendars/all.ics')));
      for (const [uid, raw] of past) expect(all.get(uid)).toBe(raw);
      for (const item of items)
        if (item.status === 'confirmed' && dayOf(item) < asOf) past.set(item.uid, all.get(item.uid)!);

      // Feeds: each address that ever was is there, and whoever only follows it has what the plan says.
      for (const path of readdirSync(join(folder, 'plan/feeds'), { recursive: true, encoding: 'utf8' }))
        if (path.endsWith('.ics') && !readers.has(path)) readers.set(path, new Reader());
      for (const [path, reader] of readers) {
        reader.take(file(`feeds/${path}`));
        expect([asOf, path, reader.faults]).toEqual([asOf, path, []]);
        const key = path.slice(0, -'.ics'.length);
        const expected = items
          .filter((item) => item.status === 'confirmed' && dayOf(item) >= asOf && isIn(item, key, plan))
          .map((item) => `${item.uid} ${item.sequence} ${startOf(item)}`);
        const shown = [...reader.known.values()]
          .filter(
            ({ status, uid }) =>
              status === 'CONFIRMED' && dayOf(items.find((one) => one.uid === uid)!) >= asOf,
          )
          .map(({ uid, sequence, start }) => `${uid} ${sequence} ${start}`);
        expect([asOf, path, sorted(shown)]).toEqual([asOf, path, sorted(expected)]);
      }

      const whole = sorted(
        items.map(
          (item) => `${item.uid} ${item.sequence} ${item.status.toUpperCase()} ${compact(startOf(item))}`,
        ),
      );
      if (khal) {
        khal.take(join(folder, 'plan/calendars/all.ics'));
        // khal keeps what was cancelled and is no longer told of.
        const known = new Set(items.map(({ uid }) => uid));
        expect(sorted(khal.has().filter((line) => known.has(line.split(' ')[0]!)))).toEqual(whole);
      }
      if (server) {
        const sent = await run(['publish', folder, '--caldav', server.url, '--user', 'ana', '--quiet'], {
          env: { CXPLAN_CALDAV_PASSWORD: 'any' },
        });
        expect([sent.code, sent.err]).toEqual([0, '']);
        expect(await server.has()).toEqual(whole);
      }
      if (follower) {
        await follower.follow(folder);
        const feed = eventTexts(file('feeds/all.ics')).map(([, raw]) => words(raw));
        // It knows events by their words: no two may read alike.
        expect(new Set(feed).size).toBe(feed.length);
        expect(follower.has()).toEqual(sorted(feed));
      }
    }
    // Every .ics of the last plan, read by libraries of others.
    const files = readdirSync(join(folder, 'plan'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ics'),
    );
    const counts = files.map((path) => eventTexts(file(path)).length);
    for (const script of [VOBJECT, LIBICAL]) {
      if (spawnSync('python3', ['-c', script.split('\n')[0]!]).status !== 0) continue;
      const out = execFileSync('python3', ['-c', script, ...files.map((path) => join(folder, 'plan', path))]);
      expect(JSON.parse(out.toString())).toEqual(counts);
    }
  });
});

const VOBJECT = `import sys, json, vobject
print(json.dumps([len(next(vobject.readComponents(open(p, newline='').read())).contents.get('vevent', [])) for p in sys.argv[1:]]))`;
const LIBICAL = `import sys, json, gi; gi.require_version('ICal', '3.0') or gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib as I
def count(p):
    c = I.Component.new_from_string(open(p, newline='').read())
    assert c.count_errors() == 0, p
    return c.count_components(I.ComponentKind.VEVENT_COMPONENT)
print(json.dumps([count(p) for p in sys.argv[1:]]))`;

/** UID → the event as it is written. */
function eventTexts(text: string): [string, string][] {
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((raw) => [property(raw, 'UID'), raw.slice(0, raw.indexOf('END:VEVENT'))]);
}

function property(raw: string, name: string): string {
  return (
    new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(
      raw.replace(/\r?\n[ \t]/g, '').replace(/\r/g, ''),
    )?.[1] ?? ''
  );
}

/** All that a person sees. */
function words(raw: string): string {
  return ['DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS']
    .map((name) => property(raw, name))
    .join(' | ');
}

function told(raw: string): string {
  return ['UID', 'SEQUENCE', 'STATUS', 'DTSTART'].map((name) => property(raw, name)).join(' ');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ics'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function khalIn(folder: string) {
  const [config, calendar] = [join(folder, 'config'), join(folder, 'calendar')];
  mkdirSync(calendar);
  writeFileSync(
    config,
    `[calendars]\n[[training]]\npath = ${calendar}\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  );
  return {
    take: (file: string) =>
      execFileSync('khal', ['-c', config, 'import', '--batch', '-a', 'training', file], { stdio: 'pipe' }),
    has: () => filesIn(calendar).map(told),
  };
}

async function radicaleIn(folder: string) {
  const port = await freePort();
  writeFileSync(
    join(folder, 'conf'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = ${folder}/data\n[logging]\nlevel = critical\n`,
  );
  const child = spawn('radicale', ['--config', join(folder, 'conf')], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
  });
  const url = `http://127.0.0.1:${port}/ana/plan/`;
  const headers = { Authorization: `Basic ${Buffer.from('ana:any').toString('base64')}` };
  for (;;) {
    const made = await fetch(url, { method: 'MKCALENDAR', headers }).catch(() => undefined);
    if (made?.status === 201) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const collection = new Collection({ url: new URL(url), user: 'ana', password: 'any' });
  return { url, has: async () => sorted((await collection.list()).map(({ data }) => told(data!))) };
}

function vdirsyncerIn(folder: string) {
  const target = join(folder, 'local');
  mkdirSync(target);
  return {
    has: () => sorted(filesIn(target).map(words)),
    follow: async (firmFolder: string) => {
      await serving(firmFolder, async (origin) => {
        writeFileSync(
          join(folder, 'config'),
          `[general]\nstatus_path = "${folder}/status"\n[pair plan]\na = "feed"\nb = "local"\ncollections = null\nconflict_resolution = "a wins"\npartial_sync = "revert"\n[storage feed]\ntype = "http"\nurl = "http://${origin}/feeds/all.ics"\n[storage local]\ntype = "filesystem"\npath = "${target}"\nfileext = ".ics"\n`,
        );
        for (const command of [['discover'], ['sync', '--force-delete']])
          await execute('vdirsyncer', ['-c', join(folder, 'config'), ...command]);
      });
    },
  };
}

/** Not waiting in this thread: the server that it asks is here. */
function execute(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.stdin.end('y\n'.repeat(5));
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`${program}: ${said}`))));
  });
}

async function serving(folder: string, use: (origin: string) => Promise<void>): Promise<void> {
  let stop = () => {};
  let said: (origin: string) => void = () => {};
  const started = new Promise<string>((done) => {
    said = done;
  });
  const served = run(['serve', folder, '--port', '0'], {
    out: (text) => said(/http:\/\/([\d.:]+)\//.exec(text)![1]!),
    onInterrupt: (call) => {
      stop = () => call('SIGINT');
      return () => {};
    },
  });
  try {
    await use(await started);
  } finally {
    stop();
    await served;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
