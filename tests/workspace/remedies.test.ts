/** What a message tells somebody to write is right: written in its place, that finding is gone, and no other takes its place. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

const names = readdirSync('tests/cases').filter((name) => name !== 'ok');

it('what is told to be written is accepted', async () => {
  const refused: string[] = [];
  let tried = 0;
  for (const name of names) {
    const { diagnostics } = await loadWorkspace(join('tests/cases', name));
    for (const diagnostic of diagnostics) {
      for (const value of told(diagnostic)) {
        tried += 1;
        const after = await written(join('tests/cases', name), diagnostic, value);
        if (after === undefined) continue;
        const place = `${diagnostic.at?.line}:${diagnostic.at?.column}`;
        const left = after.find(
          ({ at, severity }) => severity === 'error' && `${at?.line}:${at?.column}` === place,
        );
        if (left) refused.push(`${name} ${place} ${value}: ${left.message}`);
      }
    }
  }
  expect(refused).toEqual([]);
  expect(tried).toBeGreaterThan(85);
});

/** The values of `write a, b or c`; none where a remedy is about more than the value. */
function told({ code, message, fix = '', at }: Diagnostic): string[] {
  const plain =
    /^write (?:hours such as )?((?:\{[^}]*\}|\[[^\]]*\]|\d\d:\d\d-\d\d:\d\d|[^\s:,]+)(?: or (?:\{[^}]*\}|\[[^\]]*\]|[^\s:,]+))*)(?:, if .*|: [a-z"].*| for .*| \(.*|)$/.exec(
      fix,
    )?.[1];
  const isValue =
    /^(?:wrong-type|wrong-value)$/.test(code) && / not (?:the text|the number|false|a list)/.test(message);
  if (!plain || !isValue || !at?.file.endsWith('.yaml') || /…/.test(plain)) return [];
  return plain.split(/ or (?![^{]*\})/).map((one) => one.replaceAll('<year>', '2027'));
}

/** The findings once the value stands there instead of the wrong one; undefined where its end cannot be told. */
async function written(
  folder: string,
  { at, message }: Diagnostic,
  value: string,
): Promise<readonly Diagnostic[] | undefined> {
  const text = readFileSync(join(folder, at!.file), 'utf8');
  const lines = text.split('\n');
  const line = lines[at!.line - 1]!;
  const rest = line.slice(at!.column - 1);
  const wrong =
    /not the (?:text|number) "?(.*?)"?$/.exec(message)?.[1] ?? /^(?:false|\[[^\]]*\])/.exec(rest)?.[0];
  const found = wrong === undefined ? -1 : rest.search(/[^"']/);
  if (wrong === undefined || !rest.slice(found).startsWith(wrong)) return undefined;
  const quote = found === 1 ? 1 : 0;
  lines[at!.line - 1] = `${line.slice(0, at!.column - 1)}${value}${rest.slice(found + wrong.length + quote)}`;
  const copy = mkdtempSync(join(tmpdir(), 'remedy-'));
  try {
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, at!.file), lines.join('\n'));
    return (await loadWorkspace(copy)).diagnostics;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
