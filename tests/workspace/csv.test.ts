/** Rosters and ledgers: what a row means, and each wrong cell with its line and column. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/date.ts';
import { readCsv } from '../../src/workspace/files/csv/table.ts';
import { diagnosticsOf, minimal, modelOfFiles, type Sections } from '../fixtures.ts';
import { growth, NEARLY_LINEAR } from '../growth.ts';

const shifts = {
  early: { days: 'mon-fri', hours: '06:00-14:00' },
  late: { days: 'mon-fri', hours: '14:00-22:00' },
};
const firm = (changes: Sections = {}): string =>
  minimal({
    sites: { leeds: {}, york: {} },
    departments: { stores: { site: 'leeds', shifts }, office: { site: 'york' } },
    roles: { colleague: { heads: { leeds: 2, york: 1 } }, clerk: { department: 'office', heads: 1 } },
    ...changes,
    programme: { people: 'people.csv', ...(changes.programme as Sections) },
  });

/** `line:column code: message` of everything found in the CSV file. */
async function wrong(csv: string, programme: Sections = {}, file = 'people.csv'): Promise<string[]> {
  const found = await diagnosticsOf({ 'cxplan.yaml': firm({ programme }), [file]: csv });
  return found
    .filter(({ at, severity }) => at?.file === file && severity === 'error')
    .map(
      ({ at, code, message, fix }) =>
        `${at!.line}:${at!.column} ${code}: ${message}${fix ? ` (${fix})` : ''}`,
    );
}

