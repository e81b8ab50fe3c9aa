import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/render/render.ts';
import { report } from '../../../src/report/report.ts';
import type { AgendaEvent, Reports } from '../../../src/report/types.ts';
import { replanned, type Sample, sample } from '../../report/sample.ts';
import { wholeTexts } from '../whole.ts';
import { readWithIcalJs, readWithNodeIcal } from './read.ts';

const ICS = new Set(['ics'] as const);

async function calendars(reports: Reports): Promise<Map<string, string>> {
  return under('calendars/', await everyCalendar(reports));
}

/** Those to import, and the feeds. */
async function everyCalendar(reports: Reports): Promise<Map<string, string>> {
  return wholeTexts(await render(reports, { only: ICS }));
}

function under(folder: string, files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].filter(([path]) => path.startsWith(folder)));
}

/** Reports with one agenda of these events. */
function reportsOf(events: readonly Partial<AgendaEvent>[], name = 'Calendar'): Reports {
  const whole = events.map(
    (event, i): AgendaEvent => ({
      uid: `e${i}@example.com`,
      sequence: 0,
      status: 'confirmed',
      title: 'Title',
      description: '',
      location: '',
      categories: [],
      start: '2027-03-02T09:30:00Z',
      end: '2027-03-02T10:30:00Z',
      allDay: false,
      busy: true,
      created: '2026-11-21',
      revised: '2026-11-21',
      url: undefined,
      ...event,
    }),
  );
  const numbers = Uint32Array.from(whole.keys());
  const agenda = { name, zone: 'UTC', starts: '2027-01-01', ends: '2027-12-31', events: numbers };
  return {
    product: 'cxplan 0',
    pages: new Map(),
    tables: new Map(),
    documents: new Map(),
    events: { count: whole.length, at: (number) => whole[number]! },
    agendas: new Map([['calendars/all', agenda]]),
    book: async () => ({ title: '', made: '2027-01-01', sheets: [] }),
    sheets: async () => [],
    look: async () => ({ title: '', data: () => ({}) }),
  };
}

