/** `generate --pdf`: sheets as PDFs by a real Chromium, the same bytes each time; and what is said where there is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { chromiumOn } from '../../src/output/pdf/chromium.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

vi.setConfig({ testTimeout: 120_000 });

const PATH = process.env.PATH ?? '';
const chromium = process.env.CHROMIUM ?? chromiumOn(PATH);

it.skipIf(chromium === undefined && !process.env.TEST_REPORT)(
  'prints every sheet on A4, the first page on one, the wall planner on A3, and the same bytes again',
  async () => {
    const folder = firm();
    const make = () => run(['generate', folder, '--pdf', chromium!, '--json']);
    const first = await make();
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('Printing ')]);
    const sheets = join(folder, 'plan/sheets');
    const names = readdirSync(sheets, { recursive: true, encoding: 'utf8' }).sort();
    const htmls = names.filter((name) => name.endsWith('.html') && name !== 'index.html');
    const pdfs = names.filter((name) => name.endsWith('.pdf'));
    expect(pdfs).toEqual(
      [...htmls.map((name) => name.replace(/html$/, 'pdf')), 'start.pdf', 'wall-planner.pdf'].sort(),
    );
    const pages = (name: string) => {
      const text = readFileSync(join(sheets, name), 'latin1');
      expect(text, name).not.toContain('/URI');
      return [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) =>
        [x, y].map((points) => Math.round((Number(points) / 72) * 25.4)).join('×'),
      );
    };
    expect(pages('start.pdf')).toEqual(['210×297']);
    expect(pages('wall-planner.pdf')).toEqual(['420×297']);
    expect(new Set(pages('departments/finance.pdf'))).toEqual(new Set(['210×297']));
    expect(JSON.parse((await make()).out).written).toEqual([]);
  },
);

it('says what is missing where no Chromium can be found, and writes nothing', async () => {
  const folder = firm();
  const { code, err } = await run(['generate', folder, '--pdf'], { env: { PATH: '' } });
  expect([code, readdirSync(folder)]).toEqual([2, ['cxplan.yaml']]);
  expect(err).toContain('none is on the path: install one, name it with --pdf <file>');
  const other = await run(['generate', folder, '--pdf', '/no/such/browser']);
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('/no/such/browser cannot be started')]);
});
