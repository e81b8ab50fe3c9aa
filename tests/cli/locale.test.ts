/** What commands print for people has the numbers and dates of the programme's locale; what programs read has not. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/calendar/say.ts';
import { occurrenceName } from '../../src/demand/occurrences.ts';
import type { Gaps } from '../../src/model/made/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import { run } from './host.ts';

const YEAR = (locale: string) => `
programme: { name: Numbers, starts: 2027-01-04, ends: 2027-03-28, timezone: Europe/London, mantra: One., locale: ${locale} }
policy: { minCoverage: { organisation: 99.5 } }
departments:
  desk: { meetings: { a: { day: tue, at: "09:10", minutes: 15 } } }
  night: { shifts: { n: { days: mon-fri, hours: 22:00-22:15, share: 100% } } }
roles:
  clerk: { department: desk, heads: 1200, customerFacing: true }
  guard: { department: night, heads: 1 }
themes: { m: { months: [1, 2, 3] } }
modules:
  talk: { audience: { departments: [desk] }, format: huddle, minutes: 10, when: { every: month }, themes: month }
  read: { audience: everyone, format: self-paced, minutes: 30, when: { every: quarter }, themes: month, paid: false }
`;

interface Signs {
  readonly group: string;
  readonly point: string;
  readonly date: (year: string, month: string, date: string) => string;
  /** March 2027. */
  readonly in: string;
}

const iso: Signs['date'] = (...parts) => parts.join('-');
const SIGNS: Readonly<Record<string, Signs>> = {
  'en-GB': { group: ',', point: '.', date: iso, in: 'March 2027' },
  'en-IN': { group: ',', point: '.', date: iso, in: 'March 2027' },
  'de-DE': {
    group: '.',
    point: ',',
    date: (year, month, date) => `${date}.${month}.${year}`,
    in: 'März 2027',
  },
  'fr-FR': {
    group: '\u202f',
    point: ',',
    date: (year, month, date) => `${+date} ${['janv.', 'févr.', 'mars'][+month - 1]} ${year}`,
    in: 'mars 2027',
  },
};

/** An English sentence with the signs of another locale. */
function written(locale: string, text: string): string {
  const { group, point, date } = SIGNS[locale]!;
  return text
    .replace(/(?<=\d)[,.](?=\d)/g, (sign) => (sign === ',' ? group : point))
    .replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, year, month, day) => date(year, month, day));
}

let scratch: string;
const folders = new Map<string, string>();
let session: Plan['sessions'][number];
let finding: string;

beforeAll(async () => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'cxplan-locale-')));
  for (const locale of Object.keys(SIGNS)) {
    const folder = join(scratch, locale);
    mkdirSync(folder);
    writeFileSync(join(folder, 'cxplan.yaml'), YEAR(locale));
    await run(['generate', folder, '--only', 'json', '--quiet']);
    folders.set(locale, folder);
  }
  const read = (name: string) => JSON.parse(readFileSync(join(folders.get('en-GB')!, 'plan', name), 'utf8'));
  session = (read('plan.json') as Plan).sessions.find(({ module }) => module === 'read')!;
  finding = (read('gaps.json') as Gaps).findings.find(({ rule }) => rule === 'unpaid')!.key;
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a command prints for the year of a locale, columns apart. */
async function printed(locale: string, argv: readonly string[]): Promise<string> {
  const folder = folders.get(locale)!;
  const { out } = await run(argv.map((word) => (word === 'FOLDER' ? folder : word)));
  return out.replace(/ {2,}/g, ' ');
}

