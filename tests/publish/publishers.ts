/** Who brings a plan to a server of calendars, replan after replan: `cxplan publish`, and somebody who never deletes anything. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/host.ts';
import { eventsUnder } from './programs.ts';
import { type RawEvent, rawEvents } from './raw-events.ts';
import { AUTHORIZATION, type CalendarServer, calendarOn, PASSWORD, USER } from './servers.ts';

export interface Publisher {
  /** @param events all of the calendar the first time, then at least what is new in it; @returns what went wrong */
  readonly publish: (folder: string, calendar: string, events: readonly RawEvent[]) => Promise<string>;
  /** What the server keeps by now, from its disk. */
  readonly has: (calendar: string) => Map<string, RawEvent>;
}

/**
 * A server reads all that it has for each event that is new (Radicale 3.1: a third of a second beside 5,700): a calendar of more
 * is brought in as a whole the first time, as its owner would import a file.
 */
const ONE_BY_ONE = 500;

const nameOf = (calendar: string) => calendar.replace('/', '-');

/** The publisher that prunes: ours. */
export function pruning(server: CalendarServer): Publisher {
  const open = opening(server);
  return {
    publish: async (folder, calendar, events) => {
      const { url, isNew } = await open(calendar);
      if (isNew && events.length > ONE_BY_ONE) await put(url, events);
      const flags = ['--caldav', url, '--user', USER, '--calendar', calendar, '--quiet'];
      const { code, err } = await run(['publish', folder, ...flags], {
        env: { CXPLAN_CALDAV_PASSWORD: PASSWORD },
      });
      return code === 0 ? err : `${code} ${err}`;
    },
    has: (calendar) => eventsUnder(join(server.folder, nameOf(calendar))),
  };
}

/** As publishers do that never delete anything: each event that is another goes where its UID stands, or else under a name of it. */
export function putting(server: CalendarServer): Publisher {
  const open = opening(server);
  const sent = new Map<string, string>();
  return {
    publish: async (_, calendar, events) => {
      const { url, isNew } = await open(calendar);
      if (isNew && events.length > ONE_BY_ONE) await put(url, events);
      else {
        const names = namesIn(join(server.folder, nameOf(calendar)));
        for (const event of events)
          if (sent.get(`${calendar} ${event.uid}`) !== event.raw)
            await put(url + (names.get(event.uid) ?? newNameOf(event.uid)), [event]);
      }
      for (const { uid, raw } of events) sent.set(`${calendar} ${uid}`, raw);
      return '';
    },
    has: (calendar) => eventsUnder(join(server.folder, nameOf(calendar))),
  };
}

const newNameOf = (uid: string) => `${createHash('sha256').update(uid).digest('hex')}.ics`;

/** Makes a calendar where there is none yet. */
function opening(server: CalendarServer) {
  const urls = new Map<string, string>();
  return async (calendar: string) => {
    const known = urls.get(calendar);
    const url = known ?? (await calendarOn(server, nameOf(calendar)));
    urls.set(calendar, url);
    return { url, isNew: known === undefined };
  };
}

/** UID → file, as the server named it. */
function namesIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.ics'));
  return new Map(
    names.flatMap((name) =>
      rawEvents(readFileSync(join(folder, name), 'utf8')).map(({ uid }) => [uid, encodeURIComponent(name)]),
    ),
  );
}

async function put(url: string, events: readonly RawEvent[]): Promise<void> {
  const headers = { Authorization: AUTHORIZATION, 'Content-Type': 'text/calendar' };
  const body = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n${events.map(({ raw }) => `BEGIN:VEVENT${raw}END:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;
  const { status } = await fetch(url, { method: 'PUT', headers, body });
  if (status >= 300) throw new Error(`PUT ${url}: ${status}`);
}