describe('a roster', () => {
  const csv = [
    'id,role,site,shift,joined,left,name,email,manager',
    'e-7,colleague,leeds,early,,,"Sam ""Mac"" Smith, jr",sam@x.example,e-8',
    'e-8,colleague,york,late,2019-05-01,,=cmd|calc,,',
    'e-9,colleague,leeds,late,2027-03-15,,,,',
    'k.1,clerk,,,,2026-12-31,,,',
    'k.2,clerk,,,,2027-06-30,,,',
  ].join('\n');

  it('makes people, in order of their ids, and drops who is not there during the programme', async () => {
    const { people } = await modelOfFiles({ 'a.yaml': firm(), 'people.csv': csv });
    expect(people!.map(({ id, role, site, shift }) => `${id} ${role}.${site}.${shift}`)).toEqual([
      'e-7 colleague.leeds.early',
      'e-8 colleague.york.late',
      'e-9 colleague.leeds.late',
      'k.2 clerk.york.day',
    ]);
    expect(people![0]).toMatchObject({ name: 'Sam "Mac" Smith, jr', email: 'sam@x.example', manager: 'e-8' });
    expect(people![1]!.name).toBe('=cmd|calc');
    expect(isoDate(people![2]!.joined!)).toBe('2027-03-15');
  });

  it('decides heads; who joins during the programme is a head from day 91 on', async () => {
    const { posts, roles } = await modelOfFiles({ 'a.yaml': firm(), 'people.csv': csv });
    expect([...posts.values()].map(({ id, heads }) => `${id} ${heads}`)).toEqual([
      'clerk.york.day 1',
      'colleague.leeds.early 1',
      'colleague.leeds.late 1',
      'colleague.york.late 1',
    ]);
    expect(
      posts.get('colleague.leeds.late')!.steps!.map(({ from, heads }) => [isoDate(from), heads]),
    ).toEqual([
      ['2027-01-04', 0],
      ['2027-06-14', 1],
    ]);
    expect([...roles.get('colleague')!.heads]).toEqual([
      ['leeds', 2],
      ['york', 1],
    ]);
  });

  it('may call its columns otherwise', async () => {
    const programme = {
      people: {
        file: 'hr/export.csv',
        columns: { id: 'Employee No', role: 'Job', shift: 'Pattern', site: 'Office' },
      },
    };
    const { people } = await modelOfFiles({
      'a.yaml': firm({ programme }),
      'hr/export.csv': 'Salary\temployee no\tJob\tPattern\tOffice\n1\tx1\tcolleague\tlate\tleeds\n',
    });
    expect(people!.map(({ id, shift }) => `${id} ${shift}`)).toEqual(['x1 late']);
  });

  it('names every wrong cell with its line and column, all at once', async () => {
    const rows = [
      'id,role,site,shift,joined,left',
      'a,coleague,leeds,early,,',
      'b,colleague,Leeds,early,,',
      '"c","colleague",leeds,night,,',
      'd,colleague,leeds,,,',
      'e,colleague,leeds,early,15/03/2027,',
      'f,colleague,leeds,early,2027-02-30,',
      'g,colleague,leeds,early,2027-03-02,2027-03-01',
      ',clerk,,,,',
      'h,colleague,,early,,',
    ];
    expect(await wrong(rows.join('\n'))).toEqual([
      '2:3 unknown-reference: person "a" has the role "coleague", which does not exist (did you mean "colleague"?)',
      '3:13 unknown-reference: person "b" has the site "Leeds", which does not exist (did you mean "leeds"?)',
      '4:23 unknown-reference: person "c" works shift "night", which role "colleague" does not work (it works early, late)',
      '5:19 csv-missing-cell: person "d" has no shift, and role "colleague" works early, late',
      '6:25 bad-date: "15/03/2027" is not a date (write the year first: 2027-03-15)',
      '7:25 bad-date: "2027-02-30" is not a date (February 2027 has 28 days)',
      '8:36 left-before-joined: person "g" left on 2027-03-01, before joining on 2027-03-02',
      '9:1 csv-missing-cell: this person has no id',
      '10:13 csv-missing-cell: person "h" has no site, and role "colleague" works at several',
    ]);
  });

  it('refuses ids that cannot be file names, twins and doubles', async () => {
    const ids = [
      '../x',
      '__proto__',
      'constructor',
      'CON',
      '=1+1',
      'a b',
      '.a',
      'a.',
      'Ann',
      'ann',
      'bob',
      'bob',
    ];
    const found = await wrong(`id,role\n${ids.map((id) => `${id},clerk`).join('\n')}\n`);
    expect(found.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((row) => `${row}:1 bad-person-id:`),
      '11:1 twin-id:',
      '13:1 duplicate-id:',
    ]);
  });

  it('counts lines over cells that hold line breaks', async () => {
    expect(await wrong('id,role,name\na,clerk,"two\nlines"\n\nb,clrek,x\n')).toEqual([
      '5:3 unknown-reference: person "b" has the role "clrek", which does not exist (did you mean "clerk"?)',
    ]);
  });

  it('says what is wrong with the file itself', async () => {
    expect(await wrong('')).toEqual([expect.stringMatching(/^1:1 csv-empty/)]);
    expect(await wrong('id,roles\n')).toEqual([
      '1:1 csv-missing-column: people.csv has no column "role" (did you mean "roles"? Write columns: { role: roles })',
    ]);
    expect(await wrong('id,role,role\n')).toEqual([expect.stringMatching(/^1:9 csv-column-twice/)]);
    expect(await wrong('id,role\na,"clerk\nb,clerk\n')).toEqual([
      expect.stringMatching(/^2:1 csv-syntax: a quote that is opened/),
    ]);
    expect(await wrong('id,role\na,cl"erk\n')).toEqual([
      expect.stringMatching(/^2:1 csv-syntax: a quote stands inside/),
    ]);
    expect(await wrong(`id,role\na,${'c'.repeat(200_000)}\n`)).toEqual([
      expect.stringMatching(/^2:1 csv-record-too-long: the record that ends on line 2/),
    ]);
    expect(await wrong('id,role\na,clerk,x\n')).toEqual([expect.stringMatching(/^2:9 csv-row-length/)]);
    expect(await wrong('PK\u0003\u0004\u0000')).toEqual([expect.stringMatching(/not-a-workbook/)]);
  });

  it('says nothing more when it is broken: no empty audiences that follow from it', async () => {
    const found = await diagnosticsOf({ 'a.yaml': firm(), 'people.csv': 'id,role\nx,nobody\n' });
    expect(found.map(({ code }) => code)).toEqual(['unknown-reference']);
  });
});

