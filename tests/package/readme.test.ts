/** README and docs/ tell the truth: commands, the output they show, the workspaces in them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { pages, staleCommands } from '../../scripts/readme.mjs';
import { loadSources } from '../../src/workspace/load.ts';
import { buildIfStale, root } from './build.ts';

buildIfStale();
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const blocks = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text!,
  );

describe('README', () => {
  it('has exactly two commands for a new machine', () => {
    expect(blocks('README.md', 'sh')).toEqual([
      'npm ci && node bin/cxplan.js generate examples/fernhill\n',
      'npm ci && npm test\n',
    ]);
  });

  it('has at most 200 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200);
  });

  it('names every command there is, in the manual', async () => {
    const { run } = await import('../cli/host.ts');
    const { out } = await run(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+) \[?/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) expect(read('docs/manual.md')).toContain(`\`cxplan ${command}`);
  });
});

describe.each(pages() as string[])('%s', (page) => {
  it('shows what its commands print', () => {
    expect(staleCommands(read(page))).toEqual([]);
  });

  it('shows workspaces that are valid', async () => {
    for (const workspace of page === 'docs/errors.md'
      ? []
      : blocks(page, 'yaml').filter((text) => text.startsWith('programme:'))) {
      const { diagnostics } = await loadSources(new Map([['cxplan.yaml', workspace]]));
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('links', () => {
  it.each([...(pages() as string[]), 'CONTRIBUTING.md', 'src/schedule/README.md'])(
    '%s has none that leads nowhere',
    (name) => {
      // What a command prints is shown as it is: its links are for where that file lies.
      const text = read(name).replace(/^```[\s\S]*?^```/gm, '');
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
      for (const link of links) expect(existsSync(join(root, dirname(name), link)), link).toBe(true);
    },
  );
});
