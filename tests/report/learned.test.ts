/** The ledger in the reports: what is told of a small one, counted by hand. */
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/calendar/date.ts';
import { namesVeil } from '../../src/diagnostics/people-names.ts';
import type { Action } from '../../src/model/model.ts';
import { report } from '../../src/report/report.ts';
import { exampleYear } from '../page/pages.ts';

const BASE: Action = {
  id: 'a-1',
  date: dayOf(2026, 11, 1),
  session: undefined,
  department: 'shop',
  stage: 'pay',
  learning: 'Totals are hard to find',
  action: 'Print the total first',
  owner: 'Bookkeeper',
  isOwned: true,
  due: dayOf(2026, 12, 1),
  status: 'open',
  story: 'I paid twice.',
  consentUntil: dayOf(2027, 12, 31),
};

const LEDGER: readonly Action[] = [
  BASE,
  {
    ...BASE,
    id: 'a-2',
    stage: 'choose',
    due: dayOf(2027, 5, 1),
    owner: undefined,
    isOwned: false,
    story: undefined,
  },
  { ...BASE, id: 'a-3', status: 'done', action: 'A bell at the counter', consentUntil: dayOf(2026, 1, 1) },
  {
    ...BASE,
    id: 'a-4',
    status: 'dropped',
    department: 'back-office',
    owner: undefined,
    story: 'It squeaked.',
  },
];

describe('the ledger in the reports', () => {
  it('tells departments, open actions, learnings by stage, what customers notice, and stories', async () => {
    const year = await exampleYear('minimal');
    const voices = new Map(year.model.voices);
    const [[id, voice]] = [...voices] as [[string, object]];
    voices.set(id, { ...voice, story: 'a-4' } as never);
    const model = { ...year.model, voices, actions: LEDGER };
    const reports = report(model, year.plan, year.gaps);
    const page = reports.pages.get('learned')!();
    const tables = page.blocks.flatMap((block, i) =>
      block.kind === 'table'
        ? [[(page.blocks[i - 1] as { text: string }).text, block.table.rows] as const]
        : [],
    );
    expect(page.blocks[0]).toMatchObject({
      text: expect.stringMatching(
        /^4 learnings as of .*: 2 open \(1 overdue, 1 without an owner\), 1 done, 1 dropped\./,
      ),
    });
    const [departments, open, learned, stories] = tables.map(([, rows]) => rows);
    expect(tables.map(([title]) => title)).toEqual([
      'By department',
      'Open actions',
      'What was learned',
      'Stories',
    ]);
    expect(departments).toEqual([
      ['Back office', 0, 1, 0, 0, 0, 1],
      ['Shop', 0, 3, 1, 1, 1, 0],
    ]);
    expect(open!.map(([owner, due]) => `${owner} ${due}`)).toEqual([
      'nobody yet 2027-05-01',
      'Bookkeeper 2026-12-01, overdue',
    ]);
    expect(learned!.map(([stage, , , , , status]) => `${stage} ${status}`)).toEqual([
      'Choose open',
      'Pay overdue',
      'Pay done',
      'Pay dropped',
    ]);
    expect(page.blocks.find(({ kind }) => kind === 'list')).toMatchObject({
      items: ['Pay: A bell at the counter'],
    });
    // Consent that has ended is no story any more; one that a voice tells says where.
    expect(stories!.map(([story, , until, told]) => [story, until, told])).toEqual([
      ['I paid twice.', '2027-12-31', 'not used yet'],
      ['It squeaked.', '2027-12-31', expect.stringContaining('In good hands')],
    ]);
    const { columns, rows } = reports.tables.get('learned')!;
    const at = (key: string) => columns.findIndex((column) => column.key === key);
    const all = [...rows()];
    expect(all.map((row) => row[at('id')])).toEqual(['a-2', 'a-1', 'a-3', 'a-4']);
    expect(all.map((row) => row[at('owner')])).toEqual([
      'nobody yet',
      'Bookkeeper',
      'Bookkeeper',
      'somebody',
    ]);
    expect((await reports.book!()).sheets.map(({ name }) => name)).toContain('Learned');
  });

  it('leaves out what there is nothing of', async () => {
    const { model, plan, gaps } = await exampleYear('minimal');
    const reports = report(model, plan, gaps);
    expect([reports.pages.has('learned'), reports.tables.has('learned')]).toEqual([false, false]);
    expect(JSON.stringify(reports.pages.get('departments/shop')!())).not.toContain('What it learned');
  });
});

describe('names in free text', () => {
  const veil = namesVeil(['Zsófia Brandybuck', 'Will', 'Anna Maria de Vries', undefined]);
  it.each([
    ['as zsofia brandybuck’s idea.', 'as (name not shown) idea.'],
    ['Brandybuck, Zsófia: queue', '(name not shown): queue'],
    ['Anna Maria de Vries and Will', '(name not shown) and Will'],
    ['Zsófia alone; will do', 'Zsófia alone; will do'],
    ['ask z@mailbox.example', 'ask (address not shown)'],
    ['', ''],
  ])('%s', (text, shown) => {
    expect(veil(text)).toBe(shown);
  });
});
