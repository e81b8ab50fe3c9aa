/** Whole texts of what is made in pieces, to look at. */
import type { OutputFile } from '../../src/output/types.ts';

/** A file's content as one text. */
export function wholeText({ text }: Pick<OutputFile, 'text'>): string {
  if (typeof text === 'string') return text;
  return [...text()]
    .map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString()))
    .join('');
}

/** Path → whole content. */
export function wholeTexts(files: readonly OutputFile[]): Map<string, string> {
  return new Map(files.map((file) => [file.path, wholeText(file)]));
}
