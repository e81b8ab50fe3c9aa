/** Nothing that was typed or that a branch brought is obeyed: not by a terminal, a build server, a comment or a disk. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_NUMBERS } from '../../src/calendar/say.ts';
import { markdown } from '../../src/diagnostics/markdown.ts';
import { gap, verdict } from '../diagnostics/verdicts.ts';
import { scratch } from '../output/scratch.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

describe('what is typed', () => {
  it.each([
    [['check', '--\u001b[31mx']],
    [['check', '--format', '\u001b[31mx\n::error::forged']],
    [['\u001b]0;title\u0007']],
    [['gaps', 'a', 'b\n##vso[task.x]y']],
    [['generate', '--seed', '\n::set-output name=a::b']],
    [['help', '\u009b31m']],
  ])('is told, and not obeyed: %j', async (argv) => {
    const { out, err } = await run(argv);
    for (const line of (out + err).split('\n')) {
      expect(line).not.toMatch(/[\0-\x1f\x7f-\x9f]|^\s*::|##(?:vso)?\[/);
    }
    expect(err).not.toBe('');
  });
});

describe('a folder that is a link', () => {
  const linked = () => {
    const folder = firm();
    const elsewhere = scratch();
    mkdirSync(join(folder, '.git'));
    symlinkSync(elsewhere, join(folder, 'rep'));
    return { folder, elsewhere };
  };

  it('takes no report', async () => {
    const { folder, elsewhere } = linked();
    const { code, err } = await run(['check', '.', '--report', 'sarif=rep/x.sarif'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('rep is a link');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('takes no plan, and no baseline', async () => {
    const { folder, elsewhere } = linked();
    expect((await run(['generate', '.', '--out', 'rep/plan'], { cwd: folder })).code).toBe(2);
    const update = ['check', '.', '--update-baseline', '--baseline', 'rep/known.json'];
    expect((await run(update, { cwd: folder })).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('is the machine’s own where it lies above the checkout', async () => {
    const { folder } = linked();
    const link = join(scratch(), 'work');
    symlinkSync(folder, link);
    const report = `sarif=${join(link, 'x.sarif')}`;
    expect((await run(['check', '.', '--report', report], { cwd: folder })).err).toBe('');
    expect(existsSync(join(folder, 'x.sarif'))).toBe(true);
  });
});

it.each([
  'GH-12',
  'gh-7',
  '#12',
  '@name',
  '@org/team',
  '!3',
  '&4',
  '$5',
  '~bug',
  '%9',
  'https://x.example',
  'www.x.example',
  'a1b2c3d4e5',
  'mailto:a@b.example',
])('a comment links nothing: %s', (word) => {
  const text = markdown(verdict({ results: [gap({ message: `see ${word} there` })] }), PLAIN_NUMBERS);
  expect(text).not.toContain(`see ${word} there`);
  expect(text.replaceAll('&#8203;', '').replaceAll('\\', '').replaceAll('&amp;', '&')).toContain(
    `see ${word} there`,
  );
});
