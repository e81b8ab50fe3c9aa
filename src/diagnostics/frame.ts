/** The part of a file that a diagnostic is about, with a caret under it and the remedy beside the caret. */
import { veiledAddresses } from './addresses.ts';
import { display, displayWidth } from './columns.ts';
import type { Place } from './diagnostic.ts';
import { type Painter, PLAIN } from './painter.ts';
import { sanitise } from './sanitise.ts';

/** Longer lines are cut around the caret, in UTF-16 units. */
const LONGEST_LINE = 140;
const BEFORE_CARET = 60;

export interface FrameOptions {
  /** Beside the caret. */
  readonly fix?: string | undefined;
  readonly paint?: Painter;
}

/**
 * Draws a frame of two lines (one before, for orientation), without a final newline. A file without text gets its
 * place and the remedy alone.
 */
export function frame(place: Place, text: string | undefined, options: FrameOptions = {}): string {
  const { fix, paint = PLAIN } = options;
  const lines = (text ?? '').split('\n', place.line).map((line) => veiledAddresses(line.replace(/\r$/, '')));
  const line = lines[place.line - 1];
  if (text === undefined || line === undefined) return bare(place, fix, paint);
  const width = String(place.line).length;
  const cut = window(line, place);
  const before = lines[place.line - 2]?.slice(0, LONGEST_LINE);
  const gutter = (label: string) => paint.dim(`${label.padStart(Math.max(2, width))}│`);
  const bar = (label: string, content: string) => `${gutter(label)} ${content}`.trimEnd();
  return [
    `${paint.dim(`${' '.repeat(Math.max(2, width))}┌`)} ${placeText(place)}`,
    ...(before?.trim() ? [bar(String(place.line - 1), display(before))] : []),
    bar(String(place.line), display(cut.text)),
    bar(
      '',
      `${' '.repeat(cut.indent)}${paint.red('^'.repeat(cut.length))}${fix ? ` ${paint.cyan(sanitise(fix))}` : ''}`,
    ),
  ].join('\n');
}

/** `modules/finance.yaml:14:14`, `people.xlsx:Staff!B17` */
export function placeText({ file, line, column, cell }: Place): string {
  return `${sanitise(file)}:${cell === undefined ? `${line}:${column}` : sanitise(cell)}`;
}

function bare(place: Place, fix: string | undefined, paint: Painter): string {
  const lines = [`${paint.dim('  ┌')} ${placeText(place)}`];
  if (fix) lines.push(`${paint.dim('  │')} ${paint.cyan(sanitise(fix))}`);
  return lines.join('\n');
}

interface Window {
  readonly text: string;
  /** Columns before the caret, and carets, on a terminal. */
  readonly indent: number;
  readonly length: number;
}

/** The line, or the part of a very long one around the caret. */
function window(line: string, { column, endColumn }: Place): Window {
  const at = Math.min(column - 1, line.length);
  const from = line.length > LONGEST_LINE ? Math.max(0, at - BEFORE_CARET) : 0;
  const to = Math.min(line.length, from + LONGEST_LINE);
  const end = Math.min(Math.max((endColumn ?? column + 1) - 1, at), to);
  const head = from > 0 ? '…' : '';
  return {
    text: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    indent: displayWidth(head + line.slice(from, at)),
    length: Math.max(1, displayWidth(line.slice(at, end))),
  };
}
