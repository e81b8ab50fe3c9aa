/**
 * JUnit XML: one test case a rule, in a suite a heading, so that the list of tests is the same from run to run and
 * a pipeline can tell a rule that fails now from one that always did. Each threshold is a case, too.
 */
import { PLAIN_NUMBERS } from '../calendar/say.ts';
import { groupBy } from '../collections/lists.ts';
import { placeText } from './frame.ts';
import { sanitise } from './sanitise.ts';
import { scoreWords } from './seats.ts';
import { fileOf, isOpen, type Result, totals, type Verdict, verdictLines } from './verdict.ts';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly results: readonly Result[];
  /** Why it was not looked at. */
  readonly skipped?: string | undefined;
}

/** The report as XML text with a final newline. */
export function junit(verdict: Verdict): string {
  const cases = [...workspaceCases(verdict), ...ruleCases(verdict), ...thresholdCases(verdict)];
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cxplan" ${counts(cases)}>`,
    ...suites.map((name) => suite(verdict, name, cases)),
    '</testsuites>',
  ].join('\n')}\n`;
}

/** What was found apart from the rules: mistakes in files, a case for each code. */
function workspaceCases({ rules, results }: Verdict): Case[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = groupBy(
    results.filter(({ code }) => !known.has(code)),
    ({ code }) => code,
  );
  if (others.size === 0) return [{ suite: 'workspace', name: 'valid', results: [] }];
  return [...others].map(([name, found]) => ({ suite: 'workspace', name, results: found }));
}

function ruleCases({ rules, results, off, coverage }: Verdict): Case[] {
  const found = groupBy(results, ({ code }) => code);
  const reason = (id: string) =>
    off.includes(id)
      ? 'switched off in policy.rules'
      : coverage
        ? undefined
        : 'the workspace has errors: nothing was planned';
  return rules
    .filter(({ id }) => id !== THRESHOLD)
    .map(({ id, heading }) => ({
      suite: heading,
      name: id,
      results: found.get(id) ?? [],
      skipped: reason(id),
    }));
}

const THRESHOLD = 'below-threshold';

function thresholdCases({ thresholds, results }: Verdict): Case[] {
  return thresholds.map(({ id }) => {
    const name = id === '' ? 'organisation' : id;
    const found = results.filter(({ code, key }) => code === THRESHOLD && key === `${THRESHOLD}:${name}`);
    return { suite: 'coverage', name: `threshold of ${name}`, results: found };
  });
}

function suite(verdict: Verdict, name: string, all: readonly Case[]): string {
  const cases = all.filter((one) => one.suite === name);
  const first = name === 'workspace';
  return [
    `  <testsuite name=${quoted(`cxplan ${name}`)} ${counts(cases)}>`,
    ...(first ? [properties(verdict)] : []),
    ...cases.map((one) => testcase(verdict, one)),
    ...(first
      ? [
          `    <system-out>${escaped(verdictLines(verdict, PLAIN_NUMBERS).map(sanitise).join('\n'))}</system-out>`,
        ]
      : []),
    '  </testsuite>',
  ].join('\n');
}

function properties(verdict: Verdict): string {
  const { waived, known, off } = totals(verdict);
  const values = {
    coverage: scoreWords(PLAIN_NUMBERS, verdict.coverage?.organisation.score ?? null),
    waived: String(waived),
    baseline: String(known),
    off: String(off),
  };
  const lines = Object.entries(values).map(
    ([name, value]) => `      <property name=${quoted(name)} value=${quoted(value)}/>`,
  );
  return ['    <properties>', ...lines, '    </properties>'].join('\n');
}

/** Fails with open errors; warnings and what is suppressed are told, and fail nothing. */
function testcase(verdict: Verdict, one: Case): string {
  const { suite: heading, name, results, skipped } = one;
  const failing = results.filter(isFailing);
  const place = failing.find(({ at }) => at)?.at;
  const file = place ? ` file=${quoted(fileOf(verdict, place))} line="${place.line}"` : '';
  const head = `    <testcase classname=${quoted(`cxplan.${heading}`)} name=${quoted(name)}${file} time="0"`;
  const parts: string[] = [];
  if (failing.length > 0) parts.push(failure(verdict, name, failing));
  else if (skipped !== undefined) parts.push(`      <skipped message=${quoted(skipped)}/>`);
  const told = results.filter((result) => !isFailing(result));
  if (told.length > 0) parts.push(`      <system-out>${escaped(texts(verdict, told))}</system-out>`);
  return parts.length === 0 ? `${head}/>` : `${head}>\n${parts.join('\n')}\n    </testcase>`;
}

function failure(verdict: Verdict, name: string, failing: readonly Result[]): string {
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
  const message = `${sanitise(failing[0]!.message)}${more}`;
  return `      <failure type=${quoted(name)} message=${quoted(message)}>${escaped(texts(verdict, failing))}</failure>`;
}

/** A paragraph for each: place, message, what closes it, why it is suppressed. */
function texts(verdict: Verdict, results: readonly Result[]): string {
  return results
    .map((result) => {
      const { at, severity, message, remedy, fix, status, waiver } = result;
      const place = at ? `${placeText({ ...at, file: fileOf(verdict, at) })}: ` : '';
      const help = remedy ?? fix;
      const aside =
        status === 'known'
          ? 'In the baseline.'
          : waiver && `Waived by ${waiver.owner} until ${waiver.until}: ${waiver.reason}`;
      const lines = [`${place}${severity}: ${sanitise(message)}`];
      for (const line of [help, aside]) if (line) lines.push(`  ${sanitise(line)}`);
      return lines.join('\n');
    })
    .join('\n\n');
}

function isFailing(result: Result): boolean {
  return isOpen(result) && result.severity === 'error';
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter(({ results }) => results.some(isFailing)).length;
  const skipped = cases.filter(
    ({ results, skipped: why }) => why !== undefined && !results.some(isFailing),
  ).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function quoted(text: string): string {
  return `"${escaped(sanitise(text))}"`;
}

/** What XML 1.0 cannot hold at all is replaced; `]]>` cannot end anything. */
function escaped(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
