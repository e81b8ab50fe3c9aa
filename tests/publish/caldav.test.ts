/** Publishing to real servers, where they are installed: the server ends as the plan, whatever was cut off on the way. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { Collection } from '../../src/publish/caldav/client.ts';
import { linesOf, propertyOf } from '../../src/publish/events.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';
import { has } from './programs.ts';
import { AUTHORIZATION, calendarOn, PASSWORD, radicale, USER, xandikos } from './servers.ts';

/** Every place where it can be cut off, behind `npm run check:long`. */
const isLong = Number(process.env.CXPLAN_RUNS ?? 0) >= 100;

interface Cut {
  /** So many requests go through. */
  readonly after: number;
  /** The one that is cut off is answered, but nobody hears of it. */
  readonly arrives: boolean;
}

/** With a connection that breaks. */
async function whileCut<T>({ after, arrives }: Cut, work: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch;
  let count = 0;
  globalThis.fetch = (async (...args: Parameters<typeof fetch>) => {
    if (count++ < after) return real(...args);
    if (arrives) await (await real(...args)).text();
    throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
  }) as typeof fetch;
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}

const FOREIGN =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:dentist@ana.example\r\nDTSTAMP:20261201T000000Z\r\nDTSTART:20270302T090000Z\r\nDTEND:20270302T100000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

describe.each([
  ['Radicale', 'radicale', radicale],
  ['xandikos', 'xandikos', xandikos],
] as const)('publishing to %s', (_, program, start) => {
  const isThere = has(program);
  let url: string;
  let folder: string;

  /** A server with an empty calendar but for an entry of its owner's, and a plan. */
  async function begin(): Promise<void> {
    folder = firm();
    await run(['generate', folder, '--quiet']);
    url = await calendarOn(await start(), 'plan');
    const headers = { Authorization: AUTHORIZATION, 'Content-Type': 'text/calendar' };
    expect((await fetch(`${url}mine.ics`, { method: 'PUT', headers, body: FOREIGN })).status).toBe(201);
  }

  const publish = (...flags: string[]) =>
    run(['publish', folder, '--caldav', url, '--user', USER, ...flags], {
      env: { CXPLAN_CALDAV_PASSWORD: PASSWORD },
    });
  const planNow = () => JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8')) as Plan;
  /** UID → SEQUENCE, STATUS and start of what the server has. */
  async function onServer(): Promise<Map<string, string>> {
    const collection = new Collection({ url: new URL(url), user: USER, password: PASSWORD });
    return new Map(
      (await collection.list()).map(({ data }) => {
        const lines = linesOf(data!);
        const [uid, ...rest] = ['UID', 'SEQUENCE', 'STATUS', 'DTSTART'].map((name) =>
          propertyOf(lines, name),
        );
        return [uid!, rest.join(' ')];
      }),
    );
  }
  function wanted(): Map<string, string> {
    const { sessions, rituals, themes } = planNow();
    const start = (text: string) => text.replace(/[-:]/g, '');
    const found = [...sessions, ...rituals, ...themes].map((item): [string, string] => [
      item.uid,
      `${item.sequence} ${item.status.toUpperCase()} ${start('module' in item ? item.startUtc : 'ritual' in item ? item.date : item.from)}`,
    ]);
    return new Map([...found, ['dentist@ana.example', '  20270302T090000Z']]);
  }
  const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

  it.runIf(isThere)('brings it to what the plan has, through changes and interruptions', async () => {
    await begin();
    const dry = await publish('--dry-run');
    expect(dry.out).toMatch(/Would add \d+, update 0 and delete 0 .*1 entry of others left alone/);
    expect((await onServer()).size).toBe(1);

    const first = await publish();
    expect([first.code, first.err]).toEqual([0, '']);
    expect(sorted(await onServer())).toEqual(sorted(wanted()));
    expect((await publish()).out).toMatch(/Added 0, updated 0 and deleted 0/);

    // A hand on the server, a copy of ours under another name, one that is gone: all as planned again.
    const [one] = (await new Collection({ url: new URL(url), user: USER, password: PASSWORD }).list()).filter(
      ({ data }) => !data!.includes('Dentist'),
    );
    await fetch(new URL(one!.href, url), {
      method: 'PUT',
      headers: { Authorization: AUTHORIZATION, 'Content-Type': 'text/calendar' },
      body: one!.data!.replace(/\r?\n/g, '\r\n').replace(/SUMMARY:[^\r]*/, 'SUMMARY:Mine now'),
    });
    expect((await publish()).out).toMatch(/Added 0, updated 1 and deleted 0/);

    // Another plan, cut off at each of its first requests and then let through.
    writeFileSync(
      join(folder, 'cxplan.yaml'),
      SMALL.replace('name: Empathy', 'name: Sympathy').replace('every: fortnight', 'every: month'),
    );
    await run(['generate', folder, '--quiet', '--as-of', '2027-02-01']);
    for (const cut of [
      { after: 1, arrives: false },
      { after: 4, arrives: true },
    ]) {
      const broken = await whileCut(cut, publish);
      expect(broken.code).toBe(2);
      expect(broken.err).toContain('run it again to go on where it stopped');
    }
    const last = await publish();
    expect([last.code, last.err]).toEqual([0, '']);
    expect(sorted(await onServer())).toEqual(sorted(wanted()));
  });

  it.runIf(isThere && isLong)('ends the same wherever it was cut off', async () => {
    await begin();
    const plans = [SMALL, SMALL.replace('name: Empathy', 'name: Sympathy')];
    const plan = async (n: number) => {
      writeFileSync(join(folder, 'cxplan.yaml'), plans[n % 2]!);
      expect((await run(['generate', folder, '--quiet', '--as-of', '2027-02-01'])).err).toBe('');
    };
    await publish();
    let cuts = 0;
    for (let after = 0; ; after++) {
      await plan(after + 1);
      const broken = await whileCut({ after, arrives: after % 2 === 0 }, publish);
      if (broken.code === 0) break;
      cuts++;
      expect((await publish()).code).toBe(0);
      expect(sorted(await onServer())).toEqual(sorted(wanted()));
    }
    expect(cuts).toBeGreaterThan(3);
    expect(sorted(await onServer())).toEqual(sorted(wanted()));
  });

  it.runIf(isThere && program === 'radicale')('says what is wrong', async () => {
    await begin();
    const wrong = await run(['publish', folder, '--caldav', url, '--user', USER], {
      env: { CXPLAN_CALDAV_PASSWORD: 'guess' },
    });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('user or password is wrong (401)')]);
    expect((await run(['publish', folder, '--caldav', url, '--user', USER])).err).toContain(
      'put it into the environment as CXPLAN_CALDAV_PASSWORD',
    );
    const open = await run(['publish', folder, '--caldav', 'http://cal.example.org/x/', '--user', USER]);
    expect(open.err).toContain('takes an https address');
    // Whoever waits hears how far it is.
    let now = 0;
    const slow = await run(['publish', folder, '--caldav', url, '--user', USER], {
      env: { CXPLAN_CALDAV_PASSWORD: PASSWORD },
      now: () => {
        now += 6000;
        return now;
      },
    });
    expect([slow.code, slow.err]).toEqual([0, expect.stringMatching(/^(Publishing: \d+ of \d+\n)+$/)]);
    expect((await publish('--calendar', 'departments/none')).err).toContain(
      "'departments/none' is none of this plan",
    );
  });
});
