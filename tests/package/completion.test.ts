/** Completion in the shells themselves: the script is sourced, and the shell says what it would offer. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { PROGRAM } from './program.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cxplan-shells-')));
writeFileSync(join(folder, 'cxplan'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
  mode: 0o755,
});
writeFileSync(join(folder, 'cxplan.yaml'), SMALL);
afterAll(() => rmSync(folder, { recursive: true }));

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What each shell offers at the end of these words. */
const ASK: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) => [
    '-c',
    `source <(cxplan completion bash); COMP_WORDS=(cxplan "$@"); COMP_CWORD=$#; compopt() { :; }; _cxplan; printf '%s\\n' "\${COMPREPLY[@]}"`,
    'bash',
    ...words,
  ],
  zsh: (words) => [
    '-fc',
    `compdef() { :; }; _files() { :; }; _describe() { print -rl -- "\${(@)found%%:*}"; }; source <(cxplan completion zsh); words=(cxplan "$@"); CURRENT=$#words; _cxplan`,
    'zsh',
    ...words,
  ],
  fish: (words) => ['-c', `cxplan completion fish | source; complete -C "cxplan ${words.join(' ')}"`],
};

function offered(shell: string, words: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(shell, ASK[shell]!(words), {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}`, HOME: folder },
  });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .map((line) => line.split('\t')[0]!)
    .filter((line) => line !== '');
}

describe.each(['bash', 'zsh', 'fish'].filter(has))('%s', (shell) => {
  it('offers commands, flags, their choices, and ids of the workspace; else files', () => {
    expect(offered(shell, ['ge'])).toEqual(['generate']);
    expect(offered(shell, ['generate', '--effort', 'q'])).toEqual(['quick']);
    expect(offered(shell, ['gaps', '--department', ''])).toContain('finance');
    expect(offered(shell, ['explain', 'no-voi'])).toEqual(['no-voice']);
    const files = offered(shell, ['validate', 'cxp']);
    expect(files.filter((file) => !file.startsWith('cxplan'))).toEqual([]);
  });
});

it('says which shells there are: 2', () => {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'completion', 'bsh'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('known are bash, zsh and fish')]);
});
