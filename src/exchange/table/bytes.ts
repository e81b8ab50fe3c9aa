/**
 * Bytes → text, whatever program wrote them: a byte order mark decides, else the zero bytes of UTF-16, else strict
 * UTF-8, else windows-1252, which every byte is a letter of. Which it was is told, never hidden.
 */
import { type Encoding, MOST_BYTES, TableProblem, type TableSource } from './types.ts';

/** Of so many bytes the zeros are counted. */
const LOOK_AT = 4_096;

/** What the first bytes say; undefined where they say nothing, and UTF-8 is to be tried. */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, LOOK_AT) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  // Latin letters in UTF-16 are zero in every other byte; other files hold no zero at all.
  const pairs = length / 2;
  if (pairs > 1 && odd > pairs / 3 && even < pairs / 20) return 'utf-16le';
  if (pairs > 1 && even > pairs / 3 && odd < pairs / 20) return 'utf-16be';
  return undefined;
}

/** Whether these bytes begin a zip archive, as every `.xlsx` is. */
export function isArchive(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/** The first bytes of a source, at least four where it has them. */
export function headOf(source: TableSource): Uint8Array {
  let head: Uint8Array = new Uint8Array();
  for (const chunk of source.chunks()) {
    head = Buffer.concat([head, chunk.subarray(0, LOOK_AT)]);
    if (head.length >= LOOK_AT) break;
  }
  return head;
}

/** A source's text in pieces that end at any character, without its byte order mark. @throws TableProblem */
export function* textOf(source: TableSource, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [bytes, lines] = [0, 1];
  try {
    for (const chunk of source.chunks()) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw tooLarge(source.file);
      yield checked(decoder.decode(chunk, { stream: true }), source.file, lines);
      lines += breaksIn(chunk);
    }
    yield checked(decoder.decode(), source.file, lines);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TableProblem(
      'not-text',
      `${source.file} is not ${encoding.toUpperCase()} text from about line ${lines} on`,
      { file: source.file, line: lines, column: 1 },
      'save it as UTF-8',
    );
  }
}

/** Lines of a chunk, for messages only. */
function breaksIn(chunk: Uint8Array): number {
  let breaks = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) breaks++;
  return breaks;
}

/** A zero stands in no text: a file that holds one is something else. */
function checked(text: string, file: string, line: number): string {
  if (!text.includes('\0')) return text;
  throw new TableProblem(
    'not-text',
    `${file} is no table: it holds zero bytes`,
    { file, line, column: 1 },
    'export it as CSV in UTF-8, or as .xlsx',
  );
}

function tooLarge(file: string): TableProblem {
  return new TableProblem(
    'file-too-large',
    `${file} is larger than ${MOST_BYTES / 1_000_000} MB`,
    { file, line: 1, column: 1 },
    'split it into several files',
  );
}

/** What is tried in turn where the first bytes do not say. */
export function encodingsFor(head: Uint8Array): readonly Encoding[] {
  const said = encodingOf(head);
  return said === undefined ? ['utf-8', 'windows-1252'] : [said];
}
