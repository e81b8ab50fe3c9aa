/** Changes of files as a unified diff, safe for a terminal. */
import { withoutAddresses } from '../../diagnostics/addresses.ts';
import type { Painter } from '../../diagnostics/painter.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Person } from '../../model/model.ts';
import type { Replacement } from '../../output/types.ts';
import { ownerWords } from '../../workspace/link/private.ts';

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

/** The diff as it may stand in a log: no address, and nobody of the roster as an owner. */
export function discreet(diff: string, people: readonly Person[] | undefined): string {
  return diff
    .split('\n')
    .map((line) => withoutAddresses(line.replace(OWNER, (_, key, owner) => key + ownerWords(owner, people))))
    .join('\n');
}

const OWNER = /(\bowner: *)([^\s,}][^,}]*)/;

/** The diff with colours, each line made safe. */
export function paintedDiff(diff: string, paint: Painter): string {
  const colour = (line: string) =>
    line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line;
  return diff
    .split('\n')
    .map((line) => colour(sanitise(line.replace(/\r$/, ''))))
    .join('\n');
}
