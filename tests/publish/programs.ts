/** Programs of others that keep calendars, each in a folder of its own; where one is not installed it is left out. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/host.ts';
import { type RawEvent, rawEvents } from './raw-events.ts';

export const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** UID → the event, of every `.ics` of a folder. */
export function eventsUnder(folder: string): Map<string, RawEvent> {
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
    await use(await Promise.race([started, served.then(({ err }) => Promise.reject(new Error(err)))]));
  } finally {
    stop();
    await served;
  }
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
