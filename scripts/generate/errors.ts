/** The gallery of errors: every message of `tests/cases`, with the file that causes it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { prettyOne } from '../../src/diagnostics/pretty.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

/** Files that are longer, or hold what is not shown in print, are seen through their frames alone. */
const LONGEST = 40;
const UNSHOWN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|`{3}/;

const HEAD = `# Every error, and what causes it

Generated from the folders in \`tests/cases\` by \`npm run generate\`: each message of \`cxplan validate\` as it is printed, under its code, below
the file that causes it. What a key may hold says \`cxplan docs <key>\`.
`;

interface Seen {
  readonly name: string;
  readonly diagnostic: Diagnostic;
  readonly sources: ReadonlyMap<string, string>;
}

export async function makeErrors(cases: string): Promise<string> {
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
  const codes = [...byCode.keys()].sort();
  const list = codes.map((code) => `[${code}](#${code})`).join(' · ');
  return `${HEAD}\n${list}\n${codes.map((code) => chapter(code, byCode.get(code)!)).join('')}`;
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
