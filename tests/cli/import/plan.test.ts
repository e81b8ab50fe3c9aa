/** `cxplan import plan.xlsx`: what was typed comes back as pins and notes; everything else is named with its cell. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { firm } from '../folder.ts';
import { run } from '../host.ts';

const ID = 'kind-invoices.once.credit-controller.leeds.day.1.1';

/** A planned firm, and what types into its workbook. */
async function planned() {
  const folder = firm();
  await run(['generate', folder, '-q']);
  const book = join(folder, 'plan/plan.xlsx');
  const text = () => readFileSync(join(folder, 'cxplan.yaml'), 'utf8');
  return {
    folder,
    book,
    text,
    sessions: () => JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8')).sessions as Session[],
    load: (...flags: string[]) => run(['import', 'plan/plan.xlsx', ...flags], { cwd: folder }),
    generate: async () => expect((await run(['generate', folder, '-q'])).err).toBe(''),
  };
}

interface Session {
  readonly id: string;
  readonly start: string;
}

type Rows = (string | number | boolean | Date | null)[][];

/** Writes the workbook again with other cells, as another program would. */
async function type(
  book: string,
  change: (rows: Rows, of: (id: string) => Rows[number]) => void,
  sheet = 'Sessions',
) {
  const { sheets } = await readXlsx(readFileSync(book));
  const rows = sheets.find(({ name }) => name === sheet)!.rows as Rows;
  change(rows, (id) => rows.find(([first]) => first === id)!);
  const next = sheets.map(({ name, rows: cells }) => ({ name, rows: cells }));
  writeFileSync(book, await writeXlsx({ sheets: next }));
}

/** Places of the open columns. */
const [STATUS, REMARK, PINNED, DATE] = [1, 2, 3, 4];