describe('the calendars of a plan', () => {
  let year: Sample;
  let files: Map<string, string>;

  beforeAll(async () => {
    year = await sample();
    files = await calendars(report(year.model, year.plan, year.gaps));
  });

  it('are one file for each department, site, facilitator and room that has something, and one of all', () => {
    expect([...files.keys()]).toEqual([
      'calendars/all.ics',
      'calendars/departments/care.ics',
      'calendars/departments/finance.ics',
      'calendars/departments/shops.ics',
      'calendars/facilitators/amira.ics',
      'calendars/facilitators/jonas.ics',
      'calendars/rooms/lamp-room.ics',
      'calendars/rooms/video.ics',
      'calendars/sites/leeds.ics',
      'calendars/sites/porto.ics',
      'calendars/sites/york.ics',
    ]);
  });

  it('hold every session with the instants of the plan, as two other parsers read them', () => {
    const all = files.get('calendars/all.ics')!;
    const expected = [
      ...year.plan.sessions.map(({ uid, startUtc, endUtc }) => [uid, startUtc, endUtc]),
      ...year.plan.rituals.map(({ uid, date }) => [uid, date, nextDay(date)]),
      ...year.plan.themes.map(({ uid, from, to }) => [uid, from, nextDay(to)]),
    ].sort();
    for (const events of [readWithIcalJs(all).events, readWithNodeIcal(all)]) {
      expect(events.map(({ uid, start, end }) => [uid, start, end]).sort()).toEqual(expected);
    }
  });

  it('show each session where its people, its room and its facilitator look for it', () => {
    const show = (path: string) =>
      readWithIcalJs(files.get(`calendars/${path}.ics`)!).events.map(({ uid }) => uid);
    const sessions = (keep: (session: Sample['plan']['sessions'][number]) => boolean) =>
      year.plan.sessions
        .filter(keep)
        .map(({ uid }) => uid)
        .sort();
    const ofSessions = (uids: string[]) => uids.filter((uid) => !/^(ritual|theme)\./.test(uid)).sort();
    expect(ofSessions(show('departments/finance'))).toEqual(
      sessions((s) => s.departments.includes('finance')),
    );
    expect(show('facilitators/amira').sort()).toEqual(sessions((s) => s.facilitator === 'amira'));
    expect(show('rooms/video').sort()).toEqual(sessions((s) => s.room === 'video'));
    expect(ofSessions(show('sites/porto'))).toEqual(
      sessions((s) => s.attendees.some(({ group }) => group.includes('.porto.'))),
    );
  });

  it('read alike in both parsers, text for text', () => {
    for (const text of files.values()) {
      const [one, two] = [readWithIcalJs(text).events, readWithNodeIcal(text)];
      expect(two).toEqual(one);
      expect(one.length).toBeGreaterThan(0);
    }
  });

  it('show a session in the same bytes in every file', () => {
    const seen = new Map<string, string>();
    for (const text of files.values()) {
      for (const block of text.split('BEGIN:VEVENT').slice(1)) {
        const event = block.slice(0, block.indexOf('END:VEVENT'));
        const uid = /UID:(.*)/.exec(event.replace(/\r\n /g, ''))![1]!;
        expect(seen.get(uid) ?? event).toBe(event);
        seen.set(uid, event);
      }
    }
    expect(seen.size).toBe(year.plan.sessions.length + year.plan.rituals.length + year.plan.themes.length);
  });

  it('are sorted by start', () => {
    for (const text of files.values()) {
      const starts = readWithIcalJs(text).events.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort());
    }
  });

  it('end lines with CRLF, the last one too, have no byte order mark and no line over 75 octets', () => {
    for (const text of files.values()) {
      expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cxplan//cxplan 0//EN\r\n')).toBe(
        true,
      );
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it('never hold what mails people, repeats, or floats', () => {
    const names = new Set<string>();
    for (const text of files.values()) {
      for (const line of text.replace(/\r\n /g, '').split('\r\n')) names.add(/^[A-Z-]*/.exec(line)![0]);
    }
    expect([...names].sort()).toEqual(
      [
        '',
        'BEGIN',
        'CALSCALE',
        'CATEGORIES',
        'CLASS',
        'CREATED',
        'DESCRIPTION',
        'DTEND',
        'DTSTAMP',
        'DTSTART',
        'END',
        'LAST-MODIFIED',
        'LOCATION',
        'PRODID',
        'SEQUENCE',
        'STATUS',
        'SUMMARY',
        'TRANSP',
        'UID',
        'VERSION',
        'X-MICROSOFT-CDO-BUSYSTATUS',
        'X-WR-CALNAME',
        'X-WR-TIMEZONE',
      ].sort(),
    );
  });

  it('are the same bytes in every zone of the machine, like all other files', async () => {
    const before = process.env.TZ;
    const offsets = new Set<number>();
    const runs: Map<string, string>[] = [];
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/New_York']) {
      process.env.TZ = zone;
      offsets.add(new Date(2027, 0, 1).getTimezoneOffset());
      const { model, plan, gaps } = await sample();
      runs.push(wholeTexts(await render(report(model, plan, gaps))));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(offsets.size).toBe(3);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });
});

describe('after a replan', () => {
  it('changes.ics holds what was added, moved and cancelled, and nothing else', async () => {
    const { model, plan, gaps } = await replanned();
    const files = await calendars(report(model, plan, gaps));
    const events = readWithIcalJs(files.get('calendars/changes.ics')!).events;
    expect(events.map(({ uid, status, sequence }) => [uid.split('.marlow')[0], status, sequence])).toEqual([
      ['theme-talk.2027-02.care-agent.porto.day.1.1', 'CANCELLED', 1],
      ['kind-invoices.once.credit-controller.leeds.day.1.1', 'CONFIRMED', 1],
      ['theme-talk.2027-04.shop-assistant.leeds.early.1.1', 'CONFIRMED', 0],
    ]);
    expect(events[0]?.summary).toMatch(/^Cancelled: Theme talk/);
    expect(files.get('calendars/changes.ics')).toContain(
      'STATUS:CANCELLED\r\nCATEGORIES:The journey today\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nTRANSP:TRANSPARENT\r\n',
    );
  });

  it('what did not change stays in the same bytes', async () => {
    const [before, after] = await Promise.all(
      [await sample(), await replanned()].map(({ model, plan, gaps }) =>
        calendars(report(model, plan, gaps)),
      ),
    );
    expect(after!.get('calendars/departments/finance.ics')).not.toBe(
      before!.get('calendars/departments/finance.ics'),
    );
    expect(after!.get('calendars/sites/york.ics')).toBe(before!.get('calendars/sites/york.ics'));
  });
});

describe('hostile texts', () => {
  const hostile: readonly (readonly [string, string, string])[] = [
    ['quotes, commas, semicolons, backslashes', 'a "b", c; d\\e\\n', 'a "b", c; d\\e\\n'],
    ['a line break with an ATTENDEE', 'x\r\nATTENDEE:mailto:a@b.example', 'x\nATTENDEE:mailto:a@b.example'],
    ['a bare CR, NEL and Unicode line separators', 'a\rb\u0085c\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    [
      'the end of the event',
      'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged',
      'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged',
    ],
    ['emoji with joiners', '👩‍👩‍👧‍👦'.repeat(20), '👩‍👩‍👧‍👦'.repeat(20)],
    ['right-to-left', 'مرحبا بالعالم, שלום', 'مرحبا بالعالم, שלום'],
    ['control characters', 'a\u0000b\u0007c\u001b[31md\u007fe\u009bf', 'abc[31mdef'],
    ['half a surrogate pair', 'x\ud83dy\udc00', 'x\ufffdy\ufffd'],
    ['a combining mark after a long line', `${'e'.repeat(74)}\u0301`, `${'e'.repeat(74)}\u0301`],
  ];

  it.each(hostile)('%s: one event, the text as it was meant', async (_, text, meant) => {
    const event = { title: text, description: text, location: text, categories: [text, 'other'] };
    const files = await calendars(reportsOf([event, {}], text));
    const { name, events } = readWithIcalJs(files.get('calendars/all.ics')!);
    const line = meant.replace(/\s+/g, ' ');
    expect(events).toHaveLength(2);
    expect(readWithNodeIcal(files.get('calendars/all.ics')!)).toHaveLength(2);
    expect(name).toBe(line);
    expect(events[0]).toMatchObject({
      uid: 'e0@example.com',
      summary: line,
      description: meant,
      location: line,
      categories: [line, 'other'],
    });
  });

  it('10,000 characters: title and description are cut with an ellipsis, quickly', async () => {
    const text = '🎉ä'.repeat(5_000);
    const files = await calendars(reportsOf([{ title: text, description: text }]));
    const [event] = readWithIcalJs(files.get('calendars/all.ics')!).events;
    expect([...event!.summary]).toHaveLength(200);
    expect([...event!.description]).toHaveLength(4000);
    expect(event!.summary.endsWith('…')).toBe(true);
  });

  it('a web address is written as one, anything else is left out', async () => {
    const urls = [
      'HTTPS://Example.COM/a b',
      'javascript:alert(1)',
      'no address',
      'http://x.example/\r\nATTENDEE:y',
    ];
    const files = await calendars(reportsOf(urls.map((url) => ({ url }))));
    const text = files.get('calendars/all.ics')!;
    expect(text.match(/^URL:.*$/gm)).toEqual([
      'URL:https://example.com/a%20b',
      'URL:http://x.example/ATTENDEE:y',
    ]);
    expect(text).not.toMatch(/^ATTENDEE/m);
    expect(readWithIcalJs(text).events).toHaveLength(4);
  });

  it('a file with one event has no calendar name', async () => {
    const files = await calendars(reportsOf([{}]));
    expect(files.get('calendars/all.ics')).not.toContain('X-WR-CALNAME');
  });

  it('a calendar without events makes no file', async () => {
    expect((await calendars(reportsOf([]))).size).toBe(0);
  });

  it('says which event the library refuses', async () => {
    const broken = { uid: 'broken@example.com', sequence: 1.5 };
    await expect(calendars(reportsOf([{}, broken]))).rejects.toThrow(
      /"broken@example.com" cannot be written/,
    );
  });
});

describe('large calendars', () => {
  it('come in parts whose names keep clear of other calendars', async () => {
    const events = Array.from({ length: 1001 }, (_, i) => ({
      start: `2027-0${1 + Math.floor(i / 167)}-05T09:00:00Z`,
      end: `2027-0${1 + Math.floor(i / 167)}-05T10:00:00Z`,
    }));
    const reports = reportsOf(events);
    const agenda = reports.agendas.get('calendars/all')!;
    expect([...(await calendars(reports)).keys()]).toEqual([
      'calendars/all-q1.ics',
      'calendars/all-q2.ics',
      'calendars/all-q3.ics',
      'calendars/all-q4.ics',
    ]);
    const twin = { ...agenda, events: agenda.events.slice(0, 2) };
    const both = { ...reports, agendas: new Map([...reports.agendas, ['calendars/all-q1', twin]]) };
    const files = await calendars(both);
    expect([...files.keys()]).toEqual([
      'calendars/all--q1.ics',
      'calendars/all-q1.ics',
      'calendars/all-q2.ics',
      'calendars/all-q3.ics',
      'calendars/all-q4.ics',
    ]);
    expect(readWithIcalJs(files.get('calendars/all--q1.ics')!).name).toBe('Calendar (Q1)');
  });
});

function nextDay(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
