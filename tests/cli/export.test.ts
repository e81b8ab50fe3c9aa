/** `cxplan export`: each form read back by an independent parser, and compared with the plan. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Plan } from '../../src/model/made/plan.ts';
import { changed, firm } from './folder.ts';
import { type Ran, run } from './host.ts';

const PEOPLE =
  'id,role,site,shift,name,email\n' +
  'p1,credit-controller,leeds,day,Ottoline Quillfeather,ottoline@mailbox.example\n' +
  'p2,credit-controller,leeds,day,Zsófia Brandybuck,zsofia@mailbox.example\n';

const MOODLE =
  'course,groups,sessiondate,from,to,description,repeaton,repeatevery,repeatuntil,studentscanmark,passwordgrp,randompassword,subnet,automark,autoassignstatus,absenteereport,preventsharedip,preventsharediptime,calendarevent,includeqrcode'.split(
    ',',
  );

describe('export', () => {
  // One plan for all: `firm` of a hook would be gone after the first test.
  let plan: Plan;
  let files: Record<string, string>;
  const made = () => {
    const folder = firm(files);
    return { folder, write: (...argv: string[]): Promise<Ran> => run(['export', ...argv], { cwd: folder }) };
  };
  beforeAll(async () => {
    files = { ...changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy'), 'people.csv': PEOPLE };
  });
  const ready = async () => {
    const { folder, write } = made();
    if (!plan) {
      await run(['generate', '.', '--only', 'json'], { cwd: folder });
      const text = readFileSync(join(folder, 'plan', 'plan.json'), 'utf8');
      plan = JSON.parse(text);
      files = { ...files, 'plan/plan.json': text };
    }
    return { folder, write, sessions: plan.sessions.filter(({ status }) => status === 'confirmed') };
  };

  it('to Moodle’s attendance: 20 columns by their position', async () => {
    const { write, sessions } = await ready();
    const { out, code } = await write('moodle-attendance', '.');
    expect(code).toBe(0);
    const [header, ...rows] = parse(out) as string[][];
    expect(header).toEqual(MOODLE);
    expect(rows.every((row) => row.length === 20)).toBe(true);
    expect(rows.map((row) => [row[0], row[2], row[3], row[4]])).toEqual(
      sessions.map(({ module, start, end }) => [module, start.slice(0, 10), start.slice(11), end.slice(11)]),
    );
    expect(rows.map((row) => row[1])).toEqual(
      sessions.map(({ attendees }) => [...new Set(attendees.map(({ group }) => group))].join(';')),
    );
  });

  it('to Moodle’s booking, Docebo, Google, Outlook and SuccessFactors', async () => {
    const { write, sessions } = await ready();
    const records = async (format: string, options = {}) =>
      parse((await write(format, '.')).out, { columns: true, ...options }) as Record<string, string>[];
    const first = sessions[0]!;
    const [y, m, d] = first.start.slice(0, 10).split('-') as [string, string, string];
    const booking = await records('moodle-booking');
    expect(Object.keys(booking[0]!).join()).toBe(
      'text,bookingclosingtime,coursestarttime,courseendtime,description,institution,maxanswers,maxoverbooking,limitanswers,location,addtocalendar',
    );
    expect(booking[0]!.coursestarttime).toBe(`${d}.${m}.${y} ${first.start.slice(11)}:00`);
    expect(booking.length).toBe(sessions.length);
    const docebo = await records('docebo');
    expect(docebo.map((row) => `${row['Event Date']}T${row['Event Start Time']}`)).toEqual(
      sessions.map(({ start }) => `${start}:00`),
    );
    expect(Object.keys(docebo[0]!)).not.toContain('Session UUID');
    const google = await records('google-csv');
    expect(Object.keys(google[0]!).join()).toBe(
      'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private',
    );
    const at = (row: Record<string, string>) =>
      new Date(`${row['Start Date']} ${row['Start Time']} UTC`).getTime();
    // The programme's clock in London is UTC in winter.
    const winter = google.filter((row) => row['Start Date']!.startsWith('01/'));
    expect(winter.map(at)).toEqual(
      sessions.filter(({ start }) => start.startsWith('2027-01')).map(({ startUtc }) => Date.parse(startUtc)),
    );
    const outlook = await records('outlook-csv');
    expect(Object.keys(outlook[0]!).length).toBe(22);
    const { out } = await write('successfactors', '.');
    const lines = out.split('!##!\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.every((line) => line.split('|').length === 11)).toBe(true);
    expect(lines[0]).toBe(lines[0]!.toUpperCase());
    expect(lines.slice(1).map((line) => line.split('|')[0])).toEqual(sessions.map(({ id }) => id));
  });

  it('as JSON, of a module, from a day, on another clock, into a file', async () => {
    const { folder, write, sessions } = await ready();
    const { err, code } = await write(
      'json',
      '.',
      '--module',
      'kind-invoices',
      '--timezone',
      'Asia/Kolkata',
      '--from',
      '2027-01-01',
      '--to',
      'sessions.json',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('Wrote sessions.json')]);
    const rows = JSON.parse(readFileSync(join(folder, 'sessions.json'), 'utf8'));
    const own = sessions.filter(({ module }) => module === 'kind-invoices');
    expect(rows.map(({ session }: { session: string }) => session)).toEqual(own.map(({ id }) => id));
    expect(rows[0]).toMatchObject({ uid: own[0]!.uid, heads: own[0]!.heads, timezone: 'Asia/Kolkata' });
    expect(Date.parse(`${rows[0].start}:00+05:30`)).toBe(Date.parse(own[0]!.startUtc));
  });

  it('of people only when asked, with the numbers that only Moodle knows', async () => {
    const { folder, write, sessions } = await ready();
    expect((await write('facetoface-bookings', '.')).err).toContain('say --people');
    const unmapped = await write('facetoface-bookings', '.', '--people');
    expect([unmapped.code, unmapped.err]).toEqual([2, expect.stringContaining('write values: { session:')]);
    expect(unmapped.out).toBe('');
    mkdirSync(join(folder, 'mappings'));
    const numbers = sessions.map(({ id }, i) => `    ${id}: ${100 + i}\n`).join('');
    writeFileSync(join(folder, 'mappings', 'facetoface-bookings.yaml'), `values:\n  session:\n${numbers}`);
    const { out } = await write('facetoface-bookings', '.', '--people', '--module', 'kind-invoices');
    const [header, ...rows] = parse(out) as string[][];
    expect(header).toEqual(['email', 'session']);
    expect(rows.map(([email]) => email).sort()).toEqual([
      'ottoline@mailbox.example',
      'zsofia@mailbox.example',
    ]);
    expect(rows.every(([, number]) => /^\d{3}$/.test(number!))).toBe(true);
  });

  it('by an own mapping; a wrong one is refused with its place', async () => {
    const { folder, write, sessions } = await ready();
    const { out: shipped } = await write('docebo', '--show-mapping');
    expect(Object.keys(parseYaml(shipped).columns)).toContain('Event Date');
    writeFileSync(
      join(folder, 'own.yaml.txt'),
      'separator: semicolon\ncolumns: { Kurs: "{moduleName}", Tag: "{start:d.M.yyyy}", Fix: "=1+2" }\nvalues: { moduleName: { Theme huddle: TH } }\n',
    );
    const own = parse((await write('docebo', '.', '--mapping', 'own.yaml.txt')).out, {
      delimiter: ';',
    }) as string[][];
    expect(own[0]).toEqual(['Kurs', 'Tag', 'Fix']);
    expect(own[1]![2]).toBe("'=1+2");
    expect(own.length).toBe(sessions.length + 1);
    writeFileSync(join(folder, 'bad.yaml.txt'), 'seperator: comma\n');
    const bad = await write('docebo', '.', '--mapping', 'bad.yaml.txt');
    expect([bad.code, bad.err]).toEqual([
      1,
      expect.stringMatching(/bad\.yaml\.txt:1:1[\s\S]*did you mean "separator"/),
    ]);
    writeFileSync(join(folder, 'bad.yaml.txt'), 'columns: { A: "{nothing}" }\n');
    expect((await write('docebo', '.', '--mapping', 'bad.yaml.txt')).err).toContain('asks for {nothing}');
    expect((await write('doceboo', '.')).err).toContain("did you mean 'docebo'?");
  });
});
