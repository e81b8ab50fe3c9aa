/**
 * What a process takes at most, in MiB, to say what is wrong with any input: broken workspaces by number, costly ones, and files
 * as large as they may be. Peaks of whole processes (`VmHWM`); the promise is 512.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minimal } from '../fixtures.ts';
import { caseOf, put } from '../fuzz/cases.ts';
import type { Files } from '../fuzz/workspaces.ts';
import { KINDS } from '../workspace/hostile.ts';
import { measured, median } from './measure.ts';

interface Peaks {
  readonly what: string;
  readonly runs: number;
  readonly medianMiB: number;
  readonly mostMiB: number;
  /** The case that took most. */
  readonly most: string;
}

const FILE = 2_000_000;
const filled = (piece: string) => piece.repeat(Math.floor((FILE - 1000) / piece.length));
const many = (head: string, line: (i: number) => string) => {
  const lines = [head];
  for (let size = head.length, i = 0; size < FILE - 1000; i++)
    size += lines[lines.push(line(i)) - 1]!.length + 1;
  return `${lines.join('\n')}\n`;
};
const beside = (text: string | Buffer): Files =>
  new Map([
    ['cxplan.yaml', Buffer.from(minimal())],
    ['more.yaml', Buffer.from(text)],
  ]);
const wrong = (i: number) => `  r${i}: { departmnt: d${i}, headz: ${i} }`;

/** As large as one file, or all of them, may be. */
const LARGEST: readonly (readonly [string, () => Files])[] = [
  ['2 MB of roles with wrong keys', () => beside(many('roles:', wrong))],
  [
    '2 MB of roles of unknown departments',
    () => beside(many('roles:', (i) => `  r${i}: { department: d${i}, heads: 1 }`)),
  ],
  ['2 MB of one list', () => beside(`waivers: [${filled('a, ')}a]\n`)],
  ['2 MB of lines that are no YAML', () => beside(filled('a: b: c\n'))],
  [
    '2 MB of any bytes',
    () => beside(Buffer.from(Array.from({ length: FILE - 1 }, (_, i) => (i * 7919) & 255))),
  ],
  [
    '60 MB in thirty files of roles with wrong keys',
    () =>
      new Map([
        ['cxplan.yaml', Buffer.from(minimal())],
        ...Array.from({ length: 30 }, (_, n): [string, Buffer] => [
          `f${n}.yaml`,
          Buffer.from(many('roles:', (i) => wrong(n * 1_000_000 + i))),
        ]),
      ]),
  ],
  [
    'a roster of 50 MB of unknown roles',
    () =>
      new Map([
        ['cxplan.yaml', Buffer.from(minimal({ programme: { people: 'people.csv' } }))],
        [
          'people.csv',
          Buffer.from(
            `id,role,site,joined\n${Array.from({ length: 2_000_000 }, (_, i) => `${i},unknown-${i % 1000},,`).join('\n')}\n`,
          ),
        ],
      ]),
  ],
];

/** @param count of broken workspaces by number */
export async function peaks(cli: string, count: number): Promise<Peaks[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-memory-'));
  const took = async (cases: Iterable<readonly [string, () => Files]>, what: string): Promise<Peaks> => {
    const all: { readonly name: string; readonly peak: number }[] = [];
    for (const [name, files] of cases) {
      put(join(folder, 'firm'), files());
      const { code, peakMiB, output } = await measured(process.execPath, [
        cli,
        'validate',
        join(folder, 'firm'),
      ]);
      if ((code !== 0 && code !== 1) || peakMiB === undefined)
        throw new Error(`${name} ended with ${code}: ${output.slice(0, 500)}`);
      all.push({ name, peak: peakMiB });
    }
    const most = all.reduce((a, b) => (b.peak > a.peak ? b : a));
    const medianMiB = median(all.map(({ peak }) => peak));
    return { what, runs: all.length, medianMiB, mostMiB: most.peak, most: most.name };
  };
  try {
    const broken = Array.from({ length: count }, (_, number): [string, () => Files] => [
      `case ${number}`,
      () => caseOf(number).broken.files,
    ]);
    const costly = KINDS.map(([name, files]): [string, () => Files] => [
      name,
      () => new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    ]);
    const rows = [await took(broken, 'broken by number'), await took(costly, 'made to be costly')];
    for (const one of LARGEST) rows.push(await took([one], one[0]));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
