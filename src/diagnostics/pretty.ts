/** Diagnostics for people: message, frame, remedy, the other side; and at the end how many there are. */
import type { Diagnostic, Severity } from './diagnostic.ts';
import { frame, placeText } from './frame.ts';
import { type Painter, PLAIN } from './painter.ts';
import { sanitise } from './sanitise.ts';

/** So many are shown; all are counted. */
export const SHOWN = 50;
/** Other sides shown of one diagnostic: the first and last of a cycle of 3,000 say enough. */
const RELATED = 40;

export interface PrettyOptions {
  readonly paint?: Painter;
  /** Most diagnostics to show; `Infinity` for all. */
  readonly limit?: number;
}

/** Text with a final newline; empty without diagnostics. `sources`: file → text. */
export function pretty(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  { paint = PLAIN, limit = SHOWN }: PrettyOptions = {},
): string {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics.slice(0, limit).map((diagnostic) => prettyOne(diagnostic, sources, paint));
  return `${[...shown, summary(diagnostics, limit)].join('\n\n')}\n`;
}

/** One diagnostic, without a final newline. */
export function prettyOne(
  { code, severity, message, at, fix, related = [] }: Diagnostic,
  sources: ReadonlyMap<string, string>,
  paint: Painter = PLAIN,
): string {
  const head = `${colour(severity, paint)(paint.bold(severity))} ${paint.bold(code)}: ${sanitise(message)}`;
  const lines = [head];
  if (at) lines.push(frame(at, sources.get(at.file), { fix, paint }));
  else if (fix) lines.push(`  ${paint.cyan(sanitise(fix))}`);
  for (const other of fewer(related)) {
    if (other === undefined) lines.push(`  … ${related.length - RELATED} more …`);
    else lines.push(`  ${other.at ? `${placeText(other.at)}: ` : ''}${sanitise(other.message)}`);
  }
  return lines.join('\n');
}

/** `2 errors, 1 warning`, and how many of them are not shown. */
export function summary(diagnostics: readonly Diagnostic[], limit = SHOWN): string {
  const parts = (['error', 'warn', 'info'] as const).flatMap((severity) => {
    const some = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    const count = some.reduce((sum, { times = 1 }) => sum + times, 0);
    return count === 0 ? [] : [`${count} ${WORDS[severity]}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  const hidden = diagnostics.length - limit;
  return `${parts.join(', ')}${hidden > 0 ? `; the first ${limit} are shown` : ''}`;
}

const WORDS: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'info' };

function colour(severity: Severity, paint: Painter): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warn' ? paint.yellow : paint.cyan;
}

/** First and last of many, with a hole (`undefined`) between. */
function fewer<T>(all: readonly T[]): readonly (T | undefined)[] {
  if (all.length <= RELATED) return all;
  return [...all.slice(0, RELATED / 2), undefined, ...all.slice(-RELATED / 2)];
}
