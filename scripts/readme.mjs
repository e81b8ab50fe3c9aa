/**
 * Keeps README honest: every ```console block is a command and what it really prints. Without arguments it says
 * which block is out of date and fails; with --write it writes what the commands print now.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const BLOCK = /^```console\n\$ (.*)\n([\s\S]*?)^```$/gm;

/** The blocks of a Markdown text: command and output as shown. */
export function consoleBlocks(markdown) {
  return [...markdown.matchAll(BLOCK)].map(([, command, shown]) => ({ command, shown }));
}

/** What a command prints in this repository, with `cxplan` on the path; both streams, whatever its exit code. */
export function print(command) {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-readme-'));
  try {
    symlinkSync(join(root, 'bin', 'cxplan.js'), join(folder, 'cxplan'));
    return execFileSync('bash', ['-c', `{ ${command}\n} 2>&1 || true`], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'README.md');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(BLOCK, (_, command) => `\`\`\`console\n$ ${command}\n${print(command)}\`\`\``);
  if (process.argv.includes('--write')) writeFileSync(file, after);
  else if (after !== before) {
    const now = consoleBlocks(after);
    const stale = consoleBlocks(before).filter(({ shown }, i) => shown !== now[i].shown);
    for (const { command } of stale)
      console.error(`README.md shows other output than this prints now: ${command}`);
    process.exitCode = 1;
  }
}
