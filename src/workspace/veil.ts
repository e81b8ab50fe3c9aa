/**
 * What may be shown of the tables about people. A build log is read by more eyes than a roster: of a row with a
 * mistake only the cell in question is shown, and that only where it is a word of the firm's (a role, a site, a
 * day), never who somebody is or what they wrote. Everything a table's messages and frames say goes through here,
 * once, whoever wrote them.
 */
import { groupBy } from '../collections/lists.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { tidy } from './files/bytes.ts';
import { columnOf, type Table } from './files/csv/table.ts';

/** Columns that speak of the firm, not of somebody. */
const OF_THE_FIRM: ReadonlySet<string> = new Set(
  'role site shift joined left group session module date status minutes department stage due'.split(' '),
);

/** And those about somebody; as titles all of them may be shown. */
const TITLES: ReadonlySet<string> = new Set([
  ...OF_THE_FIRM,
  ...'id name email manager was team person learning action owner'.split(' '),
]);

/** Messages about the first line name titles only: those we ask for, those of `columns:`, and near ones. */
const ABOUT_TITLES: ReadonlySet<string> = new Set(['csv-missing-column', 'csv-column-twice']);

/** What stands for a letter that is not shown. */
const VEIL = '·';

export interface VeiledDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** Of each table: the lines that frames show, with everything veiled but the cells in question; others empty. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * @param files bytes of each table by its file
 * @param made those whose lines stand in no file: none is shown
 * @param tables those that could be read
 */
export function veiled(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, Buffer>,
  made: ReadonlySet<string>,
  tables: readonly Table[],
): VeiledDiagnostics {
  const own = [...files].filter(([file]) => !made.has(file));
  const about = diagnostics.filter(({ at }) => at && files.has(at.file));
  if (about.length === 0) return { diagnostics, sources: new Map(own.map(([file]) => [file, ''])) };
  const quoted = quotedIn(about);
  const personal = new Map(tables.map((table) => [table.file, personalAmong(quoted, table)]));
  const cleared = diagnostics.map((one) => {
    if (!one.at || !files.has(one.at.file) || ABOUT_TITLES.has(one.code)) return one;
    const clear = (text: string): string => withoutNames(text, personal.get(one.at!.file) ?? new Set());
    const { message, fix, related } = one;
    return {
      ...one,
      message: clear(message),
      ...(fix !== undefined && { fix: clear(fix) }),
      ...(related && { related: related.map((other) => ({ ...other, message: clear(other.message) })) }),
    };
  });
  const sources = own.map(([file, bytes]) => {
    const places = about.flatMap(({ at }) => (at!.file === file ? [at!] : []));
    return [file, places.length === 0 ? '' : veil(bytes, places)] as const;
  });
  return { diagnostics: cleared, sources: new Map(sources) };
}

/** Every word that a message quotes. */
function quotedIn(about: readonly Diagnostic[]): Set<string> {
  const words = new Set<string>();
  for (const { message, fix = '', related = [] } of about)
    for (const text of [message, fix, ...related.map((other) => other.message)])
      for (const [, word] of text.matchAll(/"([^"]*)"/g)) words.add(word!);
  return words;
}

/** Which of the words stand in a column about somebody. */
function personalAmong(words: ReadonlySet<string>, table: Table): Set<string> {
  const columns = [...table.columns].filter((column) => !OF_THE_FIRM.has(column));
  const personal = new Set<string>();
  if (words.size === 0) return personal;
  for (const row of table.rows) {
    for (const column of columns) {
      const word = row.cell(column);
      if (word !== undefined && words.has(word)) personal.add(word);
    }
  }
  return personal;
}

/** `person "anna.smith"` → `this person`; any other quoted word that may be somebody's → `a word not shown here`. */
function withoutNames(text: string, personal: ReadonlySet<string>): string {
  return text
    .replace(/\b(?:the )?person "([^"]*)"/g, (whole, word: string) =>
      isNumber(word) ? whole : 'this person',
    )
    .replace(/"([^"]*)"/g, (whole, word: string) =>
      personal.has(word) ? (isNumber(word) ? whole : HIDDEN) : isFirmWord(word) ? whole : HIDDEN,
    );
}

const HIDDEN = 'a value that is not shown here';

/** `p17`, `E-00123`, `b`: a number that says nothing to whoever has no list of them. */
function isNumber(word: string): boolean {
  return /^(?:[A-Za-z]|[A-Za-z]{0,4}[-_]?\d{1,12})$/.test(word);
}

/** One word, or a day and time. A word with a blank or an @ in it may be a name that slipped into the next column. */
function isFirmWord(word: string): boolean {
  return /^[^\s@]{0,80}$/.test(word) || /^[\d\s:./-]{1,30}$/.test(word);
}

/** The lines of these places and those before them; everything else is left empty, so that lines keep their number. */
function veil(bytes: Buffer, places: readonly Place[]): string {
  const byLine = groupBy(places, ({ line }) => line);
  const wanted = new Set([...byLine.keys()].flatMap((line) => [line - 1, line]));
  let shown = '';
  let done = 1;
  for (const [line, text] of linesAt(bytes, wanted)) {
    shown += '\n'.repeat(line - done);
    shown += line === 1 ? veiledTitles(text) : veiledLine(text, byLine.get(line) ?? []);
    done = line;
  }
  return shown;
}

/** Lines by number, in order; without their end. */
function* linesAt(bytes: Buffer, wanted: ReadonlySet<number>): Generator<[number, string]> {
  let [from, left] = [0, wanted.size];
  for (let line = 1; left > 0 && from <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, from);
    const end = feed === -1 ? bytes.length : feed;
    if (wanted.has(line)) {
      yield [line, tidy(bytes.toString('utf8', from, end)).replace(/\r$/, '')];
      left--;
    }
    from = end + 1;
  }
}

/** The first line: its known titles, for it may be no line of titles at all. */
function veiledTitles(line: string): string {
  return line.replace(/[^,;\t|"]+/g, (title) =>
    TITLES.has(title.trim().toLowerCase()) ? title : VEIL.repeat(title.length),
  );
}

function veiledLine(line: string, places: readonly Place[]): string {
  const letters = line.replace(/[^,;\t|"]/g, VEIL).split('');
  for (const place of places) {
    const { column, endColumn = column } = place;
    const word = line.slice(column - 1, endColumn - 1);
    const bare = word.replace(/^"|"$/g, '').trim();
    if (!OF_THE_FIRM.has(columnOf(place) ?? '') || !isFirmWord(bare)) continue;
    for (let i = 0; i < word.length; i++) letters[column - 1 + i] = word[i]!;
  }
  return letters.join('');
}
