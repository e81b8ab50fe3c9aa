/** How commands print: data as JSON, diagnostics with their frames, everything safe for a terminal. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pretty } from '../diagnostics/pretty.ts';
import { sanitiseJson } from '../diagnostics/sanitise.ts';
import type { Host } from './host.ts';
import { paintFor } from './style.ts';

/** Data on stdout, as JSON. */
export function printJson(data: unknown, host: Host): void {
  host.out(`${sanitiseJson(JSON.stringify(data, null, 2))}\n`);
}

/** Diagnostics on stdout (1) or stderr (2). `sources`: path relative to the workspace → text, for the frames. `limit`: most that are shown. */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  host: Host,
  stream: 1 | 2,
  limit: number | undefined = undefined,
): Promise<void> {
  const text = pretty(diagnostics, sources, {
    paint: await paintFor(host, stream),
    ...(limit !== undefined && { limit }),
  });
  (stream === 1 ? host.out : host.err)(text);
}
