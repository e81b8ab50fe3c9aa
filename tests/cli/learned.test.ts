/** `cxplan learned`: shown, then in the ledger once; every wrong cell with its place; nobody’s name anywhere. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { asked, type Question } from '../../src/cli/learned/ask.ts';
import { readLearned } from '../../src/exchange/learned/read.ts';
import { NO_MAPPING } from '../../src/exchange/mapping.ts';
import { modelOf, SMALL } from '../fixtures.ts';
import { contents } from '../output/scratch.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const NAMES = ['Quillfeather', 'Ottoline', 'mailbox.example'];

/** The small firm with a roster of one, and these files. */
function workspace(files: Record<string, string>): string {
  const yaml = changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy')['cxplan.yaml']!;
  return firm({
    'cxplan.yaml': yaml,
    'people.csv':
      'id,role,site,shift,name,email\np1,credit-controller,leeds,day,Ottoline Quillfeather,o@mailbox.example\n',
    ...files,
  });
}

const SHADOWING =
  'Datum;Department;Stage;What we learned;What we do;Responsible;By when;Status;Story;Consent until\n' +
  '2.3.2027;FINANCE;;"Totals are hard to find; Ottoline Quillfeather told o@mailbox.example";=2+3;Credit controller;1.5.2027;offen;I paid twice.;31.12.2027\n' +
  '3.3.2027;stores;;Queues at noon;Open a till;Ottoline Quillfeather;1.4.2027;erledigt;A secret;\n';

/** The ledger by another reader. */
function ledger(folder: string, file = 'actions.csv'): Record<string, string>[] {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true, relax_column_count_less: true });
}