describe.each(Object.keys(SIGNS))('%s', (locale) => {
  it.each([
    ['validate', ['FOLDER'], ['Numbers is valid: 1,201 people, 2 departments']],
    [
      'check',
      ['FOLDER'],
      [
        'Coverage 63.6 of 100 planned, 4,800 of 4,801 seats placed: 1 person lacks 1, lowest Night with 0.0.',
        'The organisation has 63.6 of 100, below its threshold of 99.5.',
      ],
    ],
    ['gaps', ['FOLDER'], ['63.6 4,800 of 4,801']],
    [
      'explain',
      ['desk', '-w', 'FOLDER'],
      [
        'Desk: 1,200 people in 1 role, 104 sessions; coverage 63.6 of 100 planned, all 4,800 seats placed',
        'Themes (T, weight 0.4)',
        '1,200 ÷ 1,200 = 1 (at least 0.9, full',
        'person-weeks in rhythm 14,400 ÷ 14,400 = 1: credit 1',
        '100 × (0.4 × 0.5 + 0.15 × 1) ÷ (0.4 + 0.15) = 63.6',
      ],
    ],
    ['fix', ['FOLDER', '--rule', 'unpaid'], ['score 63.6 → 63.6 of 100', 'reaches 1,200 people']],
    [
      'what-if',
      ['FOLDER', '--set', 'modules.talk.minutes=15'],
      ['as it is 63.6 Night 0.0 4,800 of 4,801 104 1,200 0', '1,500 (+300)'],
    ],
    ['rehearse', ['FOLDER', '--years', '2'], ['Of 4,800 seats', 'Desk 63.6']],
  ])('%s', async (command, rest, sentences) => {
    const text = await printed(locale, [command, ...rest]);
    for (const sentence of sentences) expect(text).toContain(written(locale, sentence));
  });

  it('the comment under a pull request', async () => {
    const comment = await printed(locale, ['check', 'FOLDER', '--format', 'markdown']);
    expect(comment).toContain(written(locale, '**63.6** of 100 planned · 4,800 of 4,801 seats placed'));
    expect(comment).toContain(written(locale, '| Desk | 1,200 | 63.6 | 4,800 of 4,800 |'));
  });

  it('a month without a place, by its name', async () => {
    const { in: month } = SIGNS[locale]!;
    const text = await printed(locale, ['gaps', 'FOLDER', '--rule', 'unscheduled']);
    expect(text).toContain(`“Read” (q1) found no place`);
    expect(occurrenceName(sayIn(locale), '2027-03')).toBe(month);
  });

  it('a pin that is refused', async () => {
    const { out, err } = await run([
      'pin',
      session.id,
      '--at',
      '2027-01-09T10:00',
      '-w',
      folders.get(locale)!,
    ]);
    expect(out + err).toContain(written(locale, '“Read” cannot be held on 2027-01-09 10:00: '));
  });

  it('export and publish', async () => {
    const folder = folders.get(locale)!;
    const to = join(scratch, `${locale}.csv`);
    const { err } = await run(['export', 'google-csv', folder, '--to', to]);
    expect(err).toMatch(/: 104 records of 104 sessions\./);
    const agreed = await run(['publish', folder, '--dry-run']);
    expect(agreed.out).toBe(written(locale, 'Would note the plan of 2027-01-03 as agreed.\n'));
  });

  it('import of people', async () => {
    const file = join(scratch, `${locale}-people.csv`);
    writeFileSync(
      file,
      `Employee ID;Department;Job Title\n${Array.from({ length: 1100 }, (_, i) => `${i};Desk;Clerk\n`).join('')}`,
    );
    const { err } = await run(['import', 'people', file, folders.get(locale)!, '--as-of', '2027-01-04']);
    expect(err).toContain(written(locale, ': 1,100 rows; '));
    expect(err).toContain(written(locale, '1,100 people on 2027-01-04: '));
  });

  it('explain of a session, a group and a gap', async () => {
    const start = session.start.replace('T', ' ');
    const about = await printed(locale, ['explain', session.id, '-w', 'FOLDER']);
    expect(about).toContain(written(locale, `when ${start} to `));
    expect(about).toContain(written(locale, 'every quarter, from 2027-01-04 to 2027-03-28;'));
    expect(about).toContain(written(locale, 'it may be held from 2027-01-04 to 2027-03-28'));
    expect(about).toMatch(/their shift leaves \d\D\d{3} starts/);
    expect(about).toContain(written(locale, `would do; the search chose ${start} among them`));
    const group = await printed(locale, ['explain', session.attendees[0]!.group, '-w', 'FOLDER']);
    expect(group).toContain(written(locale, ` ${start} Read, 30 min`));
    const gap = await printed(locale, ['explain', finding, '-w', 'FOLDER']);
    expect(gap).toMatch(new RegExp(written(locale, '2027-01-04').replaceAll('.', '\\.')));
  });

  it('programs read the same whatever the locale', async () => {
    const line = 'Coverage 63.6 of 100 planned, 4,800 of 4,801 seats placed';
    for (const format of ['github', 'junit'])
      expect(await printed(locale, ['check', 'FOLDER', '--format', format])).toContain(line);
    const ours = await run(['explain', session.id, '-w', folders.get(locale)!, '--json']);
    const english = await run(['explain', session.id, '-w', folders.get('en-GB')!, '--json']);
    expect(ours.out).toBe(english.out);
  });

  it('dates that a file holds stay as they are written', async () => {
    const folder = folders.get(locale)!;
    const { out } = await run(['rollover', '2028', folder, '--to', `${folder}-next`]);
    expect(out).toContain('programme.starts: 2027-01-04 → 2028-01-03');
  });
});
