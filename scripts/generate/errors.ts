/** The gallery of errors: every message of `tests/cases` and `tests/command-cases`, with the file that causes it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { prettyOne } from '../../src/diagnostics/pretty.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { run } from '../../tests/cli/host.ts';

/** Files that are longer, or hold what is not shown in print, are seen through their frames alone. */
const LONGEST = 40;
const UNSHOWN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|`{3}/;

const HEAD = `# Every error, and what causes it

Generated from the folders in \`tests/cases\` by \`npm run generate\`: each message of \`cxplan validate\` as it is printed, under its code, below
the file that causes it; and from \`tests/command-cases\` what other commands say of the files that they read. What a key may hold says \`cxplan docs <key>\`.
`;

interface Seen {
  readonly name: string;
  readonly diagnostic: Diagnostic;
  readonly sources: ReadonlyMap<string, string>;
}

/** What a command prints of one file that it reads: its words, and below its code the file itself. */
async function ofCommand(folder: string): Promise<{ readonly code: string; readonly chapter: string }> {
  const command = readFileSync(join(folder, 'command'), 'utf8').trim();
  const { err } = await run(command.split(' '), { cwd: folder });
  const text = /^error [\s\S]*?(?=\n\n)/m.exec(err)![0];
  const [, code, file] = /^error ([a-z-]+):[\s\S]*?┌ ([^:]+):/.exec(text)!;
  const cause = block(
    file!.endsWith('.yaml') ? 'yaml' : 'text',
    readFileSync(join(folder, file!), 'utf8').trimEnd(),
  );
  return { code: code!, chapter: `\n## ${code}\n\n*cxplan ${command}*\n${cause}${block('text', text)}` };
}

export async function makeErrors(cases: string, commands: string): Promise<string> {
  const byCode = new Map<string, Seen[]>();
  for (const name of readdirSync(cases).sort()) {
    if (name === 'ok') continue;
    const { diagnostics, sources } = await loadWorkspace(join(cases, name));
    for (const diagnostic of diagnostics) {
      const seen = byCode.get(diagnostic.code) ?? [];
      seen.push({ name, diagnostic, sources });
      byCode.set(diagnostic.code, seen);
    }
  }
  const chapters = new Map([...byCode].map(([code, seen]) => [code, chapter(code, seen)]));
  for (const name of readdirSync(commands).sort()) {
    const told = await ofCommand(join(commands, name));
    chapters.set(told.code, (chapters.get(told.code) ?? '') + told.chapter);
  }
  const codes = [...chapters.keys()].sort();
  const list = codes.map((code) => `[${code}](#${code})`).join(' · ');
  return `${HEAD}\n${list}\n${codes.map((code) => chapters.get(code)!).join('')}`;
}

function chapter(code: string, seen: readonly Seen[]): string {
  const told = new Set<string>();
  const parts = seen.flatMap((one) => {
    const text = prettyOne(one.diagnostic, one.sources);
    if (told.has(text)) return [];
    told.add(text);
    // The first of a kind with its whole file; the others with the lines that matter.
    return [`${told.size === 1 ? cause(one) : `\n*${one.name}*\n`}${block('text', text)}`];
  });
  return `\n## ${code}\n${parts.join('')}`;
}

/** The file to blame, whole, where it is short. */
function cause({ diagnostic, sources, name }: Seen): string {
  const file = diagnostic.at?.file;
  const text = file === undefined ? undefined : sources.get(file);
  const from = `\n*${name}*\n`;
  if (text === undefined || UNSHOWN.test(text) || text.split('\n').length > LONGEST) return from;
  return `${from}${block(/\.ya?ml$/.test(file!) ? 'yaml' : 'text', text.trimEnd())}`;
}

function block(language: string, text: string): string {
  return `\n\`\`\`${language}\n${text}\n\`\`\`\n`;
}
