/** Every operation of a run fails once: killed before it, halfway through it, or refused by the disk. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/disk.ts';
import type { TextFile } from '../../src/output/types.ts';
import { standingOutputs, whileLocked, writeOutputs } from '../../src/output/write.ts';
import { contents, type Fault, faultyDisk, Killed, QUICK, scratch } from './scratch.ts';

const text = (word: string) => `${word} `.repeat(200);
/** Written in two blocks. */
const long = (word: string) => text(word).repeat(100);
const OLD: TextFile[] = [
  { path: 'plan.json', text: long('old') },
  { path: 'departments/finance.md', text: text('old') },
  { path: 'departments/gone.md', text: text('old') },
  { path: 'stays.md', text: text('same') },
];
const NEW: TextFile[] = [
  { path: 'plan.json', text: long('new') },
  { path: 'departments/finance.md', text: text('new') },
  { path: 'calendars/all.ics', text: text('new') },
  { path: 'stays.md', text: text('same') },
];
const NEWEST: TextFile[] = NEW.filter(({ path }) => path !== 'calendars/all.ics').map(({ path }) => ({
  path,
  text: text('newest'),
}));

/** A folder with an old plan and a foreign file. */
async function prepared(): Promise<string> {
  const folder = join(scratch(), 'plan');
  await writeOutputs(folder, OLD, { force: false, made: 'old' }, QUICK);
  fs.writeFileSync(join(folder, 'departments', 'notes.txt'), 'not ours');
  return folder;
}

const made = (files: TextFile[]) => (files === NEW ? 'new' : 'newest');
type Keep = (path: string) => boolean;
const run = (folder: string, files: TextFile[], n: number, fault: Fault, keep: Keep = () => false) => {
  const { disk, count } = faultyDisk(n, fault);
  const inPieces = files.map(({ path, text }) => ({ path, text: () => text.match(/.{1,40000}/g)! }));
  return whileLocked(
    folder,
    async () => writeOutputs(folder, inPieces, { force: false, keep, made: made(files) }, disk),
    disk,
  ).then(
    ({ kept }) => ({ error: undefined, count: count(), kept }),
    (error: unknown) => ({ error, count: count(), kept: undefined }),
  );
};

const undisturbed = (folder: string, files: TextFile[], keep?: Keep) =>
  run(folder, files, Number.POSITIVE_INFINITY, { kind: 'kill', half: false }, keep);

/** What a person sees: neither the manifest nor a lock's paper that this very process could not remove. */
const clean = (folder: string) =>
  Object.fromEntries(
    Object.entries(contents(folder)).filter(([path]) => !/^\.cxplan-(manifest\.json|lock\.\d+)$/.test(path)),
  );
const asContents = (files: TextFile[]) =>
  Object.fromEntries([...files.map(({ path, text }) => [path, text]), ['departments/notes.txt', 'not ours']]);

const operations = (await measure()).count;
async function measure() {
  const folder = fs.mkdtempSync(join(fs.realpathSync(process.env.TMPDIR ?? '/tmp'), 'cxplan-'));
  await writeOutputs(join(folder, 'plan'), OLD, { force: false }, QUICK);
  const result = await undisturbed(join(folder, 'plan'), NEW);
  fs.rmSync(folder, { recursive: true });
  return result;
}
const EACH = Array.from({ length: operations }, (_, i) => i + 1);

/** No file may ever be seen that is neither whole old nor whole new. */
function expectWholeFiles(folder: string) {
  const wholes = new Map(OLD.map(({ path, text }) => [path, new Set([text])]));
  for (const { path, text } of NEW) wholes.set(path, (wholes.get(path) ?? new Set()).add(text));
  for (const [path, found] of Object.entries(clean(folder))) {
    if (wholes.has(path)) expect([...wholes.get(path)!], path).toContain(found);
  }
  expect(clean(folder)['departments/notes.txt']).toBe('not ours');
}

/** Nothing is taken for made that is not there, whole, with all that belongs to it. */
function expectNoClaim(folder: string) {
  const stands = (word: string) => standingOutputs(folder, word) !== undefined;
  const { '.cxplan-lock': lock, ...found } = clean(folder);
  if (stands('old')) expect(found).toEqual(asContents(OLD));
  if (stands('new')) expect(found).toEqual(asContents(NEW));
}

/** A run that nothing disturbs, after one that something did. */
async function expectRepair(folder: string, files: TextFile[], n: number) {
  pretendHolderIsGone(folder);
  const { error } = await undisturbed(folder, files);
  expect(error, `after operation ${n}`).toBeUndefined();
  expect(clean(folder), `after operation ${n}`).toEqual(asContents(files));
}

describe(`a run of ${operations} operations`, () => {
  it('has enough of them for this to mean something', () => expect(operations).toBeGreaterThan(30));

  describe.each([false, true])('killed at each of them (half of a write: %s)', (half) => {
    it.each([
      ['the same', NEW],
      ['something else', NEWEST],
    ])('leaves every file old or new, and the next run, which wants %s, repairs it', async (_, next) => {
      for (const n of EACH) {
        const folder = await prepared();
        const { error } = await run(folder, NEW, n, { kind: 'kill', half });
        expect(error === undefined || error instanceof Killed).toBe(true);
        expectWholeFiles(folder);
        expectNoClaim(folder);
        await expectRepair(folder, next, n);
        expect(standingOutputs(folder, made(next))).toHaveLength(next.length);
      }
    });

    it('is repaired unasked, too, when a run that writes only some of the files comes in between', async () => {
      const isLeftOut = (path: string) => /\.(?:md|ics)$/.test(path);
      for (const n of EACH) {
        const folder = await prepared();
        await run(folder, NEW, n, { kind: 'kill', half });
        pretendHolderIsGone(folder);
        const left = pick(contents(folder), isLeftOut);
        const { error, kept } = await undisturbed(folder, [NEWEST[0]!], isLeftOut);
        expect(error, `after operation ${n}`).toBeUndefined();
        expect(kept, `after operation ${n}`).toEqual(Object.keys(left));
        expect(pick(contents(folder), isLeftOut), `after operation ${n}`).toEqual(left);
        await expectRepair(folder, NEWEST, n);
      }
    });
  });

  it.each(['EIO', 'EACCES', 'ENOSPC', 'EMFILE'])(
    'refused with %s at each of them says so, leaves whole files, and the next run finishes',
    async (code) => {
      for (const n of EACH) {
        const folder = await prepared();
        const before = contents(folder);
        const { error } = await run(folder, NEW, n, { kind: 'error', code });
        expectWholeFiles(folder);
        if (error !== undefined) {
          expect(error).toBeInstanceOf(OutputError);
          const { message } = error as OutputError;
          expect(message).toContain(code);
          const after = Object.entries(contents(folder)).filter(([path]) => !path.startsWith('.cxplan-lock'));
          if (message.includes('nothing was written')) {
            expect(Object.fromEntries(after), `operation ${n}`).toEqual(before);
          }
        }
        await expectRepair(folder, NEW, n);
      }
    },
  );
});

const pick = (files: Record<string, string>, wanted: (path: string) => boolean) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => wanted(path)));

/** The lock of this very process would look alive: put a process into it that has ended. */
function pretendHolderIsGone(folder: string) {
  const lock = join(folder, '.cxplan-lock');
  if (!fs.existsSync(lock)) return;
  const holder = JSON.parse(fs.readFileSync(lock, 'utf8'));
  fs.writeFileSync(lock, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
}
