/** Compiled code is kept between runs, for its owner alone; whatever became of it, a run says the same. */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { cacheFolder } from '../../src/cli/compiled.ts';
import { scratch } from '../output/scratch.ts';
import { shell } from './program.ts';

const VALID = /is valid: /;
let home: string;
let cache: string;

beforeEach(() => {
  home = join(scratch(), 'home');
  mkdirSync(home);
  cache = join(home, '.cache', 'cxplan');
});

function validate(env: Readonly<Record<string, string>> = {}): void {
  const own = { HOME: home, XDG_CACHE_HOME: '', NODE_DISABLE_COMPILE_CACHE: '', ...env };
  const { code, out, err } = shell('cxplan validate examples/minimal', own);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(VALID);
}

/** Path and text of what is kept; none where there is no folder. */
function kept(): Map<string, Buffer> {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.bin'),
  );
  return new Map(files.map((name) => [join(home, name), readFileSync(join(home, name))]));
}

// Newer Node keeps the code itself, in files of its own.
const isOurs = process.versions.v8.startsWith('11.');

it.runIf(isOurs)('keeps what it compiled, for its owner alone, and writes it once', () => {
  validate();
  const first = kept();
  expect(first.size).toBeGreaterThan(3);
  for (const path of first.keys()) expect(statSync(path).mode & 0o777).toBe(0o600);
  for (const name of readdirSync(cache)) expect(statSync(join(cache, name)).mode & 0o777).toBe(0o700);
  const times = [...first.keys()].map((path) => statSync(path).mtimeMs);
  validate();
  expect([...kept().keys()].map((path) => statSync(path).mtimeMs)).toEqual(times);
});

it.runIf(isOurs)('compiles again what is damaged, cut off, or of another program', () => {
  validate();
  const first = kept();
  const [damaged, cut, empty, other, another] = [...first.keys()];
  const bytes = Buffer.from(first.get(damaged!)!);
  bytes[bytes.length >> 1]! ^= 0x41;
  writeFileSync(damaged!, bytes);
  writeFileSync(cut!, first.get(cut!)!.subarray(0, -8));
  writeFileSync(empty!, '');
  writeFileSync(other!, first.get(another!)!);
  validate();
  const again = kept();
  expect([...again.keys()]).toEqual([...first.keys()]);
  for (const [path, code] of again)
    expect(code.subarray(0, 8), path).toEqual(first.get(path)!.subarray(0, 8));
  for (const path of [damaged!, cut!, empty!, other!]) expect(again.get(path)!.length).toBeGreaterThan(100);
});

it('takes nothing that somebody else may have put there', () => {
  mkdirSync(cache, { recursive: true });
  chmodSync(cache, 0o777);
  validate();
  expect(kept().size).toBe(0);
  chmodSync(cache, 0o700);
  const elsewhere = join(home, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(home, 'linked'));
  validate({ XDG_CACHE_HOME: join(home, 'linked') });
  mkdirSync(join(home, 'xdg'));
  symlinkSync(elsewhere, join(home, 'xdg', 'cxplan'));
  const before = kept().size;
  validate({ XDG_CACHE_HOME: join(home, 'xdg') });
  expect(kept().size).toBe(before);
});

it('keeps nothing where it is told not to, where there is no home, and for a version', () => {
  validate({ NODE_DISABLE_COMPILE_CACHE: '1' });
  validate({ HOME: join(home, 'nowhere') });
  validate({ HOME: '' });
  expect(shell('cxplan --version', { HOME: home }).code).toBe(0);
  expect(readdirSync(home)).toEqual([]);
});

it('stands where programs of the system keep such things', () => {
  expect(cacheFolder({ HOME: home }, 'linux')).toBe(cache);
  expect(cacheFolder({ HOME: home }, 'darwin')).toBe(join(home, 'Library', 'Caches', 'cxplan'));
  expect(cacheFolder({ HOME: '/x', LOCALAPPDATA: home }, 'win32')).toBe(join(home, 'cxplan'));
  expect(cacheFolder({ HOME: home, XDG_CACHE_HOME: join(home, 'c') }, 'linux')).toBe(
    join(home, 'c', 'cxplan'),
  );
  expect(cacheFolder({ HOME: home, XDG_CACHE_HOME: 'c' }, 'linux')).toBeUndefined();
  expect(cacheFolder({}, 'linux')).toBeUndefined();
});