describe('learned', () => {
  it('shows, writes once, and guards what a spreadsheet would run', async () => {
    const folder = workspace({ 'shadowing.csv': SHADOWING });
    const before = contents(folder);
    const dry = await run(['learned', 'shadowing.csv', '.'], { cwd: folder });
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('ledger: 2 rows more, 0 changed, 0 as before');
    expect(dry.out).toContain('by 2027-05-01, open');
    expect(dry.err).toContain('Nothing was written: --write does.');
    expect(contents(folder)).toEqual(before);
    const wrote = await run(['learned', 'shadowing.csv', '.', '--write'], { cwd: folder });
    expect(wrote.err).toContain('Wrote actions.csv, cxplan.yaml.');
    const [first, second] = ledger(folder);
    expect(first).toMatchObject({
      id: 'a-1',
      date: '2027-03-02',
      department: 'finance',
      action: "'=2+3",
      owner: 'credit-controller',
      due: '2027-05-01',
      status: 'open',
      story: 'I paid twice.',
      consent: '2027-12-31',
    });
    expect(second).toMatchObject({ id: 'a-2', status: 'done', owner: 'Ottoline Quillfeather' });
    const again = await run(['learned', 'shadowing.csv', '.', '--write', '--json'], { cwd: folder });
    expect(JSON.parse(again.out)).toMatchObject({ rows: 2, added: 0, changed: 0, same: 2 });
    // What is corrected is the same row.
    writeFileSync(join(folder, 'shadowing.csv'), SHADOWING.replace('offen', 'erledigt'));
    const corrected = await run(['learned', 'shadowing.csv', '.', '--write'], { cwd: folder });
    expect(corrected.out).toContain('ledger: 0 rows more, 1 changed, 1 as before');
    expect(ledger(folder).map(({ id, status }) => `${id} ${status}`)).toEqual(['a-1 done', 'a-2 done']);
  });

  it('names nobody, in its words or in the reports', async () => {
    const folder = workspace({ 'shadowing.csv': SHADOWING });
    const said: string[] = [];
    for (const flags of [[], ['--json'], ['--write']]) {
      const { out, err } = await run(['learned', 'shadowing.csv', '.', ...flags], { cwd: folder });
      said.push(out, err);
    }
    expect(said[0]).not.toContain('A secret');
    expect((await run(['generate', '.', '--only', 'md,csv,json'], { cwd: folder })).code).toBe(0);
    for (const file of ['learned.md', 'learned.csv', 'README.md', 'departments/finance.md'])
      said.push(readFileSync(join(folder, 'plan', file), 'utf8'));
    const all = said.join('\n');
    expect(NAMES.filter((name) => all.includes(name))).toEqual([]);
    expect(all).toContain('(name not shown) told (address not shown)');
    expect(readFileSync(join(folder, 'plan', 'README.md'), 'utf8')).toContain('learned.md');
    expect(readFileSync(join(folder, 'plan', 'departments/finance.md'), 'utf8')).toContain(
      'What it learned from customers, and what came of it',
    );
    expect(all).not.toContain('A secret');
  });

  it('keeps foreign columns, renamed ones and lines of a ledger that is there', async () => {
    const files = changed(
      '\n  agreedBy',
      '\n  actions: { file: ledger.csv, columns: { due: Due date } }\n  agreedBy',
    );
    const folder = firm({
      ...files,
      'ledger.csv':
        'id;date;department;learning;action;Due date;Remark\r\nx-1;2027-01-05;stores;Old;Older;2027-02-01;keep me\r\n',
      'more.csv':
        'id,date,department,learning,action,due,status,session\nx-1,2027-01-05,stores,Old,Older,2027-02-01,done,\n,2027-02-05,stores,New,Newer,2027-03-01,,kind-invoices\n',
    });
    const { code, out } = await run(['learned', 'more.csv', '.', '--write'], { cwd: folder });
    expect([code, out.includes('1 row more, 1 changed, 0 as before')]).toEqual([0, true]);
    expect(readFileSync(join(folder, 'ledger.csv'), 'utf8')).toBe(
      'id;date;department;learning;action;Due date;Remark;session;status\r\n' +
        'x-1;2027-01-05;stores;Old;Older;2027-02-01;keep me;;done\r\n' +
        'a-1;2027-02-05;stores;New;Newer;2027-03-01;;kind-invoices;\r\n',
    );
  });

  it('takes day, department and due date from the session it is about', async () => {
    const files = changed(
      '    format: workshop',
      '    format: workshop\n    followUp: { action: x, withinDays: 14 }',
    );
    const folder = firm(files);
    await run(['generate', '.', '--only', 'json'], { cwd: folder });
    const plan = JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'));
    const session = plan.sessions.find(
      (one: { module: string; departments: string[] }) =>
        one.module === 'kind-invoices' && one.departments.length === 1,
    );
    writeFileSync(join(folder, 'a.csv'), `session,learning,action,due\n${session.id},Totals,Print them,\n`);
    const { code, err } = await run(['learned', 'a.csv', '.', '--write'], { cwd: folder });
    expect([code, err]).toEqual([0, expect.stringContaining('Wrote')]);
    const day = session.start.slice(0, 10);
    const due = new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);
    expect(ledger(folder)[0]).toMatchObject({ date: day, due, department: session.departments[0] });
  });

  it('refuses every wrong cell with its place, and writes nothing', async () => {
    const folder = workspace({
      'bad.csv':
        'id,date,session,department,stage,learning,action,due,status\n' +
        'x,2027-13-01,nothing,finnace,nowhere,,Do it,2027-01-01,perhaps\n' +
        'x,2027-02-01,,stores,,a,b,2027-01-01,open\n' +
        'y,3/4/2027,,stores,,a,b,,open\n',
    });
    const before = contents(folder);
    const { code, err } = await run(['learned', 'bad.csv', '.', '--write'], { cwd: folder });
    expect(code).toBe(1);
    const places = [...err.matchAll(/error ([\w-]+):[^\n]*\n\s*┌ bad\.csv:(\d+:\d+)/g)].map(
      ([, what, at]) => `${at} ${what}`,
    );
    expect(places).toEqual([
      '2:3 bad-date',
      '2:14 unknown-reference',
      '2:22 unknown-reference',
      '2:30 unknown-reference',
      '2:38 csv-missing-cell',
      '2:56 bad-status',
      '3:1 duplicate-id',
      '3:27 due-before-date',
      '4:3 ambiguous-date',
      '4:25 csv-missing-cell',
    ]);
    expect(err).toContain('did you mean');
    expect(err).toContain('Nothing was taken.');
    expect(contents(folder)).toEqual(before);
  });

  it('asks at a terminal only', async () => {
    const folder = workspace({});
    for (const argv of [['learned'], ['learned', '.'], ['learned', '']]) {
      const { code, err } = await run(argv, { cwd: folder });
      expect([code, err]).toEqual([2, expect.stringContaining('at a terminal only')]);
    }
    expect((await run(['learned', 'none.csv', '.'], { cwd: folder })).code).toBe(2);
  });
});

describe('the interview', () => {
  it('gives what was answered as a table that is read like any other', async () => {
    const model = await modelOf(SMALL);
    const answers = [
      ...['stores', '', '2027-02-01', 'Queues, "at noon"', 'Open a till', '', '2027-03-01', 'We waited.', ''],
      true,
      ...['finance', '', '2027-02-02', 'Totals', 'Print them', 'finance', '2027-03-02', '', false],
    ];
    const questions: Question[] = [];
    const source = await asked(model, '2027-02-01', async (question) => {
      questions.push(question);
      return answers.shift()!;
    });
    expect(answers).toEqual([]);
    const { lines, untold, diagnostics } = await readLearned(source, NO_MAPPING, model, undefined);
    expect(diagnostics).toEqual([]);
    expect(untold).toBe(1);
    expect(lines).toEqual([
      {
        id: 'a-1',
        date: '2027-02-01',
        department: 'stores',
        learning: 'Queues, "at noon"',
        action: 'Open a till',
        due: '2027-03-01',
        story: 'We waited.',
      },
      {
        id: 'a-2',
        date: '2027-02-02',
        department: 'finance',
        learning: 'Totals',
        action: 'Print them',
        owner: 'finance',
        due: '2027-03-02',
      },
    ]);
    const due = questions.find(({ message }) => message.startsWith('By when'))!;
    expect(due.validate!('2027-01-01')).toContain('before it was learned');
    expect(due.validate!('3/4/2027')).toContain('2027-03-02');
    expect(due.validate!('2027-02-01')).toBe(true);
  });
});
