/**
 * What people open, kept as files to be read in a review. After a change that is meant:
 * `UPDATE_GOLDEN=1 npx vitest run tests/render/golden.test.ts`, then read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/render/render.ts';
import { report } from '../../src/report/report.ts';
import { sample } from '../report/sample.ts';
import { wholeTexts } from './whole.ts';

describe('the sample’s plan folder', () => {
  let files: Map<string, string>;

  beforeAll(async () => {
    const { model, plan, gaps } = await sample();
    files = wholeTexts(await render(report(model, plan, gaps)));
  });

  it.each([
    ['README.md', 'README.md'],
    ['departments/finance.md', 'finance.md'],
    ['departments/shops.md', 'shops.md'],
    ['gaps.md', 'gaps.md'],
    ['sessions.csv', 'sessions.csv'],
    ['matrix.csv', 'matrix.csv'],
    ['calendars/facilitators/amira.ics', 'amira.ics'],
  ])('%s reads as agreed', (path, golden) => {
    const text = files.get(path) ?? '';
    const url = new URL(`./golden/${golden}`, import.meta.url);
    if (process.env.UPDATE_GOLDEN) writeFileSync(url, text);
    expect(text).toBe(readFileSync(url, 'utf8'));
  });

  it('has every file once, sorted by path', () => {
    const paths = [...files.keys()];
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths).toContain('plan.json');
    expect(paths).toContain('gaps.json');
  });

  it('renders only the formats that were asked for', async () => {
    const { model, plan, gaps } = await sample();
    const some = await render(report(model, plan, gaps), { only: new Set(['csv', 'json'] as const) });
    expect(some.map(({ path }) => path)).toEqual([
      'experience-map.csv',
      'gaps.json',
      'matrix.csv',
      'plan.json',
      'sessions.csv',
    ]);
  });

  it('writes the documents as data that reads back', async () => {
    const { plan, gaps } = await sample();
    const textOf = (path: string) => files.get(path)!;
    expect(JSON.parse(textOf('plan.json'))).toEqual(JSON.parse(JSON.stringify(plan)));
    expect(JSON.parse(textOf('gaps.json'))).toEqual(JSON.parse(JSON.stringify(gaps)));
    expect(textOf('gaps.json').endsWith('}\n')).toBe(true);
  });

  it('holds no half surrogate pair and no control character, whatever the names hold', async () => {
    const evil = 'Amira\\u0000\\u001b[31m\\u202e=cmd|x\\r\\nATTENDEE:x';
    const { model, plan, gaps } = await sample((yaml) =>
      yaml.replace('name: Amira', `name: "=${evil}"`),
    ).catch(
      // The language refuses control characters; what is left is what a name may hold.
      () => sample((yaml) => yaml.replace('name: Amira', 'name: "=cmd|<b>x</b>, [y](z)"')),
    );
    const files = wholeTexts(await render(report(model, plan, gaps)));
    // A workbook is packed bytes; what its cells hold is tested beside it.
    files.delete('plan.xlsx');
    for (const [path, text] of files) {
      expect(text, path).toBe(text.replace(/\p{Surrogate}/gu, ''));
      expect(text, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
      if (path.endsWith('.ics')) expect(text, path).not.toMatch(/^ATTENDEE/m);
      if (path.endsWith('.md')) expect(text, path).not.toMatch(/[\u202a-\u202e]|(?<!\\)<b>/);
      if (path.endsWith('.csv')) expect(text, path).not.toMatch(/(?:^|,)"?=/m);
    }
  });
});
