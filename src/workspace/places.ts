/** From the place of a finding back to the part of the workspace that it spoils. */
import { append } from '../collections/lists.ts';
import type { Diagnostic, Pointer } from '../diagnostics/diagnostic.ts';
import { SECTIONS } from './merge.ts';
import type { SourceDocument } from './read.ts';
import { isAlone } from './subject.ts';

interface Start {
  readonly line: number;
  readonly column: number;
  readonly pointer: Pointer;
}

/**
 * Pointers to what the shape findings make useless: whole entries, single keys of `programme` and `policy`.
 * An unknown key is one of them: what it was meant to be is missing.
 */
export function brokenPointers(
  documents: readonly SourceDocument[],
  shape: readonly Diagnostic[],
): Pointer[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const finding of shape) {
    if (!finding.at) continue;
    append(byFile, finding.at.file, finding);
  }
  return documents.flatMap((document) => {
    const findings = byFile.get(document.file);
    if (!findings) return [];
    const starts = startsOf(document);
    return findings.flatMap((finding) => {
      const start = before(starts, finding.at!);
      return start ? [start.pointer] : [];
    });
  });
}

/** Where the parts of a file begin, in order. */
function startsOf(document: SourceDocument): Start[] {
  const starts: Start[] = [];
  const add = (pointer: Pointer): void => {
    const place = document.locate(pointer, { key: true });
    if (place) starts.push({ line: place.line, column: place.column, pointer });
  };
  for (const [section, value] of Object.entries(document.value)) {
    add([section]);
    const parts = Object.hasOwn(SECTIONS, section) || isAlone(section);
    if (!parts || typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const id of Object.keys(value)) add([section, id]);
  }
  return starts.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The last start that is not after a place, by halving. */
function before(
  starts: readonly Start[],
  { line, column }: { line: number; column: number },
): Start | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle]!;
    if (start.line < line || (start.line === line && start.column <= column)) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}
