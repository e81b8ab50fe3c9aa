import type { OutputFile } from '../../src/output/types.ts';

/** The whole text of a file that is made in pieces. */
export function textOf({ text }: OutputFile): string {
  if (typeof text === 'string') return text;
  return Array.from(text(), (piece) =>
    typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8'),
  ).join('');
}