describe('ledgers', () => {
  it('keep attendance by date', async () => {
    const { attendance } = await modelOfFiles({
      'a.yaml': minimal({ programme: { attendance: 'done.csv' } }),
      'done.csv':
        'group,module,session,date,status,minutes\ncolleague.main.day.1,,basics.once.colleague.main.day.1.1,2027-01-20,Confirmed,25\ncolleague.main.day.1,basics,,2027-01-14,absent,\n',
    });
    expect(
      attendance.map(({ who, what, date, status, minutes }) => [who, what, isoDate(date), status, minutes]),
    ).toEqual([
      ['colleague.main.day.1', 'basics', '2027-01-14', 'absent', undefined],
      ['colleague.main.day.1', 'basics.once.colleague.main.day.1.1', '2027-01-20', 'confirmed', 25],
    ]);
  });

  it('name wrong cells of attendance', async () => {
    const found = await diagnosticsOf({
      'a.yaml': minimal({ programme: { attendance: 'done.csv' } }),
      'done.csv':
        'group,module,date,status,minutes\ncolleague.leeds.day.1,basisc,2027-01-14,there,0\n,,,,\n,basics,,,\n',
    });
    expect(found.map(({ at, code }) => `${at!.line}:${at!.column} ${code}`)).toEqual([
      '2:1 no-longer-there',
      '2:23 no-longer-there',
      '2:41 bad-status',
      '2:47 bad-minutes',
      '4:1 csv-missing-cell',
      '4:9 csv-missing-cell',
    ]);
  });

  it('know who is on the roster', async () => {
    const found = await diagnosticsOf({
      'a.yaml': firm({ programme: { attendance: 'done.csv' } }),
      'people.csv': 'id,role\na1,clerk\n',
      'done.csv': 'person,module,date\na1,basics,2027-01-14\na2,basics,2027-01-14\na3,basics,2027-01-14\n',
    });
    // Whoever is taken out of the roster keeps nobody from planning, and is not named.
    expect(
      found
        .filter(({ code }) => code === 'not-on-the-roster')
        .map(({ at, severity, message }) => `${at!.line} ${severity} ${message}`),
    ).toEqual(['3 warn 2 rows are of people who are not on the roster, and count for nobody']);
    expect(found.some(({ severity }) => severity === 'error')).toBe(false);
  });

  it('keep actions by id, and name what is wrong with them', async () => {
    const header = 'id,date,department,stage,learning,action,owner,due,status\n';
    const good =
      'a-2,2027-02-01,stores,buy,Queues,Open a till,Sam,2027-03-01,done\na-1,2027-02-01,stores,,Prices,Bigger labels,Sam,2027-03-01,\n';
    const files = (rows: string): Record<string, string> => ({
      'a.yaml': minimal({ programme: { actions: 'actions.csv' } }),
      'actions.csv': header + rows,
    });
    const { actions } = await modelOfFiles(files(good));
    expect(actions.map(({ id, status, stage }) => `${id} ${status} ${stage}`)).toEqual([
      'a-1 open undefined',
      'a-2 done buy',
    ]);
    const found = await diagnosticsOf(files(`${good}a-2,2027-02-01,store,by,,x,Sam,2027-01-01,gone\n`));
    expect(found.map(({ code }) => code).sort()).toEqual([
      'bad-status',
      'csv-missing-cell',
      'due-before-date',
      'duplicate-id',
      'unknown-reference',
      'unknown-reference',
    ]);
  });
});

describe('readCsv', () => {
  it('reads 100,000 rows without slowing down', async () => {
    const columns = [{ name: 'id', header: undefined, required: true }];
    const texts = new Map(
      [12_500, 100_000].map((count) => [
        count,
        Buffer.from(`id,role\n${Array.from({ length: count }, (_, i) => `p${i},clerk`).join('\n')}\n`),
      ]),
    );
    const read = async (count: number) => readCsv('p.csv', texts.get(count)!, columns);
    expect([...(await read(100_000)).table!.rows].at(-1)!.cell('id')).toBe('p99999');
    expect(await growth(read, 12_500)).toBeLessThan(NEARLY_LINEAR);
  });
});
