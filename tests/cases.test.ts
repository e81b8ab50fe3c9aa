/**
 * Runnable folders: each broken workspace gives exactly the messages of its `expect.txt`, and nothing else; each
 * of `ok/` gives a model and no message at all.
 *
 * A line of `expect.txt` is `code file:line:column message`; below it, indented, the remedy (`→`) and other places.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Place } from '../src/diagnostics/diagnostic.ts';
import { sanitise } from '../src/diagnostics/sanitise.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

const root = fileURLToPath(new URL('cases', import.meta.url));
const broken = readdirSync(root).filter((name) => name !== 'ok');

describe('broken workspaces', () => {
  test('there are at least a hundred', () => {
    expect(broken.length).toBeGreaterThanOrEqual(100);
  });

  test.each(broken)('%s', async (name) => {
    const file = join(root, name, 'expect.txt');
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const { diagnostics, model } = await loadWorkspace(join(root, name));
    expect(diagnostics.map(lines).join('')).toBe(expected);
    expect(expected).not.toBe('');
    expect(model !== undefined).toBe(diagnostics.every(({ severity }) => severity !== 'error'));
  });
});

describe('workspaces that are fine', () => {
  test.each(readdirSync(join(root, 'ok')))('%s', async (name) => {
    const { diagnostics, model } = await loadWorkspace(join(root, 'ok', name));
    expect(diagnostics.map(lines).join('')).toBe('');
    expect(model).toBeDefined();
  });
});

function lines({ code, at, message, fix, related = [] }: Diagnostic): string {
  const others = related.map((other) => `  ${place(other.at)} ${sanitise(other.message)}\n`);
  return `${code} ${place(at)} ${sanitise(message)}\n${fix ? `  → ${sanitise(fix)}\n` : ''}${others.join('')}`;
}

function place(at: Place | undefined): string {
  return at ? `${at.file}:${at.line}:${at.column}` : '-';
}
