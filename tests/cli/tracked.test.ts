/** The gate says when names are in git, and nothing where they are not. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const PEOPLE = 'id,role,site,shift,name\np1,credit-controller,leeds,day,Ottoline Quillfeather\n';

/** What is warned of, after a firm with a roster was put into git as is said. */
async function warned(...git: string[][]): Promise<string[]> {
  const files = changed('\n  agreedBy', '\n  people: hr/people [1].csv\n  agreedBy');
  const folder = firm({ ...files, 'hr/people [1].csv': PEOPLE });
  for (const args of git) execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  const { out } = await run(['check', '.', '--json'], { cwd: folder });
  expect(out).not.toContain('Quillfeather');
  const { out: told } = await run(['check', '.'], { cwd: folder });
  const isTold = /^warn tracked-people: .*\n.*cxplan\.yaml:\d+:/m.test(told);
  const { out: sarif } = await run(['check', '.', '--format', 'sarif'], { cwd: folder });
  const { results } = JSON.parse(sarif).runs[0];
  const own = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'tracked-people');
  expect(isTold).toBe(own.length > 0);
  return own.map(({ message }: { message: { text: string } }) => message.text);
}

it('warns of a roster that is added or committed', async () => {
  const found = await warned(['init', '-q'], ['add', '.']);
  expect(found).toEqual([
    // As SARIF writes brackets that are no link.
    expect.stringContaining('hr/people \\[1\\].csv tells of people, and git tracks it.'),
  ]);
});

it('is silent without git, and where the roster is left out of it', async () => {
  expect(await warned()).toEqual([]);
  expect(await warned(['init', '-q'], ['add', 'cxplan.yaml'])).toEqual([]);
  expect(await warned(['init', '-q'], ['add', '.'], ['rm', '-q', '-r', '--cached', 'hr'])).toEqual([]);
});

it('runs nothing that the repository names', async () => {
  const files = changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy');
  const folder = firm({ ...files, 'people.csv': PEOPLE });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['add', '.'], { cwd: folder });
  const [hooks, seen] = [join(folder, 'hooks'), join(folder, 'seen')];
  mkdirSync(hooks);
  const script = join(hooks, 'monitor');
  writeFileSync(script, `#!/bin/sh\necho >'${seen}'\n`);
  chmodSync(script, 0o755);
  execFileSync('git', ['config', 'core.fsmonitor', script], { cwd: folder });
  expect((await run(['check', '.'], { cwd: folder })).out).toContain('warn tracked-people');
  expect(existsSync(seen)).toBe(false);
  execFileSync('git', ['status'], { cwd: folder, stdio: 'ignore' });
  expect(existsSync(seen)).toBe(true);
});
