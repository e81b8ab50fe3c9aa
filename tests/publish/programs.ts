/** Programs of others that keep calendars, each in a folder of its own; where one is not installed it is left out. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../cli/host.ts';
import { type RawEvent, rawEvents } from './raw-events.ts';

export const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** UID → the event, of every `.ics` of a folder. */
function eventsUnder(folder: string): Map<string, RawEvent> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ics'));
  return new Map(
    files
      .flatMap((name) => rawEvents(readFileSync(join(folder, name), 'utf8')))
      .map((event) => [event.uid, event]),
  );
}

/** A calendar into which files are imported. */
export function khalIn(folder: string) {
  const [config, calendar] = [join(folder, 'config'), join(folder, 'calendar')];
  mkdirSync(calendar);
  writeFileSync(
    config,
    `[calendars]\n[[training]]\npath = ${calendar}\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  );
  return {
    take: (files: readonly string[]) =>
      execFileSync('khal', ['-c', config, 'import', '--batch', '-a', 'training', ...files], {
        stdio: 'pipe',
        maxBuffer: 2 ** 28,
      }),
    has: () => eventsUnder(calendar),
  };
}

/** A server with an empty calendar; what it keeps is read from its disk. */
export async function radicaleIn(folder: string, calendar = 'plan') {
  const port = await freePort();
  writeFileSync(
    join(folder, 'conf'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = ${folder}/data\n[logging]\nlevel = critical\n`,
  );
  const url = `http://127.0.0.1:${port}/ana/${calendar}/`;
  const headers = await started('radicale', ['--config', join(folder, 'conf')], url);
  return {
    url,
    /** As publishers do that never delete anything: each event under a name of its UID, whatever stands there. */
    put: async (events: readonly RawEvent[]) => {
      for (const { uid, raw } of events) {
        const name = createHash('sha256').update(uid).digest('hex');
        const body = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT${raw}END:VEVENT\r\nEND:VCALENDAR\r\n`;
        const { status } = await fetch(`${url}${name}.ics`, { method: 'PUT', headers, body });
        if (status >= 300) throw new Error(`PUT ${uid}: ${status}`);
      }
    },
    has: () => eventsUnder(join(folder, 'data/collection-root/ana', calendar)),
  };
}

/** The same of another maker, which keeps a calendar as files in git. */
export async function xandikosIn(folder: string) {
  const port = await freePort();
  mkdirSync(join(folder, 'data'));
  const url = `http://127.0.0.1:${port}/user/calendars/plan/`;
  const flags = ['-d', join(folder, 'data'), '--defaults', '--autocreate', '-l', '127.0.0.1'];
  await started('xandikos', [...flags, '-p', String(port)], url);
  return { url, has: () => eventsUnder(join(folder, 'data/user/calendars/plan')) };
}

/** Waits until a server has made the calendar; what to say to it with each request. */
async function started(program: string, args: readonly string[], url: string) {
  const child = spawn(program, args, { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
  });
  const headers = { Authorization: `Basic ${Buffer.from('ana:any').toString('base64')}` };
  for (;;) {
    const made = await fetch(url, { method: 'MKCALENDAR', headers }).catch(() => undefined);
    if (made?.status === 201) return headers;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A folder that follows an address. */
export function vdirsyncerIn(folder: string) {
  const target = join(folder, 'local');
  mkdirSync(target);
  return {
    /** It knows events by their words, and gives them UIDs of its own. */
    has: () => [...eventsUnder(target).values()],
    follow: async (firmFolder: string, feed: string) => {
      await serving(firmFolder, async (origin) => {
        writeFileSync(
          join(folder, 'config'),
          `[general]\nstatus_path = "${folder}/status"\n[pair plan]\na = "feed"\nb = "local"\ncollections = null\nconflict_resolution = "a wins"\npartial_sync = "revert"\n[storage feed]\ntype = "http"\nurl = "http://${origin}/feeds/${feed}"\n[storage local]\ntype = "filesystem"\npath = "${target}"\nfileext = ".ics"\n`,
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

/** `cxplan serve` of a workspace while `use` runs. */
export async function serving(folder: string, use: (origin: string) => Promise<void>): Promise<void> {
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

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** How many events libraries of others find in each file, as a Python program that prints it. */
export const COUNTS: Readonly<Record<string, string>> = {
  vobject: `import sys, json, vobject
print(json.dumps([len(next(vobject.readComponents(open(p, newline='').read())).contents.get('vevent', [])) for p in sys.argv[1:]]))`,
  icalendar: `import sys, json, icalendar
print(json.dumps([len(list(icalendar.Calendar.from_ical(open(p, 'rb').read()).walk('VEVENT'))) for p in sys.argv[1:]]))`,
  libical: `import sys, json, gi; gi.require_version('ICal', '3.0') or gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib as I
def count(p):
    c = I.Component.new_from_string(open(p, newline='').read())
    assert c.count_errors() == 0, p
    return c.count_components(I.ComponentKind.VEVENT_COMPONENT)
print(json.dumps([count(p) for p in sys.argv[1:]]))`,
};
