/**
 * A baseline remembers the gaps there are today by their identity, so that a pipeline lets those pass and nothing
 * else. A gap is known only while it is no graver than it was; one that closes frees no place for another.
 */

import { isMap } from '../collections/is-map.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { RANK } from '../diagnostics/diagnostic.ts';
import type { KnownGap } from '../model/made/baseline.gen.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import { validate } from './baseline.gen.js';

const SCHEMA = 'https://cxplan.dev/schemas/baseline-1.json';
const VERSION = 1;

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

type Known = Finding & { readonly severity: KnownGap['severity'] };

/**
 * A waiver that ended is somebody's broken promise: nothing may make that an old story. And what is for information
 * shuts no gate and comes and goes with each plan: a baseline of it would be out of date every week.
 */
function mayBeKnown(finding: Finding): finding is Known {
  const { rule, severity } = finding;
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
  if (!isMap(document)) throw new BaselineError('the baseline is not an object');
  const { version, gaps } = document;
  if (typeof version === 'number' && version > VERSION) {
    throw new BaselineError(
      `the baseline has version ${version} and this cxplan reads version ${VERSION}: use a newer cxplan`,
    );
  }
  if (version !== VERSION || !Array.isArray(gaps)) throw new BaselineError('this is no baseline of cxplan');
  if (!validate(document)) {
    const place = /^\/gaps\/(\d+)/.exec(validate.errors![0]!.instancePath);
    if (!place) throw new BaselineError('this is no baseline of cxplan');
    throw new BaselineError(`the baseline is damaged: gaps[${place[1]}] is no known gap`);
  }
  const seen = new Set<string>();
  return (gaps as KnownGap[]).map(({ key, severity, count }) => {
    if (seen.has(key)) throw new BaselineError(`the baseline has ${JSON.stringify(key)} twice`);
    seen.add(key);
    return { key, severity, count };
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
