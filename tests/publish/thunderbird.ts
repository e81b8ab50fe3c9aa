/**
 * Thunderbird without a window, driven through Marionette as its own tests are: calendars “On the network” that follow the
 * addresses of `cxplan serve`, kept in its own store (`cache.sqlite`), read back through its own calendar manager.
 */
import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './servers.ts';

/** What runs inside of Thunderbird, after the modules that each script needs. */
const MODULES = `
const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs');
const done = arguments[arguments.length - 1];
const named = (name) => cal.manager.getCalendars().find((one) => one.name === name);
`;

/** A calendar of that name at the address, or that which there is, asked anew; answers when it has loaded. */
const FOLLOW = `${MODULES}
const [name, url] = arguments;
let calendar = named(name);
if (calendar && calendar.uri.spec !== url) { cal.manager.removeCalendar(calendar); calendar = undefined; }
const isNew = !calendar;
if (isNew) {
  calendar = cal.manager.createCalendar('ics', Services.io.newURI(url));
  calendar.name = name;
  calendar.setProperty('cache.enabled', true);
  cal.manager.registerCalendar(calendar);
  calendar = named(name);
}
const observer = { QueryInterface: ChromeUtils.generateQI(['calIObserver']) };
for (const one of ['StartBatch', 'EndBatch', 'AddItem', 'ModifyItem', 'DeleteItem', 'PropertyChanged', 'PropertyDeleting'])
  observer['on' + one] = () => {};
const end = (word) => { calendar.removeObserver(observer); done(word); };
observer.onLoad = () => end('loaded');
observer.onError = (of, code, message) => end('error ' + code + ' ' + message);
calendar.addObserver(observer);
calendar.refresh();
`;

/** Every event of a calendar as Thunderbird would write it. */
const EVENTS = `${MODULES}
(async () => {
  const calendar = named(arguments[0]);
  const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
  return items.map((item) => item.icalString).join('');
})().then(done, (error) => done('error ' + error));
`;

const STORED = `import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select id from cal_events')
print(json.dumps(sorted(row[0] for row in rows)))`;

const PREFERENCES = {
  'app.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'mail.provider.suppress_dialog_on_startup': true,
  'calendar.alarms.show': false,
  'network.proxy.type': 0,
};

interface Thunderbird {
  /** Follows an address, or asks it again; says how that went: `loaded`, or the error. */
  follow(name: string, url: string): Promise<string>;
  /** The events that it has, as text. */
  events(name: string): Promise<string>;
  quit(): Promise<void>;
  /** The UIDs in its store, once it has quit: until then it keeps it locked. */
  kept(): string[];
}

/** @param folder an empty one, for its profile */
export async function thunderbirdIn(folder: string): Promise<Thunderbird> {
  const port = await freePort();
  const prefs = { ...PREFERENCES, 'marionette.port': port };
  writeFileSync(
    join(folder, 'user.js'),
    Object.entries(prefs)
      .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${value});\n`)
      .join(''),
  );
  const child = spawn(
    'thunderbird',
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', folder],
    { stdio: 'ignore', env: { ...process.env, HOME: folder, MOZ_HEADLESS: '1' } },
  );
  // Where a test fails, too.
  onTestFinished(() => {
    child.kill();
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const call = callsOver(await connected(port, () => child.exitCode !== null));
  await call('WebDriver:NewSession', {});
  await call('Marionette:SetContext', { value: 'chrome' });
  await call('WebDriver:SetTimeouts', { script: 600_000 });
  const inside = async (script: string, ...args: string[]) => {
    const { value } = await call('WebDriver:ExecuteAsyncScript', { script, args, sandbox: 'system' });
    return String(value);
  };
  return {
    follow: (name, url) => inside(FOLLOW, name, url),
    events: (name) => inside(EVENTS, name),
    quit: async () => {
      // It may be gone before it answers.
      void call('Marionette:Quit', { flags: ['eForceQuit'] });
      await ended;
    },
    kept: () => {
      const store = join(folder, 'calendar-data/cache.sqlite');
      return JSON.parse(execFileSync('python3', ['-c', STORED, store]).toString());
    },
  };
}

/** Waits as long as it takes, unless it is no more. */
async function connected(port: number, isOver: () => boolean): Promise<Socket> {
  while (!isOver()) {
    const socket = await new Promise<Socket | undefined>((done) => {
      const one = connect(port, '127.0.0.1', () => done(one));
      one.once('error', () => done(undefined));
    });
    if (socket) return socket;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('Thunderbird ended before it answered');
}

type Call = (command: string, parameters: object) => Promise<{ readonly value?: unknown }>;

/** Marionette's protocol: `length:[type, id, command or error, parameters or result]`, the length in octets. */
function callsOver(socket: Socket): Call {
  const waiting = new Map<number, (error: unknown, result: { value?: unknown }) => void>();
  let unread = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data]);
    for (;;) {
      const colon = unread.indexOf(':');
      const end = colon + 1 + Number(unread.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || unread.length < end) return;
      const message = JSON.parse(unread.subarray(colon + 1, end).toString());
      unread = unread.subarray(end);
      // The first message says who it is.
      if (Array.isArray(message)) waiting.get(message[1])?.(message[2], message[3] ?? {});
    }
  });
  let last = 0;
  return (command, parameters) =>
    new Promise((done, failed) => {
      const id = ++last;
      waiting.set(id, (error, result) => {
        waiting.delete(id);
        if (error) failed(new Error(`${command}: ${JSON.stringify(error)}`));
        else done(result);
      });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
