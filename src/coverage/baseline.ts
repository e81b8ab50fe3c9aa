/**
 * A baseline remembers the gaps there are today by their identity, so that a pipeline lets those pass and nothing
 * else. A gap is known only while it is no graver than it was; one that closes frees no place for another.
 */
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import { byCodeUnit } from '../model/order.ts';
import { RANK } from './fold.ts';

const SCHEMA = 'https://cxplan.dev/schemas/baseline-1.json';
const VERSION = 1;

/** A known gap: so many findings of this identity, none graver than this. */
export interface KnownGap {
  readonly key: string;
  readonly severity: Severity;
  readonly count: number;
}

export interface BaselineComparison {
  /**
   * Not in the baseline, or graver than there, or for information; what a known one implies and the baseline
   * does not know stands alone.
   */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** In the baseline and no more in the plan, waived ones apart. */
  readonly closed: readonly KnownGap[];
}

/** A baseline file that cannot be used. */
export class BaselineError extends Error {
  constructor(problem: string) {
    super(
      `${problem}; restore it from version control, or delete it and make it anew with --update-baseline`,
    );
    this.name = 'BaselineError';
  }
}

/**
 * A waiver that ended is somebody's broken promise: nothing may make that an old story. And what is for information
 * shuts no gate and comes and goes with each plan: a baseline of it would be out of date every week.
 */
function mayBeKnown({ rule, severity }: Finding): boolean {
  return rule !== 'expired-waiver' && severity !== 'info';
}

/** Tells old gaps from new ones. */
export function compare(gaps: Gaps, baseline: readonly KnownGap[]): BaselineComparison {
  const left = new Map(baseline.map((entry) => [entry.key, { ...entry }]));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  const take = (finding: Finding): boolean => {
    const entry = left.get(finding.key);
    if (!entry || entry.count === 0) return false;
    entry.count--;
    return mayBeKnown(finding) && RANK[finding.severity] >= RANK[entry.severity];
  };
  for (const finding of gaps.findings) {
    const { implied = [], ...alone } = finding;
    const old = take(finding);
    const unknown = implied.filter((one) => !take(one) && one.severity !== 'info');
    if (!old) fresh.push(finding);
    else {
      known.push(unknown.length === 0 ? finding : { ...alone, implied: implied.filter(isNotIn(unknown)) });
      fresh.push(...unknown);
    }
  }
  for (const { key, implied = [] } of gaps.waived)
    for (const one of [key, ...implied.map((i) => i.key)]) left.delete(one);
  const off = new Set(gaps.off);
  const closed = [...left.values()].filter(({ key, count }) => count > 0 && !off.has(ruleOf(key)));
  return { fresh, known, closed: closed.sort((a, b) => byCodeUnit(a.key, b.key)) };
}

function isNotIn(others: readonly Finding[]): (finding: Finding) => boolean {
  return (finding) => !others.includes(finding);
}

/** `no-voice:module=kind-invoices` → `no-voice` */
function ruleOf(key: string): string {
  return key.split(':', 1)[0]!;
}

/** Everything that a baseline made now would know: errors and warnings, implied ones too; sorted by key. */
export function knownGaps({ findings }: Gaps): KnownGap[] {
  const all = findings.flatMap((finding) => [finding, ...(finding.implied ?? [])]).filter(mayBeKnown);
  const entries = new Map<string, KnownGap>();
  for (const { key, severity } of all) {
    const before = entries.get(key);
    const graver = before && RANK[before.severity] < RANK[severity] ? before.severity : severity;
    entries.set(key, { key, severity: graver, count: (before?.count ?? 0) + 1 });
  }
  return [...entries.values()].sort((a, b) => byCodeUnit(a.key, b.key));
}

/** The file's text: one gap a line, so that a comparison of two versions reads as what opened and closed. */
export function baselineText(gaps: readonly KnownGap[]): string {
  const lines = gaps.map(({ key, severity, count }) => `    ${JSON.stringify({ key, severity, count })}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schema": "${SCHEMA}",\n  "version": ${VERSION},\n  "gaps": ${list}\n}\n`;
}

/** The gaps in a baseline's text. @throws BaselineError when it is torn, conflict-marked, newer or damaged */
export function parseBaseline(text: string): KnownGap[] {
  const document = parseJson(text);
  if (!isRecord(document)) throw new BaselineError('the baseline is not an object');
  const { version, gaps } = document;
  if (typeof version === 'number' && version > VERSION) {
    throw new BaselineError(
      `the baseline has version ${version} and this cxplan reads version ${VERSION}: use a newer cxplan`,
    );
  }
  if (version !== VERSION || !Array.isArray(gaps)) throw new BaselineError('this is no baseline of cxplan');
  const seen = new Set<string>();
  return gaps.map((entry: unknown, i) => {
    if (!isKnownGap(entry)) throw new BaselineError(`the baseline is damaged: gaps[${i}] is no known gap`);
    if (seen.has(entry.key)) throw new BaselineError(`the baseline has ${JSON.stringify(entry.key)} twice`);
    seen.add(entry.key);
    return { key: entry.key, severity: entry.severity, count: entry.count };
  });
}

function parseJson(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const marker = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(plain);
  if (marker) {
    const line = plain.slice(0, marker.index).split('\n').length;
    throw new BaselineError(`the baseline has conflict markers of git in line ${line}`);
  }
  if (plain.trim() === '') throw new BaselineError('the baseline is empty');
  try {
    return JSON.parse(plain);
  } catch {
    const cut = !plain.trimEnd().endsWith('}');
    throw new BaselineError(
      cut ? 'the baseline is cut off before its end' : 'the baseline is not valid JSON',
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKnownGap(value: unknown): value is KnownGap {
  return (
    isRecord(value) &&
    typeof value.key === 'string' &&
    (value.severity === 'error' || value.severity === 'warn') &&
    Number.isInteger(value.count) &&
    (value.count as number) > 0
  );
}
