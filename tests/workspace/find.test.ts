import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readText } from '../../src/workspace/files/bytes.ts';
import { findFiles } from '../../src/workspace/files/find.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cxplan-find-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function found(): string[] {
  const { files, diagnostics } = findFiles(root);
  expect(diagnostics).toEqual([]);
  return [...files.keys()];
}

/** Code and message of everything that is wrong. */
function wrong(): string[] {
  return findFiles(root).diagnostics.map(
    ({ code, at, message }) => `${code} ${at?.file}:${at?.line} ${message}`,
  );
}

describe('which files belong', () => {
  test('YAML under any folder, sorted by code unit, with / in their paths', () => {
    for (const path of ['b.yaml', 'B.yml', 'a/z.yaml', 'a/b/c.yml', 'a.yaml.bak', 'notes.md'])
      put(path, '{}\n');
    expect(found()).toEqual(['B.yml', 'a/b/c.yml', 'a/z.yaml', 'b.yaml']);
  });

  test('not hidden files and folders, node_modules, or an output folder of ours', () => {
    for (const path of [
      '.git/x.yaml',
      '.hidden.yaml',
      'node_modules/p/x.yaml',
      'plan/x.yaml',
      'sub/out/x.yaml',
    ]) {
      put(path, 'broken: [');
    }
    put('plan/.cxplan-manifest.json', '{}');
    put('sub/out/.cxplan-manifest.json', '{}');
    put('sub/x.yaml', '{}');
    expect(found()).toEqual(['sub/x.yaml']);
  });

  test('the root itself is read even when its own name is hidden or it holds a manifest', () => {
    root = join(root, '.workspace');
    put('x.yaml', '{}');
    put('.cxplan-manifest.json', '{}');
    expect(found()).toEqual(['x.yaml']);
  });

  test('a link to a file inside the workspace is read, a folder link is not followed', () => {
    put('real.txt', 'sites: {}\n');
    put('deep/x.yaml', '{}');
    symlinkSync('real.txt', join(root, 'linked.yaml'));
    symlinkSync('.', join(root, 'deep/loop'));
    expect(found()).toEqual(['deep/x.yaml', 'linked.yaml']);
  });

  test('a folder that is not there', () => {
    root = join(root, 'nowhere');
    expect(findFiles(root).diagnostics.map(({ code }) => code)).toEqual(['unreadable-file']);
  });
});

describe('files that cannot be used', () => {
  test('a pipe is refused at once instead of waited for', () => {
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    // Whoever waited would be answered after a while, and would read that.
    const writer = spawn('sh', ['-c', 'sleep 20; echo waited > pipe.yaml'], { cwd: root });
    expect(wrong()).toEqual(['unreadable-file pipe.yaml:1 pipe.yaml is a pipe, not a file']);
    writer.kill();
  });

  test.skipIf(process.getuid?.() === 0)('a folder without permission, in words', () => {
    put('shut/a.yaml', '{}');
    chmodSync(join(root, 'shut'), 0o000);
    const found = wrong();
    chmodSync(join(root, 'shut'), 0o700);
    expect(found).toEqual(['unreadable-file shut:1 the folder shut cannot be read: no permission']);
  });

  test('a folder, a device, a link out of the workspace, a dangling link, a link in a circle', () => {
    mkdirSync(join(root, 'folder.yaml'));
    symlinkSync('/dev/zero', join(root, 'zero.yaml'));
    symlinkSync('/etc/hostname', join(root, 'out.yaml'));
    symlinkSync('nowhere', join(root, 'dangling.yaml'));
    symlinkSync('circle.yaml', join(root, 'circle.yaml'));
    expect(wrong()).toEqual([
      'unreadable-file circle.yaml:1 circle.yaml cannot be read: its link leads in a circle',
      'unreadable-file dangling.yaml:1 dangling.yaml cannot be read: it does not exist',
      'unreadable-file folder.yaml:1 folder.yaml is a folder, not a file',
      'unreadable-file out.yaml:1 out.yaml leads out of the workspace',
      'unreadable-file zero.yaml:1 zero.yaml leads out of the workspace',
    ]);
  });

  test('a file larger than any buffer is not read past the limit of 2 MB', () => {
    put('big.yaml', 'a: 1\n');
    truncateSync(join(root, 'big.yaml'), 8_000_000_000);
    expect(wrong()).toEqual(['file-too-large big.yaml:1 big.yaml is larger than 2 MB']);
  });

  test('exactly 2 MB are read', () => {
    put('full.yaml', '#'.repeat(2_000_000));
    expect(found()).toEqual(['full.yaml']);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffsites: {}\n', 'utf16le'), 'is UTF-16, not UTF-8 text', 1],
    [
      'Latin-1',
      Buffer.from('# fine\n# fine\nname: Gesch\xe4ft\n', 'latin1'),
      'is not UTF-8 text from line 3 on',
      3,
    ],
    ['a ZIP', Buffer.from('PK\x03\x04\xff\xfe', 'latin1'), 'is not UTF-8 text from line 1 on', 1],
    ['a cut character', Buffer.from([0x61, 0x0a, 0xe6, 0x9d]), 'is not UTF-8 text from line 2 on', 2],
  ])('%s: the line of the first bad byte', (_, bytes, message, line) => {
    put('x.yaml', bytes);
    expect(wrong()).toEqual([`not-utf8 x.yaml:${line} x.yaml ${message}`]);
  });

  test('a path of a CSV file that leads out', () => {
    put('inner/x.yaml', '{}');
    put('people.csv', 'id\n');
    const { text, diagnostics } = readText(join(root, 'inner'), '../people.csv');
    expect(text).toBeUndefined();
    expect(diagnostics[0]?.message).toBe('../people.csv leads out of the workspace');
  });
});
