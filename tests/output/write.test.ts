import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/output/disk.ts';
import type { TextFile } from '../../src/output/types.ts';
import { previewOutputs, whileLocked, writeOutputs } from '../../src/output/write.ts';
import { contents, QUICK, scratch } from './scratch.ts';

const YEAR: TextFile[] = [
  { path: 'plan.json', text: '{}\n' },
  { path: 'departments/finance.md', text: '# Finance\n' },
  { path: 'calendars/rooms/lab.ics', text: 'BEGIN:VCALENDAR\r\n' },
];
const LATER: TextFile[] = [
  { path: 'plan.json', text: '{"sessions": []}\n' },
  { path: 'departments/finance.md', text: '# Finance\n' },
];
const gently = { force: false };

describe('the output folder', () => {
  it('holds exactly the files and a manifest with their hashes', async () => {
    const folder = join(scratch(), 'plan');
    const result = await writeOutputs(folder, YEAR, gently);
    const found = contents(folder);
    const { '.cxplan-manifest.json': manifest, ...files } = found;
    expect(files).toEqual(Object.fromEntries(YEAR.map(({ path, text }) => [path, text])));
    expect(JSON.parse(manifest!)).toEqual({
      version: 1,
      files: expect.objectContaining({ 'plan.json': expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }),
    });
    expect(result.written).toEqual(['calendars/rooms/lab.ics', 'departments/finance.md', 'plan.json']);
  });

  it('is not touched by a second run: same bytes, same inodes, same times', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    const stamps = () =>
      Object.keys(contents(folder)).map((path) => {
        const { ino, mtimeMs, ctimeMs } = fs.statSync(join(folder, path));
        return [path, ino, mtimeMs, ctimeMs];
      });
    const before = stamps();
    const result = await writeOutputs(folder, YEAR, gently);
    expect(stamps()).toEqual(before);
    expect(result).toMatchObject({ written: [], removed: [], unchanged: { length: 3 } });
  });

  // Longer than a block, and than what is held of one run; as strings that end anywhere in a block.
  const long = (octets: number, first = 'x', last = first) =>
    first.repeat(octets - 1) + (octets > 0 ? last : '');
  it.each([
    ['begins as before and goes on', long(70_000), long(140_001)],
    ['goes on less far', long(140_001), long(70_000)],
    ['ends in a block of its own', long(65_536), long(65_537)],
    ['differs in its last letter', long(140_001), long(140_001, 'x', 'y')],
    ['differs in its first', long(140_001), `y${long(140_000)}`],
    ['becomes empty', long(70_000), ''],
    ['was empty', '', long(70_000)],
    ['is more than is held', long(17_000_000), long(17_000_000, 'x', 'y')],
    ['grows to more than is held', long(140_001), long(17_000_000)],
  ])('takes over a text that %s', async (_, before, after) => {
    for (const joined of [false, true]) {
      const folder = join(scratch(), 'plan');
      const files = (text: string) => [
        { path: 'a.txt', text: 'as it was\n' },
        { path: 'b.txt', text: () => [text.slice(0, 40_000), text.slice(40_000)], joined },
      ];
      await writeOutputs(folder, files(before), gently);
      expect((await writeOutputs(folder, files(before), gently)).written).toEqual([]);
      const result = await writeOutputs(folder, files(after), gently);
      expect(result).toMatchObject({ written: ['b.txt'], unchanged: ['a.txt'] });
      // Compared as a whole: nobody wants to read the difference.
      expect(contents(folder)['b.txt'] === after).toBe(true);
      expect((await writeOutputs(folder, files(after), gently)).written).toEqual([]);
    }
  });

  it('loses files that are no longer wanted, and the folders that they leave empty', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    const result = await writeOutputs(folder, LATER, gently);
    expect(result.removed).toEqual(['calendars/rooms/lab.ics']);
    expect(fs.existsSync(join(folder, 'calendars'))).toBe(false);
    expect(Object.keys(contents(folder))).toEqual([
      '.cxplan-manifest.json',
      'departments/finance.md',
      'plan.json',
    ]);
  });

  it('keeps what was asked to be kept, and remembers that it is ours', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    const result = await writeOutputs(folder, LATER, { force: false, keep: (path) => path.endsWith('.ics') });
    expect(result).toMatchObject({ kept: ['calendars/rooms/lab.ics'], removed: [] });
    expect((await writeOutputs(folder, LATER, gently)).removed).toEqual(['calendars/rooms/lab.ics']);
  });

  it('writes a missing file again', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    const whole = contents(folder);
    fs.rmSync(join(folder, 'plan.json'));
    await writeOutputs(folder, YEAR, gently);
    expect(contents(folder)).toEqual(whole);
  });

  it('is only looked at by a preview', () => {
    const folder = join(scratch(), 'plan');
    expect(previewOutputs(folder, YEAR, gently).written).toHaveLength(3);
    expect(fs.existsSync(folder)).toBe(false);
  });
});

