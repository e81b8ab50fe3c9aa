/**
 * Annotations of GitHub Actions: one workflow command a result, at the line it is about, and the verdict in
 * plain lines below. No text of the workspace ever starts a line.
 */
import { PLAIN_NUMBERS } from '../calendar/say.ts';
import type { Severity } from './diagnostic.ts';
import { type FoldedResult, folded } from './fold.ts';
import { sanitise } from './sanitise.ts';
import { fileOf, openResults, type Result, type Verdict, verdictLines } from './verdict.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice' };
/** So many of a kind GitHub shows of one step; the others are in the log. */
const SHOWN = 10;

/** Workflow commands and the verdict, with a final newline. */
export function github(verdict: Verdict): string {
  const open = folded(verdict, openResults(verdict));
  const lines = open.map((result) => annotation(verdict, result));
  const most = Math.max(...(['error', 'warn', 'info'] as const).map((severity) => countOf(open, severity)));
  const hidden =
    most > SHOWN ? [`GitHub shows the first ${SHOWN} annotations of a kind; all are in this log.`] : [];
  const words = [...verdictLines(verdict, PLAIN_NUMBERS), ...hidden].map(
    (line) => `cxplan: ${sanitise(line)}`,
  );
  return `${[...lines, ...words].join('\n')}\n`;
}

function annotation(verdict: Verdict, result: FoldedResult): string {
  const { severity, code, message, at, fix, remedy, others } = result;
  const fields: [string, string | number | undefined][] = [
    ['file', at && fileOf(verdict, at)],
    ['line', at?.line],
    ['endLine', at?.endColumn === undefined ? undefined : at.line],
    ['col', at?.column],
    ['endColumn', at?.endColumn],
    ['title', result.status === 'new' ? `new gap: ${code}` : code],
  ];
  const properties = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(sanitise(String(value)))}`);
  const text = [message, remedy ?? fix, others].filter((part) => part !== undefined).map(sanitise);
  return `::${COMMAND[severity]} ${properties.join(',')}::${data(text.join('\n'))}`;
}

/** As the runner reads it back: percent first. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function countOf(results: readonly Result[], severity: Severity): number {
  return results.filter((result) => result.severity === severity).length;
}
