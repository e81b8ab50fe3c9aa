/**
 * SARIF 2.1.0, as code scanning reads it: every rule with its help, every result with an identity that does not
 * move with its line, and what is waived or known as a suppression.
 */
import { createHash } from 'node:crypto';
import type { Place, Severity } from './diagnostic.ts';
import { sanitise, sanitiseJson } from './sanitise.ts';
import { fileOf, type Result, type RuleText, totals, type Verdict } from './verdict.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME = 'https://cxplan.dev/';
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note' };

/** The log as JSON text with a final newline. */
export function sarif(verdict: Verdict): string {
  const rules = rulesOf(verdict);
  const compared = verdict.results.some(({ status }) => status === 'new' || status === 'known');
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cxplan',
            version: verdict.version,
            semanticVersion: verdict.version,
            informationUri: HOME,
            rules: rules.map(rule),
          },
        },
        automationDetails: { id: `cxplan/${isAbsolute(verdict.prefix) ? '' : verdict.prefix}` },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, exitCode: verdict.ok ? 0 : 1 }],
        results: verdict.results.map((one) => result(verdict, one, index.get(one.code)!, compared)),
        properties: {
          ok: verdict.ok,
          coverage: verdict.coverage ?? null,
          thresholds: verdict.thresholds,
          totals: totals(verdict),
          rulesSwitchedOff: verdict.off,
          notes: verdict.notes,
        },
      },
    ],
  };
  return `${sanitiseJson(JSON.stringify(log, null, 2))}\n`;
}

/** The catalogue, and below it whatever else was found (mistakes in files have codes of their own). */
function rulesOf({ rules, results, off }: Verdict): (RuleText | { readonly id: string })[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(results.map(({ code }) => code).filter((code) => !known.has(code)));
  return [...rules.filter(({ id }) => !off.includes(id)), ...[...others].sort().map((id) => ({ id }))];
}

function rule(one: RuleText | { readonly id: string }): unknown {
  if (!('sentence' in one)) {
    const text = `The workspace breaks the language: ${one.id.replaceAll('-', ' ')}.`;
    return {
      id: one.id,
      shortDescription: { text },
      fullDescription: { text },
      help: {
        text: 'Run cxplan validate: it shows every mistake with its place and what was probably meant.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['workspace'] },
    };
  }
  const { id, heading, severity, sentence, why, fix, articles } = one;
  return {
    id,
    shortDescription: { text: sentence },
    fullDescription: { text: `${sentence} ${why}` },
    help: {
      text: `${sentence}\n\nWhy: ${why}\n\nWhat closes it: ${fix}`,
      markdown: `${sentence}\n\n**Why.** ${why}\n\n**What closes it.** ${fix}`,
    },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [heading, ...articles] },
  };
}

/** `compared`: there was a baseline; then every result says whether it stands there, as the standard wants it. */
function result(verdict: Verdict, one: Result, ruleIndex: number, compared: boolean): unknown {
  const { code, severity, status, message, remedy, fix, at, related = [], key } = one;
  const help = remedy ?? fix;
  const others = related.filter((other) => other.at);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: literal(help ? `${message}\n${help}` : message) },
    // Code scanning refuses the whole file for one result without a place.
    locations: [{ physicalLocation: physical(verdict, at ?? verdict.home) }],
    ...(others.length > 0 && {
      relatedLocations: others.map((other, id) => ({
        id,
        message: { text: literal(other.message) },
        physicalLocation: physical(verdict, other.at!),
      })),
    }),
    partialFingerprints: { 'cxplanKey/v1': key, primaryLocationLineHash: `${hash(key)}:1` },
    ...(compared && { baselineState: status === 'known' ? 'unchanged' : 'new' }),
    ...((status === 'known' || status === 'waived') && { suppressions: [suppression(one)] }),
  };
}

function suppression({ waiver }: Result): unknown {
  const justification = waiver
    ? `${waiver.reason} (${waiver.owner}, until ${waiver.until})`
    : 'It was there when the baseline was made.';
  return { kind: 'external', status: 'accepted', justification };
}

function physical(verdict: Verdict, at: Place): unknown {
  const { line: startLine, column: startColumn, endColumn } = at;
  return {
    artifactLocation: artifact(fileOf(verdict, at).replace(/\p{Surrogate}/gu, '\ufffd')),
    region: { startLine, startColumn, ...(endColumn !== undefined && { endColumn }) },
  };
}

/** Relative to the top of the repository; a file outside of any stands alone, with the whole of its address. */
function artifact(path: string): unknown {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (!isAbsolute(path)) return { uri, uriBaseId: '%SRCROOT%' };
  return { uri: `file://${path.startsWith('/') ? '' : '/'}${uri.replace(/^([A-Za-z])%3A/, '$1:')}` };
}

/** `/srv/training`, `C:/training` */
function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(path);
}

/** Brackets and braces would be links and placeholders in a message. */
function literal(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      sanitise(line)
        .replace(/[\\[\]]/g, '\\$&')
        .replace(/[{}]/g, '$&$&'),
    )
    .join('\n');
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
