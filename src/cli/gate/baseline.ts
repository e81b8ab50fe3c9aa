/** The baseline file: where it is, reading it, writing it, and what a comparison with it says. */
import { join, relative, resolve, sep } from 'node:path';
import type { Say } from '../../calendar/say.ts';
import {
  type BaselineComparison,
  BaselineError,
  baselineText,
  compare,
  knownGaps,
  parseBaseline,
} from '../../coverage/baseline.ts';
import type { Result } from '../../diagnostics/verdict.ts';
import type { KnownGap } from '../../model/made/baseline.gen.ts';
import type { Gaps } from '../../model/made/gaps.ts';
import { readNamed, readOutput } from '../../output/read.ts';
import { refuseLinks, writeSingle } from '../../output/single.ts';
import { counted } from '../../wording/words.ts';
import { Failure } from '../failure.ts';
import { ownFolder, shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { ownRule } from './rules.ts';

/** Beside the workspace's files; read without being asked for, because a gate must not depend on a flag. */
const NAME = '.cxplan-baseline.json';
/** Keys named in a sentence. */
const NAMED = 5;

export interface BaselineFlags {
  /** A path; false for none at all. */
  readonly baseline?: string | false;
  readonly updateBaseline?: boolean;
}

export interface Baseline {
  readonly path: string;
  readonly shown: string;
  /** Undefined when there is none yet. */
  readonly gaps: readonly KnownGap[] | undefined;
}

/** The baseline that is asked for, or the one beside the workspace. @throws Failure when it cannot be used */
export function readBaseline(root: string, flags: BaselineFlags, host: Host): Baseline | undefined {
  if (flags.baseline === false) return undefined;
  const path = flags.baseline === undefined ? join(root, NAME) : resolve(host.cwd, flags.baseline);
  const name = shown(path, host);
  const asked = flags.baseline !== undefined && !flags.updateBaseline;
  if (flags.updateBaseline) refuseLinks(ownFolder(host), path);
  try {
    const text = asked
      ? readNamed(path)
      : readOutput(join(path, '..'), path.slice(path.lastIndexOf(sep) + 1));
    return { path, shown: name, gaps: text === undefined ? undefined : parseBaseline(text) };
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new Failure(`${name}: ${error.message}`);
  }
}

/** Writes the gaps there are now; says what that changed. @param known what it held, in the ids of now */
export function updateBaseline(
  baseline: Baseline,
  known: readonly KnownGap[] | undefined,
  gaps: Gaps,
  say: Say,
): { readonly gaps: KnownGap[]; readonly note: string } {
  const now = knownGaps(gaps);
  const text = baselineText(now);
  const before = new Set((known ?? []).map(({ key }) => key));
  const after = new Set(now.map(({ key }) => key));
  const added = [...after].filter((key) => !before.has(key)).length;
  const removed = [...before].filter((key) => !after.has(key)).length;
  if (baseline.gaps === undefined || baselineText([...baseline.gaps]) !== text)
    writeSingle(baseline.path, text);
  return {
    gaps: now,
    note: `Wrote ${baseline.shown}: ${counted(say, now.length, 'known gap')}, ${say.exact(added)} added, ${say.exact(removed)} removed.`,
  };
}

export interface BaselineReport extends BaselineComparison {
  readonly results: readonly Result[];
  readonly notes: readonly string[];
}

/** Old and new gaps, and what is to be said about them. */
export function tell(
  gaps: Gaps,
  { path, shown: name, gaps: known = [] }: Baseline,
  root: string,
  say: Say,
): BaselineReport {
  const compared = compare(gaps, known);
  const { closed } = compared;
  const fresh = compared.fresh.filter(({ severity }) => severity !== 'info');
  const errors = fresh.filter(({ severity }) => severity === 'error').length;
  const notes = [
    `Compared with ${name}: ${counted(say, fresh.length, 'new gap')} (${say.exact(errors)} at error), ${say.exact(compared.known.length)} known, ${say.exact(closed.length)} closed since.`,
  ];
  if (errors > 0 && closed.length > 0) {
    notes.push(
      `${counted(say, closed.length, 'known gap')} closed and ${counted(say, fresh.length, 'new one')} opened: a closed gap does not make room for a new one.`,
    );
  }
  return {
    ...compared,
    notes,
    results: closed.length === 0 ? [] : [staleBaseline(closed, path, root, say)],
  };
}

function staleBaseline(closed: readonly KnownGap[], path: string, root: string, say: Say): Result {
  const { id, severity, fix: remedy, why } = ownRule('stale-baseline')!;
  const keys = closed.slice(0, NAMED).map(({ key }) => key);
  const more = closed.length > NAMED ? `, and ${say.exact(closed.length - NAMED)} more` : '';
  return {
    code: id,
    severity,
    message: `The baseline still knows ${counted(say, closed.length, 'gap')} that ${closed.length === 1 ? 'is' : 'are'} closed: ${keys.join(', ')}${more}.`,
    at: { file: relative(root, path).split(sep).join('/'), line: 1, column: 1 },
    key: id,
    status: 'open',
    remedy,
    why,
  };
}
