/** `generate --people`: what names people is complete, in a folder of its own, and nowhere else; who is gone is forgotten. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import { contents } from '../output/scratch.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const NAMES = ['Quillfeather', 'Brandybuck', 'Nwachukwu', 'mailbox.example'];
const HEAD = 'id,role,site,shift,name,email\n';
const ROWS = [
  'k-417,credit-controller,leeds,day,Ottoline Quillfeather,ottoline@mailbox.example\n',
  'k-418,credit-controller,leeds,day,Zsófia Brandybuck,zsofia@mailbox.example\n',
  'k-419,credit-controller,leeds,day,"=Ikenna Nwachukwu",\n',
];

function workspace(): string {
  const { 'cxplan.yaml': yaml } = changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy');
  return firm({ 'cxplan.yaml': yaml!, 'people.csv': HEAD + ROWS.join('') });
}

const planIn = (folder: string): Plan => JSON.parse(readFileSync(join(folder, 'plan', 'plan.json'), 'utf8'));

/** Counted out of the plan's own text: a person's sessions. */
function sessionsOf({ groups, sessions }: Plan, person: string): string[] {
  return sessions
    .filter(({ status }) => status === 'confirmed')
    .filter(({ attendees }) =>
      attendees.some(({ group, first, last }) => {
        const at = groups.find(({ id }) => id === group)?.people?.indexOf(person) ?? -1;
        return first <= at + 1 && at + 1 <= last;
      }),
    )
    .map(({ uid }) => uid);
}

/** All files below a folder, one text; calendars fold their lines. */
function texts(folder: string): string {
  return Object.entries(contents(folder))
    .map(([path, text]) => `${path}\n${Buffer.from(text, 'latin1').toString('utf8')}`)
    .join('\n')
    .replace(/\r?\n[ \t]/g, '');
}

describe('generate --people', () => {
  it('gives each person what is theirs, and keeps names out of the plan’s folder', async () => {
    const folder = workspace();
    const ran = await run(['generate', '.', '--people', 'names'], { cwd: folder });
    expect(ran.code).toBe(0);
    const plan = planIn(folder);
    for (const person of ['k-417', 'k-418', 'k-419']) {
      const text = readFileSync(join(folder, 'names', 'calendars', `${person}.ics`), 'utf8');
      const calendar = new ICAL.Component(ICAL.parse(text));
      const uids = calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid'));
      expect(uids.sort()).toEqual(sessionsOf(plan, person).sort());
    }
    const rows = parse<Record<string, string>>(readFileSync(join(folder, 'names', 'mailmerge.csv')), {
      columns: true,
      bom: true,
    });
    expect(rows.filter((row) => row.Person === 'k-418')).toHaveLength(sessionsOf(plan, 'k-418').length);
    expect(rows[0]).toMatchObject({
      'E-mail': 'ottoline@mailbox.example',
      Name: 'Ottoline Quillfeather',
      Link: 'calendars/k-417.ics',
    });
    expect(rows.find((row) => row.Person === 'k-419')!.Name).toBe("'=Ikenna Nwachukwu");
    const path = readFileSync(join(folder, 'names', 'people', 'k-417.md'), 'utf8');
    expect(path).toContain('# Ottoline Quillfeather');
    expect(path).toContain(`${sessionsOf(plan, 'k-417').length} sessions`);
    const signs = Object.entries(contents(join(folder, 'names', 'sign-in'))).filter(
      ([one]) => one !== 'index.html',
    );
    const open = plan.sessions.filter(
      ({ status, format }) => status === 'confirmed' && format !== 'self-paced',
    );
    expect(signs.map(([one]) => one)).toEqual(
      open.map(({ id, start }) => `${start.slice(0, 10)}/${id}.html`).sort(),
    );
    const names = texts(join(folder, 'names'));
    expect(NAMES.filter((name) => !names.includes(name))).toEqual([]);
    const shared = `${texts(join(folder, 'plan'))}${ran.out}${ran.err}`;
    expect(NAMES.filter((name) => shared.includes(name))).toEqual([]);
    expect(Object.keys(contents(join(folder, 'plan'))).filter((one) => one.includes('k-41'))).toEqual([]);
  });

  it('lets nobody else read it, and keeps it out of git', async () => {
    const folder = workspace();
    await run(['generate', '.', '--people', 'names', '--only', 'json'], { cwd: folder });
    const files = Object.keys(contents(join(folder, 'names')));
    const open = ['.', 'calendars', ...files].filter(
      (path) => process.platform !== 'win32' && (statSync(join(folder, 'names', path)).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
    expect(readFileSync(join(folder, 'names', '.gitignore'), 'utf8')).toMatch(/^\*$/m);
  });

  it('is refused where names would mix with the plan, and where nobody has a name', async () => {
    const folder = workspace();
    for (const target of ['plan', 'plan/names', '.']) {
      const { code, err } = await run(['generate', '.', '--people', target], { cwd: folder });
      expect([code, err]).toEqual([2, expect.stringContaining('lie in one another')]);
    }
    const nameless = await run(['generate', '.', '--people', 'names'], { cwd: firm() });
    expect([nameless.code, nameless.err]).toEqual([2, expect.stringContaining('programme.people')]);
  });

  it('forgets whoever is taken out of the roster, everywhere; what was held keeps its seats', async () => {
    const folder = workspace();
    const made = async (asOf: string) => {
      const flags = ['--as-of', asOf, '--people', 'names'];
      const { code, out, err } = await run(['generate', '.', ...flags], { cwd: folder });
      expect(code, out + err).toBe(0);
      return planIn(folder);
    };
    await made('2026-12-01');
    await run(['publish', '.'], { cwd: folder });
    const first = await made('2027-04-01');
    expect(texts(folder)).toContain('k-418');
    writeFileSync(join(folder, 'people.csv'), HEAD + ROWS[0] + ROWS[2]);
    const next = await made('2027-04-01');
    const all = texts(join(folder, 'plan')) + texts(join(folder, 'names'));
    for (const trace of ['k-418', 'Brandybuck', 'zsofia@']) expect(all).not.toContain(trace);
    const held = ({ sessions }: Plan) =>
      sessions
        .filter(({ start }) => start < '2027-04-01')
        .map(({ id, attendees, heads }) => ({ id, attendees, heads }));
    expect(held(first).length).toBeGreaterThan(0);
    expect(held(next)).toEqual(held(first));
    const { code, out } = await run(['verify', '.'], { cwd: folder });
    expect([code, out]).toEqual([0, expect.any(String)]);
  });
});