describe('what belongs to people', () => {
  it('stays byte for byte: other files, also in our folders', async () => {
    const folder = join(scratch(), 'plan');
    fs.mkdirSync(join(folder, 'calendars/rooms'), { recursive: true });
    fs.writeFileSync(join(folder, 'calendars/rooms/notes.txt'), 'bring biscuits');
    fs.writeFileSync(join(folder, 'my-plan.xlsx'), Buffer.from([0, 255, 128]));
    const foreign = contents(folder);
    await writeOutputs(folder, YEAR, gently);
    await writeOutputs(folder, LATER, gently);
    expect(contents(folder)).toMatchObject(foreign);
  });

  it('is restored when git changed nothing but its line ends, in either direction', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    const before = contents(folder);
    fs.writeFileSync(join(folder, 'departments/finance.md'), '# Finance\r\n');
    fs.writeFileSync(join(folder, 'calendars/rooms/lab.ics'), 'BEGIN:VCALENDAR\n');
    const { written } = await writeOutputs(folder, YEAR, gently);
    expect(written).toEqual(['calendars/rooms/lab.ics', 'departments/finance.md']);
    expect(contents(folder)).toEqual(before);
  });

  it('is not overwritten after a change by hand, unless forced', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    fs.appendFileSync(join(folder, 'plan.json'), '// mine');
    const before = contents(folder);
    await expect(writeOutputs(folder, LATER, gently)).rejects.toThrow(
      /plan\.json was changed since cxplan wrote it.*--force/,
    );
    expect(contents(folder)).toEqual(before);
    await writeOutputs(folder, LATER, { force: true });
    expect(contents(folder)['plan.json']).toBe('{"sessions": []}\n');
  });

  it('is not removed after a change by hand, unless forced', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    fs.appendFileSync(join(folder, 'calendars/rooms/lab.ics'), 'mine');
    await expect(writeOutputs(folder, LATER, gently)).rejects.toThrow(/lab\.ics was changed/);
    expect((await writeOutputs(folder, LATER, { force: true })).removed).toEqual(['calendars/rooms/lab.ics']);
  });

  it('is not overwritten where it has one of our names', async () => {
    const folder = join(scratch(), 'plan');
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'plan.json'), 'my own notes');
    await expect(writeOutputs(folder, YEAR, gently)).rejects.toThrow(/plan\.json was not written by cxplan/);
    expect(contents(folder)).toEqual({ 'plan.json': 'my own notes' });
  });
});

describe('links', () => {
  it.each(['plan.json', 'departments', 'calendars/rooms'])('are not followed: %s', async (name) => {
    const base = scratch();
    const folder = join(base, 'plan');
    await writeOutputs(folder, YEAR, gently);
    const elsewhere = join(base, 'elsewhere');
    fs.mkdirSync(elsewhere);
    fs.renameSync(join(folder, name), join(elsewhere, 'moved'));
    fs.symlinkSync(join(elsewhere, 'moved'), join(folder, name));
    const before = contents(base);
    for (const force of [false, true]) {
      await expect(writeOutputs(folder, LATER, { force })).rejects.toThrow(/is a link/);
    }
    expect(contents(base)).toEqual(before);
  });

  it('are not followed when the folder itself is one', async () => {
    const base = scratch();
    fs.mkdirSync(join(base, 'real'));
    fs.symlinkSync(join(base, 'real'), join(base, 'plan'));
    await expect(writeOutputs(join(base, 'plan'), YEAR, gently)).rejects.toThrow(/is a link/);
    expect(contents(join(base, 'real'))).toEqual({});
  });
});

