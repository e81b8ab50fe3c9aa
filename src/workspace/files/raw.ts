/** The very bytes of some files of a workspace, as text: what a change to them must start from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditError } from '../edit/text-edit.ts';
import { readText, tidy } from './bytes.ts';

const MARK = '\uFEFF';

/**
 * Path → text with its byte order mark and line ends.
 *
 * @param sources the texts that were loaded
 * @throws EditError when a file no longer holds what was loaded
 */
export function rawTexts(
  root: string,
  paths: Iterable<string>,
  sources: ReadonlyMap<string, string>,
): Map<string, string> {
  const raw = new Map<string, string>();
  for (const path of paths) {
    const { text } = readText(root, path);
    if (text === undefined || tidy(text) !== sources.get(path)) {
      throw new EditError(`${path} has changed since it was read: run it again`);
    }
    // Decoding has taken the mark away.
    const marked =
      !text.startsWith(MARK) && readFileSync(join(root, path)).subarray(0, 3).equals(Buffer.from(MARK));
    raw.set(path, marked ? MARK + text : text);
  }
  return raw;
}
