/** Diagnostics on a terminal: the first fifty with their frames, and how many there are. */
import type { ChalkInstance } from 'chalk';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from './host.ts';
import { paintFor } from './style.ts';
import { visible } from './visible.ts';

/** How many are printed; all are counted, and all are in `--json`. */
const SHOWN = 50;

/** Diagnostics as text. `sources`: path relative to the workspace → text, for the frames. */
export async function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  _sources: ReadonlyMap<string, string>,
  _paint: ChalkInstance,
): Promise<string> {
  const lines = diagnostics.slice(0, SHOWN).map(({ code, severity, message, at, fix }) => {
    const place = at ? `\n  ${at.file}:${at.line}:${at.column}` : '';
    return visible(`${severity} ${code}: ${message}${place}${fix ? `\n  ${fix}` : ''}`);
  });
  return `${lines.join('\n')}\n`;
}

/** Prints them to stdout (1) or stderr (2). */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  host: Host,
  stream: 1 | 2,
): Promise<void> {
  const text = await diagnosticsText(diagnostics, sources, await paintFor(host, stream));
  (stream === 1 ? host.out : host.err)(text);
}
