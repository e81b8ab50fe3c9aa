/** Changes of files as a unified diff, safe for a terminal. */
import type { Painter } from '../../diagnostics/painter.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Replacement } from '../../output/types.ts';

/** `--- a/modules/it.yaml`, `+++ b/modules/it.yaml`, hunks with three lines of context. */
export async function unifiedDiff(files: readonly Replacement[]): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return files
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before ?? '', after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}

/** The diff with colours, each line made safe. */
export function paintedDiff(diff: string, paint: Painter): string {
  const colour = (line: string) =>
    line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line;
  return diff
    .split('\n')
    .map((line) => colour(sanitise(line.replace(/\r$/, ''))))
    .join('\n');
}
