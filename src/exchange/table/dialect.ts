/** Which separator a text has, and which of its rows is the header: looked for together, for each tells of the other. */
import { Records } from './records.ts';
import { type HeaderRow, headerRow } from './titles.ts';
import { type Field, type RawRecord, type TableForm, TableProblem } from './types.ts';

/** In order: where two do as well, the first is meant. */
const SEPARATORS = ['\t', ';', ',', '|'] as const;
/** The header is looked for among so many records. */
const LOOK_AT = 60;
/** And so many characters. */
const LOOK_AT_TEXT = 65_536;
/** Of which so many are read at a time, for most records are short. */
const PIECE = 8_192;

export interface Dialect {
  readonly separator: string;
  /** How many characters of the text are no part of the table (`sep=;` and its line end). */
  readonly skip: number;
  readonly header: HeaderRow | undefined;
  readonly records: readonly RawRecord[];
}

/**
 * @param head the first characters of the text, whole or cut anywhere
 * @param isWhole whether there are no more
 */
export function dialectOf(
  file: string,
  head: string,
  isWhole: boolean,
  fields: readonly Field[],
  form: TableForm,
): Dialect {
  const told = /^sep=([^\r\n])\r?\n/i.exec(head);
  const skip = told?.[0].length ?? 0;
  const text = head.slice(skip, LOOK_AT_TEXT);
  const said = form.separator ?? told?.[1];
  const tries = (said === undefined ? SEPARATORS : [said]).map((separator): Dialect => {
    const records = firstRecords(
      file,
      text,
      isWhole && head.length <= LOOK_AT_TEXT,
      separator,
      skip > 0 ? 1 : 0,
    );
    return { separator, skip, records, header: headerRow(records, fields, form) };
  });
  return tries.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}

/** Titles that were understood count for most; else the widest row. */
function rank({ header, records }: Dialect): number {
  const named = header?.columns.size ?? 0;
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  return named * 10_000 + Math.min(width, 9_999);
}

function firstRecords(
  file: string,
  text: string,
  isWhole: boolean,
  separator: string,
  lines: number,
): RawRecord[] {
  const found: RawRecord[] = [];
  const reader = new Records(file, separator, (cells, line) => {
    if (found.length < LOOK_AT) found.push({ cells: [...cells], line: line + lines });
  });
  try {
    for (let at = 0; at < text.length && found.length < LOOK_AT; at += PIECE)
      reader.push(text.slice(at, at + PIECE));
    if (isWhole && found.length < LOOK_AT) reader.end();
  } catch (error) {
    // By another separator a quote may stand in the middle of a cell: this one is not meant, or it is told later.
    if (!(error instanceof TableProblem)) throw error;
  }
  return found;
}
