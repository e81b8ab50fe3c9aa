/**
 * Ways to break a workspace. Those of `ONE_LINE` leave one line at fault, and say which; those of `ANYTHING` do what disks,
 * editors, merges and strangers do.
 */
import type { Files } from './workspaces.ts';

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
export type Draw = (below: number) => number;

export function drawing(seed: number): Draw {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Broken {
  readonly files: Files;
  /** The line at fault. */
  readonly at?: { readonly file: string; readonly line: number };
}
type Mutation = (files: Files, draw: Draw) => Broken | undefined;

const pick = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)]!;
const isYaml = (path: string) => /\.ya?ml$/.test(path);
const textOf = (files: Files, path: string) => files.get(path)!.toString('utf8');
const withFile = (files: Files, path: string, content: string | Buffer): Files =>
  new Map([...files, [path, Buffer.from(content as string)]]);

/** A line that matches, outside of comments, with what a change makes of the match. */
function line(
  pattern: RegExp,
  change: (match: RegExpExecArray, draw: Draw) => string,
  { after = 0 }: { readonly after?: number } = {},
): Mutation {
  return (files, draw) => {
    const hits: { path: string; row: number; match: RegExpExecArray }[] = [];
    for (const path of [...files.keys()].filter(isYaml)) {
      textOf(files, path)
        .split('\n')
        .forEach((text, row) => {
          for (const match of text.replace(/(?:^|\s)#.*$/, '').matchAll(pattern))
            hits.push({ path, row, match });
        });
    }
    if (hits.length === 0) return undefined;
    const { path, row, match } = pick(hits, draw);
    const lines = textOf(files, path).split('\n');
    const text = lines[row]!;
    lines[row] = text.slice(0, match.index) + change(match, draw) + text.slice(match.index + match[0].length);
    return { files: withFile(files, path, lines.join('\n')), at: { file: path, line: row + 1 + after } };
  };
}

const misspelt = (word: string, draw: Draw): string => {
  const at = 1 + draw(word.length - 1);
  return pick(
    [`${word.slice(0, at)}${word[at - 1]}${word.slice(at)}`, `${word.slice(0, at) + word.slice(at + 1)}q`],
    draw,
  );
};

/** Keys that no map takes under another name: ids are words of the firm's own. */
const KEY =
  /(?<=^\s*|[{,]\s*)(audience|customerFacing|department|facilitators|hoursPerWeek|holidays|maxAway|minutes|modules|programme|roles|teaches|themes|timezone|touchpoints)(?=:\s|:$)/g;

export const ONE_LINE: Readonly<Record<string, Mutation>> = {
  'a key misspelt': line(KEY, ([key], draw) => misspelt(key, draw)),
  'a number that is none': line(/(?<=\b(?:minutes|seats|heads|hoursPerWeek): )\d+\b/g, ([n], draw) =>
    pick(['-3', `${n}x`, '1e400', '0.5', '~', '[]', `"${n}"`, '9007199254740993'], draw),
  ),
  'a date that is none': line(/\b20\d\d-\d\d-\d\d\b/g, ([date], draw) =>
    pick(
      [`${date.slice(0, 5)}02-30`, `${date.slice(0, 5)}13-01`, date.slice(2), `${date}T10`, '0000-01-01'],
      draw,
    ),
  ),
  'hours that are none': line(/\b\d\d:\d\d-\d\d:\d\d\b/g, ([hours], draw) =>
    pick([hours.slice(0, 5), `${hours}-18:00`, `25:00-${hours.slice(6)}`, hours.replace('-', '–')], draw),
  ),
  'an id that nobody has': line(
    /(?<=\b(?:department|owner|site): )[a-z][a-z0-9-]*\b(?!:)/g,
    ([id]) => `${id}-zz`,
  ),
  'an id of a list that nobody has': line(
    /(?<=\b(?:themes|teaches|voices|agreedBy): \[)[a-z][a-z0-9-]*/g,
    ([id]) => `${id}-zz`,
  ),
  'a word that is none of them': line(/(?<=\b(?:format|kind|level|type): )[a-z-]+\b(?!:)/g, ([word], draw) =>
    misspelt(word, draw),
  ),
  'a bracket left open': line(/[\]}]\s*$/g, () => ''),
  'a quote left open': line(/(?<=: )[A-Za-z][^"'{}[\],]*$/g, ([text]) => `"${text}`),
  'a tab before a key': line(/^ +(?=[a-zA-Z-]+:)/g, () => '\t'),
  'no blank after the colon': line(/(?<=^ +(?:minutes|format|heads|department)): (?=\S)/g, () => ':'),
  'a key twice': line(/^ +(?:minutes|format|department|starts): .*$/g, ([text]) => `${text}\n${text}`, {
    after: 1,
  }),
  'a control character': line(/(?<=: \w)\w/g, (_, draw) =>
    pick(['\u0000', '\u001b', '\u0007', '\u009b'], draw),
  ),
  'a conflict of git': line(/^.+$/g, ([text]) => `<<<<<<< HEAD\n${text}\n=======\n${text}\n>>>>>>> theirs`),
  'a tag': line(/(?<=\b(?:minutes|format|heads): )(?=\S)/g, (_, draw) =>
    pick(['!!binary ', '!mine ', '!!set '], draw),
  ),
  'a cell of a table': (files, draw) => {
    const table = [...files.keys()].find((path) => path.endsWith('.csv'));
    if (!table) return undefined;
    const lines = textOf(files, table).split('\n');
    const row = 1 + draw(lines.length - 2);
    const cells = lines[row]!.split(',');
    const column = pick([1, 2, 4], draw);
    cells[column] = column === 4 ? '2024-02-31' : `${cells[column]}-zz`;
    lines[row] = cells.join(',');
    return { files: withFile(files, table, lines.join('\n')), at: { file: table, line: row + 1 } };
  },
  'a byte that is no UTF-8': (files, draw) => {
    const path = pick([...files.keys()], draw);
    const bytes = files.get(path)!;
    const at = draw(bytes.length - 1);
    const broken = Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([pick([0xff, 0xc0, 0xf8], draw)]),
      bytes.subarray(at),
    ]);
    // In the middle of a letter, the letter is what is broken.
    const before = bytes.subarray(0, at).toString('utf8').split('\n').length;
    return { files: withFile(files, path, broken), at: { file: path, line: before } };
  },
};

const TOKENS = [
  '&a ',
  '*a',
  '- ',
  '? ',
  ': ',
  '| ',
  '>-\n',
  '{',
  '}',
  '[',
  ']',
  '!!float ',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '<<: *a\n',
  '"',
  "'",
  '\u202e',
  '\ufeff',
  '\r',
  '\t',
  '=1+2',
  '__proto__: 1\n',
  '~',
  '.inf',
  '0x1F',
  '\u{1f600}',
];

const bytesOf =
  (change: (bytes: Buffer, draw: Draw) => Buffer): Mutation =>
  (files, draw) => {
    const path = pick([...files.keys()], draw);
    return { files: withFile(files, path, change(files.get(path)!, draw)) };
  };
/** A stretch of it, short mostly. */
const stretch = (bytes: Buffer, draw: Draw): [number, number] => {
  const from = draw(bytes.length);
  return [from, Math.min(bytes.length, from + draw(1 + draw(400)))];
};

export const ANYTHING: Readonly<Record<string, Mutation>> = {
  'bits turned': bytesOf((bytes, draw) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i <= draw(6); i++) copy[draw(copy.length)]! ^= 1 << draw(8);
    return copy;
  }),
  'cut off': bytesOf((bytes, draw) => bytes.subarray(0, draw(bytes.length))),
  'a piece lost': bytesOf((bytes, draw) => {
    const [from, to] = stretch(bytes, draw);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  }),
  'a piece somewhere else again': bytesOf((bytes, draw) => {
    const [from, to] = stretch(bytes, draw);
    const at = draw(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  }),
  'words of YAML': bytesOf((bytes, draw) => {
    let text = bytes.toString('utf8');
    for (let i = 0; i <= draw(4); i++) {
      const at = draw(text.length + 1);
      text = text.slice(0, at) + pick(TOKENS, draw) + text.slice(at);
    }
    return Buffer.from(text);
  }),
  'a line, very often': bytesOf((bytes, draw) => {
    const lines = bytes.toString('utf8').split('\n');
    const at = draw(lines.length);
    return Buffer.from([...lines.slice(0, at), ...Array(200).fill(lines[at]), ...lines.slice(at)].join('\n'));
  }),
  'very deep': bytesOf((bytes, draw) => {
    const open = pick(['[', '{a: ', '- ', '"'], draw);
    return Buffer.concat([bytes, Buffer.from(`\nx: ${open.repeat(1 + draw(300))}`)]);
  }),
  'anything at all': bytesOf((_, draw) => Buffer.from(Array.from({ length: draw(3000) }, () => draw(256)))),
  'lines in another order': bytesOf((bytes, draw) => {
    const lines = bytes.toString('utf8').split('\n');
    for (let i = 0; i <= draw(5); i++) {
      const [from, to] = [draw(lines.length), draw(lines.length)];
      lines.splice(to, 0, ...lines.splice(from, 1));
    }
    return Buffer.from(lines.join('\n'));
  }),
  'two at once': (files, draw) => {
    const all = Object.values(ONE_LINE);
    const first = pick(all, draw)(files, draw)?.files ?? files;
    return { files: pick(all, draw)(first, draw)?.files ?? first };
  },
};