describe('what stands in the way', () => {
  it('a folder where a file is due, a file where a folder is due', async () => {
    const folder = join(scratch(), 'plan');
    fs.mkdirSync(join(folder, 'plan.json'), { recursive: true });
    await expect(writeOutputs(folder, YEAR, gently)).rejects.toThrow(
      /plan\.json stands where a file is to be written/,
    );
    fs.rmdirSync(join(folder, 'plan.json'));
    fs.writeFileSync(join(folder, 'departments'), '');
    await expect(writeOutputs(folder, YEAR, gently)).rejects.toThrow(/departments is no folder/);
  });

  it.each(['.cxplan-manifest.json', '.cxplan-journal.json', '.cxplan-lock'])(
    'what stands where a file of our own should be is named, and what to do about it: %s',
    async (name) => {
      const folder = join(scratch(), 'plan');
      fs.mkdirSync(join(folder, name), { recursive: true });
      const write = () => whileLocked(folder, () => writeOutputs(folder, YEAR, gently));
      await expect(write()).rejects.toThrow(
        `${join(folder, name)} stands where a file is to be written: remove it`,
      );
      fs.rmdirSync(join(folder, name));
      fs.symlinkSync('nowhere', join(folder, name));
      await expect(write()).rejects.toThrow(`${join(folder, name)} is a link`);
      expect(fs.readdirSync(folder)).toEqual([name]);
    },
  );

  it('a system that takes no new folder is named at once: what node does of its own never ends there', async () => {
    const refuse = (path: unknown, options?: unknown) => {
      if (options) throw new Error('tries for ever');
      throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', path });
    };
    const disk = { ...QUICK, mkdirSync: refuse } as Disk;
    const folder = join(scratch(), 'plan');
    await expect(whileLocked(folder, async () => {}, disk)).rejects.toThrow(
      `cannot write ${folder}: there is no such file or folder (ENOENT); nothing was written`,
    );
    const deep = join(folder, 'a', 'b');
    await whileLocked(deep, () => writeOutputs(deep, YEAR, gently));
    expect(contents(deep)['plan.json']).toBe('{}\n');
  });

  it('a damaged manifest is named, and nothing is written', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, YEAR, gently);
    fs.writeFileSync(join(folder, '.cxplan-manifest.json'), '<<<<<<< HEAD');
    const before = contents(folder);
    await expect(writeOutputs(folder, LATER, gently)).rejects.toThrow(
      /manifest\.json is damaged: restore it/,
    );
    expect(contents(folder)).toEqual(before);
  });

  it.each(['../evil', 'a/../../evil', '/etc/passwd', 'a\\b', ''])(
    'a manifest cannot lead out of the folder: %j',
    async (path) => {
      const base = scratch();
      const folder = join(base, 'plan');
      await writeOutputs(folder, YEAR, gently);
      fs.writeFileSync(join(base, 'evil'), 'keep me');
      fs.writeFileSync(
        join(folder, '.cxplan-manifest.json'),
        JSON.stringify({ version: 1, files: { [path]: 'sha256:0' } }),
      );
      await expect(writeOutputs(folder, LATER, { force: true })).rejects.toThrow(/damaged/);
      expect(fs.readFileSync(join(base, 'evil'), 'utf8')).toBe('keep me');
    },
  );

  it.each(['../evil', '/etc/x', 'a//b'])('a file cannot be written outside: %j', async (path) => {
    const folder = join(scratch(), 'plan');
    await expect(writeOutputs(folder, [{ path, text: '' }], gently)).rejects.toThrow(/no path inside/);
  });
});

describe('many files', () => {
  it('are all flushed before the first is put in place, and no file stays open', async () => {
    const folder = join(scratch(), 'plan');
    const done: string[] = [];
    let open = 0;
    const disk: Disk = {
      ...QUICK,
      openSync: (...args) => {
        open += 1;
        return fs.openSync(...args);
      },
      closeSync: (file) => {
        open -= 1;
        fs.closeSync(file);
      },
      flush: async () => {
        done.push('flush');
      },
      renameSync: (from, to) => {
        if (!String(to).endsWith('journal.json')) done.push('rename');
        fs.renameSync(from, to);
      },
    };
    const files = Array.from({ length: 150 }, (_, i) => ({ path: `${i}.md`, text: `${i}\n` }));
    await writeOutputs(folder, files, gently, disk);
    expect(done.join(' ')).toMatch(/^(flush ){150}(rename ?){151}$/);
    expect(open).toBe(0);
    expect(Object.keys(contents(folder))).toHaveLength(151);
  });

  it('are made while those before them are flushed', async () => {
    const made: string[] = [];
    const disk: Disk = {
      ...QUICK,
      openSync: (path, ...how) => {
        if (String(path).endsWith('.md.cxplan-tmp')) made.push('made');
        return fs.openSync(path, ...how);
      },
      flush: () => new Promise((done) => setImmediate(() => done(void made.push('flushed')))),
    };
    const files = Array.from({ length: 150 }, (_, i) => ({ path: `${i}.md`, text: `${i}\n` }));
    await writeOutputs(join(scratch(), 'plan'), files, gently, disk);
    expect(made.indexOf('flushed')).toBe(128);
    expect(made.lastIndexOf('made')).toBeGreaterThan(128);
  });

  it.each([
    ['flushed', 3],
    ['flushed', 100],
    ['made', 70],
    ['made', 140],
  ])(
    'leave nothing behind, and nothing open, when one of them cannot be %s (the %ith)',
    async (what, nth) => {
      const folder = join(scratch(), 'plan');
      const open = new Set<number>();
      let [made, flushed] = [0, 0];
      const full = () => Object.assign(new Error('made up'), { code: 'ENOSPC' });
      const disk: Disk = {
        ...QUICK,
        openSync: (path, ...how) => {
          if (what === 'made' && String(path).endsWith('.md.cxplan-tmp') && ++made === nth) throw full();
          const file = fs.openSync(path, ...how);
          open.add(file);
          return file;
        },
        closeSync: (file) => {
          open.delete(file);
          fs.closeSync(file);
        },
        flush: async (file) => {
          const own = ++flushed;
          await new Promise(setImmediate);
          expect(open).toContain(file);
          if (what === 'flushed' && own === nth) throw full();
        },
      };
      const files = Array.from({ length: 150 }, (_, i) => ({ path: `${i}.md`, text: `${i}\n` }));
      await expect(writeOutputs(folder, files, gently, disk)).rejects.toThrow(/ENOSPC.*nothing was written/);
      expect([...open]).toEqual([]);
      expect(contents(folder)).toEqual({});
    },
  );
});
