/** README tells the truth: its commands, the output it shows, the workspace in it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { staleCommands } from '../../scripts/readme.mjs';
import { loadSources } from '../../src/workspace/load.ts';
import { buildIfStale, root } from './build.ts';

buildIfStale();
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text!,
  );

describe('README', () => {
  it('has exactly two commands for a new machine', () => {
    expect(blocks('sh')).toEqual([
      'npm ci && node bin/cxplan.js generate examples/fernhill\n',
      'npm ci && npm test\n',
    ]);
  });

  it('shows what its commands print', () => {
    expect(staleCommands(readme)).toEqual([]);
  });

  it('shows a workspace that is valid', async () => {
    const [workspace] = blocks('yaml').filter((text) => text.startsWith('programme:'));
    const { diagnostics } = await loadSources(new Map([['cxplan.yaml', workspace!]]));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s has no link that leads nowhere', (name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
    for (const link of links) expect(existsSync(join(root, dirname(name), link)), link).toBe(true);
  });

  it('names every command there is', async () => {
    const { run } = await import('../cli/host.ts');
    const { out } = await run(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z]+) \[?/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) expect(readme).toContain(`\`cxplan ${command}`);
  });
});
