/**
 * The verdict as a comment under a pull request: what a reviewer reads first, then what to do about it, and the
 * rest folded away. Safe to post: nothing in it mentions anybody, links anywhere or starts a command.
 */
import type { Numbers } from '../calendar/say.ts';
import type { Severity } from './diagnostic.ts';
import { folded as foldedAlike } from './fold.ts';
import { sanitise } from './sanitise.ts';
import { scoreWords, seatsWords } from './seats.ts';
import {
  fileOf,
  isOpen,
  openResults,
  type Result,
  type Score,
  suppressedLine,
  totals,
  type Verdict,
} from './verdict.ts';

/** Finds the comment of the run before, to write over it. */
const MARK = '<!-- cxplan check -->';
/** GitHub refuses comments over 65,536 characters; there are at most five tables. */
const MOST_ROWS = 40;
const LONGEST_TABLE = 12_000;
const LONGEST_TEXT = 400;

/** Markdown with a final newline. @param numbers as the programme's locale writes them */
export function markdown(verdict: Verdict, numbers: Numbers): string {
  const open = openResults(verdict);
  const parts = [
    MARK,
    `### ${verdict.ok ? '✅ The gate is open' : '❌ The gate is shut'}: ${text(verdict.title)}`,
    [...headline(verdict, numbers), ...verdict.notes.map((note) => text(note))].join('  \n'),
    section(verdict, open, 'error', newWord(open, 'Errors')),
    folded(verdict, open, 'warn', 'warning'),
    folded(verdict, open, 'info', 'for information'),
    departments(verdict, numbers),
    waivers(verdict.results),
    `<sub>${text(suppressedLine(verdict, numbers))} Coverage is what is planned; it does not say that anything was learned.</sub>`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(verdict: Verdict, numbers: Numbers): string[] {
  const { coverage, thresholds, ok } = verdict;
  const { error, warn, info } = totals(verdict);
  const counts = `**${error}** ${error === 1 ? 'error' : 'errors'} · ${warn} ${warn === 1 ? 'warning' : 'warnings'} · ${info} for information`;
  if (!coverage) return ok ? [counts] : [counts, 'The workspace has errors: nothing was planned.'];
  const { organisation, lowest } = coverage;
  const low = lowest ? ` · lowest **${text(lowest.name)}** with ${scoreWords(numbers, lowest.score)}` : '';
  const below = thresholds.filter(({ ok }) => !ok).length;
  const threshold =
    thresholds.length === 0
      ? ''
      : below === 0
        ? ' · every threshold is kept'
        : ` · **${below}** below the threshold`;
  return [
    `**${scoreWords(numbers, organisation.score)}** of 100 planned · ${seatsWords(numbers, organisation.seats)}${low}${threshold}`,
    counts,
  ];
}

/** `New errors` where a baseline tells the old ones. */
function newWord(open: readonly Result[], word: string): string {
  return open.some(({ status }) => status === 'new') ? `${word} (new)` : word;
}

function section(verdict: Verdict, open: readonly Result[], severity: Severity, title: string): string {
  const chosen = open.filter((result) => result.severity === severity);
  return chosen.length === 0 ? '' : `#### ${title}\n\n${gapTable(verdict, chosen)}`;
}

function folded(verdict: Verdict, open: readonly Result[], severity: Severity, title: string): string {
  const chosen = open.filter((result) => result.severity === severity);
  const plural = severity === 'warn' && chosen.length !== 1 ? 's' : '';
  return chosen.length === 0 ? '' : details(`${chosen.length} ${title}${plural}`, gapTable(verdict, chosen));
}

function gapTable(verdict: Verdict, results: readonly Result[]): string {
  const told = foldedAlike(verdict, results);
  const rows = told.map((result) => {
    const { code, message, at, remedy, fix, others } = result;
    const place = at ? text(`${fileOf(verdict, at)}:${at.line}`) : '–';
    return [
      text(code),
      [message, others].flatMap((part) => (part ? [text(part)] : [])).join(' '),
      place,
      text(remedy ?? fix ?? '–'),
    ];
  });
  return table(['rule', 'gap', 'where', 'smallest change'], rows, told.length);
}

function departments({ coverage, thresholds }: Verdict, numbers: Numbers): string {
  if (!coverage) return '';
  const thresholdOf = new Map(
    thresholds.map(({ name, threshold, ok }) => [name, ok ? String(threshold) : `**${threshold}**`]),
  );
  const row = ({ name, people, score, seats }: Score) => [
    text(name),
    numbers.number(people),
    scoreWords(numbers, score),
    `${numbers.number(seats.placed)} of ${numbers.number(seats.asked)}`,
    thresholdOf.get(name) ?? '–',
  ];
  const rows = [...coverage.departments].sort((a, b) => (a.score ?? 101) - (b.score ?? 101)).map(row);
  return details(
    `Coverage of ${rows.length} ${rows.length === 1 ? 'department' : 'departments'}`,
    table(['department', 'people', 'score', 'seats placed', 'threshold'], rows, rows.length),
  );
}

function waivers(results: readonly Result[]): string {
  const waived = results.filter((result) => result.waiver && !isOpen(result));
  if (waived.length === 0) return '';
  const rows = waived.map(({ code, message, waiver }) => {
    return [code, message, waiver!.reason, waiver!.owner, waiver!.until].map(text);
  });
  return details(
    `${waived.length} waived`,
    table(['rule', 'gap', 'reason', 'owner', 'until'], rows, waived.length),
  );
}

/** As many rows as there is room for, and how many more there are. */
function table(titles: readonly string[], rows: readonly (readonly string[])[], total: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const cells of rows.slice(0, MOST_ROWS)) {
    const line = rowOf(cells);
    length += line.length;
    if (length > LONGEST_TABLE) break;
    lines.push(line);
  }
  const more = total - lines.length;
  const end = more > 0 ? `\n\n… and ${more} more: \`cxplan check\` shows them.` : '';
  return `${[rowOf(titles), rowOf(titles.map(() => '---')), ...lines].join('\n')}${end}`;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A zero-width space: people see no difference, and nothing is recognised across it. */
const GAP = '&#8203;';

/**
 * One line that shows as it is written: no emphasis, code, HTML, cell border or link; no mention of people
 * (`@`), issues (`#1`, `GH-1`, `!1`), epics (`&1`), commits (a word of hexadecimal digits), snippets (`$1`) or labels
 * (`~`), no quick action (`/close`) at its start.
 */
function text(value: string): string {
  const points = [...value];
  const short = points.length > LONGEST_TEXT ? `${points.slice(0, LONGEST_TEXT - 1).join('')}…` : value;
  return sanitise(short)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/(?:[@#!%~^$]|&amp;)(?=\w)/g, `$&${GAP}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${GAP}`)
    .replace(/\b([0-9a-f]{6})(?=[0-9a-f]{1,34}\b)/g, `$1${GAP}`)
    .replace(/\b(mailto|xmpp):/gi, `$1${GAP}:`)
    .replace(/:\/\//g, `:${GAP}//`)
    .replace(/\b(www)\./gi, `$1${GAP}.`)
    .replace(/^\//, `${GAP}/`);
}
