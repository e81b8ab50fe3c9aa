/**
 * Keeps README and docs/ honest: every ```console block is a command and what it really prints. Without arguments it says
 * which block is out of date and fails; with --write it writes what the commands print now. The commands run in a
 * copy of the examples, so that no plan of an earlier run changes what they say.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const BLOCK = /^```console\n\$ (.*)\n([\s\S]*?)^```$/gm;

/** README and the pages of docs/, as paths in the checkout. */
export function pages() {
  const docs = readdirSync(join(root, 'docs'), { recursive: true }).filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.sort().map((name) => join('docs', name))];
}

/** A page with the output that its commands print now. */
export function refreshed(markdown) {
  if (!/^```console$/m.test(markdown)) return markdown;
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-readme-'));
  try {
    for (const path of ['examples', join('tests', 'package')]) {
      cpSync(join(root, path), join(folder, path), {
        recursive: true,
        filter: (source) => !source.split(sep).includes('plan'),
      });
    }
    symlinkSync(join(root, 'bin', 'cxplan.js'), join(folder, 'cxplan'));
    return markdown.replace(
      BLOCK,
      (_, command) => `\`\`\`console\n$ ${command}\n${print(command, folder)}\`\`\``,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The commands whose shown output is not what they print now. */
export function staleCommands(markdown) {
  const now = [...refreshed(markdown).matchAll(BLOCK)].map(([block]) => block);
  return [...markdown.matchAll(BLOCK)].flatMap(([block, command], i) => (block === now[i] ? [] : [command]));
}

/** What a command prints, with `cxplan` on the path; both streams, whatever its exit code. */
function print(command, cwd) {
  return execFileSync('bash', ['-c', `{ ${command}\n} 2>&1 || true`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${cwd}:${process.env.PATH}`, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of pages()) {
    const file = join(root, page);
    const markdown = readFileSync(file, 'utf8');
    if (process.argv.includes('--write')) {
      writeFileSync(file, refreshed(markdown));
      continue;
    }
    for (const command of staleCommands(markdown)) {
      console.error(`${page} shows other output than this prints now: ${command}`);
      process.exitCode = 1;
    }
  }
}
