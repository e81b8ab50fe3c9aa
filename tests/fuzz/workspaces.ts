/** Workspaces that are fine, to be broken: small ones, one with every form of the language, one of tables, one of many files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL } from '../fixtures.ts';

/** Path → bytes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Tests and benches run there; a bench is one bundle that stands elsewhere. */
const root = process.cwd();

function folder(path: string, names?: readonly string[]): Files {
  const full = join(root, path);
  const all = names ?? readdirSync(full).filter((name) => /\.ya?ml$/.test(name));
  return new Map(all.map((name) => [name, readFileSync(join(full, name))]));
}

const ROSTER = `id,role,site,shift,joined,left\n${Array.from(
  { length: 24 },
  (_, i) =>
    `p${i},${i % 3 ? 'colleague,leeds,early' : 'credit-controller,leeds,day'},2024-03-0${1 + (i % 9)},`,
).join('\n')}\n`;

export const WORKSPACES: readonly (readonly [string, Files])[] = [
  ['small', new Map([['cxplan.yaml', Buffer.from(SMALL)]])],
  ['minimal', folder('examples/minimal', ['cxplan.yaml'])],
  ['every form', folder('tests/cases/ok/every-form', ['cxplan.yaml'])],
  ['several files', folder('templates/retail')],
  [
    'a roster',
    new Map([
      ['cxplan.yaml', Buffer.from(SMALL.replace('\n  agreedBy', '\n  people: people.csv\n  agreedBy'))],
      ['people.csv', Buffer.from(ROSTER)],
    ]),
  ],
];