describe('what was typed into the workbook', () => {
  it('is shown, written, planned, and stands in the next workbook', async () => {
    const { book, text, sessions, load, generate, folder } = await planned();
    const before = text();
    const [first, second, third] = sessions().filter(({ id }) => id !== ID) as [Session, Session, Session];
    expect((await load()).err).toContain('nothing was typed');
    await type(book, (_, of) => {
      of(ID)[PINNED] = 'Yes';
      of(ID)[REMARK] = 'Asked for by Finance';
      of(first.id)[REMARK] = 'Bring the templates';
      of(second.id)[STATUS] = 'cancelled';
      of(third.id)[REMARK] = '=1+1';
    });
    const dry = await load();
    expect([dry.code, text()]).toEqual([0, before]);
    expect(dry.out).toMatch(/^line \d+: .*pinned as it is, 2027-.*“Asked for by Finance”$/m);
    expect(dry.out.split('\n')).toHaveLength(5);
    expect((await load('--write')).code).toBe(0);
    const off = second.start.slice(0, 10);
    const written = parse(text());
    expect(written.pins).toHaveLength(2);
    expect(written.pins).toEqual(
      expect.arrayContaining([
        { session: ID, keep: true, reason: 'Asked for by Finance' },
        { session: second.id, notOn: [off] },
      ]),
    );
    expect(written.notes).toHaveLength(2);
    expect(written.notes).toContainEqual({ session: first.id, text: 'Bring the templates' });
    expect(text().startsWith(before)).toBe(true);
    // The same workbook again, now an older one, says nothing new.
    expect((await load()).err).toContain('nothing was typed');
    await generate();
    const moved = sessions().find(({ id }) => id === second.id);
    expect(moved?.start.slice(0, 10)).not.toBe(off);
    expect((await run(['verify', folder])).code).toBe(0);
    expect((await load()).err).toContain('nothing was typed');
    await type(book, (_, of) => {
      expect(of(ID).slice(REMARK, DATE)).toEqual(['Asked for by Finance', 'yes']);
      expect(of(first.id)[REMARK]).toBe('Bring the templates');
      of(ID)[PINNED] = null;
      of(first.id)[REMARK] = null;
      of(third.id)[REMARK] = null;
    });
    await load('--write');
    expect(parse(text()).pins).toEqual([{ session: second.id, notOn: [off] }]);
    expect(parse(text()).notes).toBeUndefined();
  });

  it('is told with its cell where it means nothing, and then nothing at all is taken', async () => {
    const { book, text, load, sessions } = await planned();
    const before = text();
    const other = sessions().find(({ id }) => id !== ID)!.id;
    await type(book, (rows, of) => {
      of(ID)[PINNED] = 'yes';
      of(ID)[STATUS] = 'tentative';
      of(other)[DATE] = '2027-05-03';
      rows.push(['no-such-session', 'confirmed']);
      rows[1]![40] = 'mine';
    });
    const line = (id: string) => 1 + (sessions().findIndex((one) => one.id === id) + 1);
    const { code, err } = await load('--write');
    expect([code, text()]).toEqual([1, before]);
    expect(err).toContain(`B${line(ID)}, Status of ${ID}: “tentative” is no status`);
    expect(err).toContain(`E${line(other)}, Date of ${other}: it was “`);
    expect(err).toContain(`to move it: cxplan move ${other} --at 2027-05-03T`);
    expect(err).toMatch(/A\d+: there is no session “no-such-session” in the plan/);
    expect(err).toContain('AO2: “mine” stands in a column that is not one of the sheet’s');
    expect(err).toContain('Nothing was taken.');
  });

  it('is refused where rows or other sheets were changed, or a pin cannot be kept', async () => {
    const one = await planned();
    await type(one.book, (rows) => rows.splice(2, 1));
    expect((await one.load()).err).toContain('1 session of the plan has no row any more');
    const two = await planned();
    await type(two.book, (rows) => (rows[1]![1] = 7), 'Calendar');
    expect((await two.load()).err).toContain('line 2 of the sheet “Calendar” was changed');
    const three = await planned();
    await type(three.book, (rows) => rows.reverse());
    expect((await three.load()).code).toBe(1);
    const none = firm();
    expect((await run(['import', 'plan.xlsx'], { cwd: none })).code).toBe(2);
  });

  it('takes any order of rows and columns', async () => {
    const { book, load } = await planned();
    await type(book, (rows, of) => {
      of(ID)[PINNED] = 'yes';
      rows.splice(0, rows.length, rows[0]!, ...rows.slice(1).reverse());
      for (const row of rows) row.push(row.shift()!);
    });
    const { code, out } = await load();
    expect([code, out.trim().split('\n').length]).toEqual([0, 1]);
  });

  const hasOffice =
    spawnSync('soffice', ['--version']).status === 0 &&
    spawnSync('/usr/bin/python3', ['-c', 'import uno']).status === 0;
  it.skipIf(!hasOffice && !process.env.TEST_REPORT)(
    'comes back when it was typed in LibreOffice, cell by cell, and saved there',
    async () => {
      const { book, load, folder, text, sessions } = await planned();
      const [one, other] = sessions().filter(({ id }) => id !== ID) as [Session, Session];
      const row = (id: string) => sessions().findIndex((session) => session.id === id) + 2;
      const saved = join(folder, 'saved.xlsx');
      const { status, stdout, stderr } = spawnSync(
        '/usr/bin/python3',
        [
          join(import.meta.dirname, 'type-in-office.py'),
          join(folder, 'office'),
          book,
          saved,
          `D${row(ID)}=yes`,
          `C${row(ID)}=Asked for by שרה`,
          `B${row(one.id)}=cancelled`,
          `C${row(other.id)}=Bring <b>templates</b>`,
        ],
        { encoding: 'utf8', timeout: 1_200_000 },
      );
      expect([status, stderr]).toEqual([0, '']);
      // The lists that a person chooses from were there, where a word was typed.
      expect(stdout).toContain(`D${row(ID)} LIST yes`);
      expect(stdout).toContain(`B${row(one.id)} LIST cancelled`);
      writeFileSync(book, readFileSync(saved));
      const dry = await load();
      expect([dry.code, dry.out.trim().split('\n').length]).toEqual([0, 3]);
      expect((await load('--write')).code).toBe(0);
      const written = parse(text());
      expect(written.pins).toHaveLength(2);
      expect(written.pins).toEqual(
        expect.arrayContaining([
          { session: ID, keep: true, reason: 'Asked for by שרה' },
          { session: one.id, notOn: [one.start.slice(0, 10)] },
        ]),
      );
      expect(written.notes).toEqual([{ session: other.id, text: 'Bring <b>templates</b>' }]);
    },
    120_000,
  );
});
