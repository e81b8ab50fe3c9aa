/** Pages as plain text: for a terminal, and for a mail that is ready to send. */
import type { Block, Page, Table } from '../report/types.ts';
import { visibleLine } from '../wording/clean.ts';

export interface TextOptions {
  /** Columns at which lines are broken; not at all when left out. */
  readonly width?: number;
  /** Marks headings; as they are when left out. */
  readonly strong?: (text: string) => string;
}

/** A page without its title, from its first block to its final newline. */
export function renderText({ blocks }: Page, { width, strong = (text) => text }: TextOptions = {}): string {
  const parts: string[] = [];
  for (const block of blocks) {
    const lines = linesOf(block, width, strong);
    if (lines.length > 0)
      parts.push(`${lines.join('\n')}${block.kind === 'heading' && block.level === 3 ? '' : '\n'}`);
  }
  return `${parts.join('\n').trimEnd()}\n`;
}

function linesOf(block: Block, width: number | undefined, strong: (text: string) => string): string[] {
  switch (block.kind) {
    case 'heading':
      return [strong(visibleLine(block.level === 3 ? `${block.text}:` : block.text))];
    case 'paragraph':
      return wrapped(block.lead === undefined ? block.text : `${block.lead} ${block.text}`, '', width);
    case 'quote':
      return wrapped(block.text, '', width);
    case 'list':
      return block.items.flatMap((item) => wrapped(item, '- ', width));
    case 'table':
      return rowsOf(block.table).flatMap((row) => wrapped(row, '- ', width));
    case 'link':
    case 'links':
      // A path leads nowhere in a mail or on a terminal.
      return [];
  }
}

function rowsOf({ rows }: Table): string[] {
  return rows.map((row) => row.filter((cell) => cell !== null && cell !== '').join(' · '));
}

/** Broken between words; what follows the first line stands under its text. */
function wrapped(text: string, mark: string, width = Number.POSITIVE_INFINITY): string[] {
  const indent = ' '.repeat(mark.length);
  const lines: string[] = [];
  let line = mark;
  for (const word of visibleLine(text).split(' ')) {
    const isFirst = line === mark || line === indent;
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = isFirst ? line + word : `${line} ${word}`;
  }
  return [...lines, line];
}
