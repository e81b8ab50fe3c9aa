import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';

function copyOf(example: string): string {
  const folder = join(scratch(), example);
  cpSync(new URL(`../../examples/${example}`, import.meta.url), folder, { recursive: true });
  return folder;
}

function texts(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

interface Patches {
  readonly patches: {
    readonly rule: string;
    readonly key: string;
    readonly closes: readonly string[];
    readonly score: { readonly before: number; readonly after: number };
    readonly files: readonly string[];
  }[];
  readonly changes: { readonly files: readonly string[]; readonly findings: Record<string, number> };
}

describe.each(['ledgerloop-gaps', 'fernhill-gaps'])('%s', (example) => {
  it('has a patch for each planted gap; with all of them the gate is open', async () => {
    const folder = copyOf(example);
    const before = texts(folder);
    const { code, out, err } = await run(['fix', folder, '--apply', 'all', '--json']);
    expect(err).toBe('');
    expect(code).toBe(0);
    const { patches, changes } = JSON.parse(out) as Patches;

    const planted = parse(readFileSync(join(folder, 'expected-gaps.yaml'), 'utf8')) as {
      rule: string;
      subject: Record<string, string>;
    }[];
    for (const { rule, subject } of planted) {
      const about = patches.filter(
        ({ rule: own, key }) =>
          own === rule && Object.entries(subject).every(([part, id]) => key.includes(`${part}=${id}`)),
      );
      expect(about, `${rule} ${JSON.stringify(subject)}`).toHaveLength(1);
    }
    for (const { key, closes, score } of patches) {
      expect(closes.includes(key) || score.after > score.before).toBe(true);
    }
    expect(changes.findings).toMatchObject({ error: 0, warn: 0 });

    // Every line that is gone has one in its place; comments and all other lines are as they were.
    const after = texts(folder);
    for (const [file, text] of before) {
      if (!changes.files.includes(file)) {
        expect(after.get(file)).toBe(text);
        continue;
      }
      const lines = text.split('\n');
      const now = new Set(after.get(file)!.split('\n'));
      const gone = lines.filter((line) => !now.has(line));
      expect(gone.length).toBeLessThanOrEqual(2);
      expect(gone.filter((line) => line.includes('#'))).toEqual([]);
    }

    const gate = await run(['check', folder]);
    expect(gate.code).toBe(0);
  });
});
