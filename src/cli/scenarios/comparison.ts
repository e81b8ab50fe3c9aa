/** Variants side by side: a table, what each opens and closes, a small chart of a sweep; the same as data. */
import { PLAIN_NUMBERS } from '../../calendar/say.ts';
import { money } from '../../costs/words.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Comparison, Measures, Outcome } from '../../scenarios/measures.ts';
import { table } from '../table.ts';
import { counted, number, score } from '../words.ts';

export interface Row {
  readonly name: string;
  /** Where it is written. */
  readonly file: string;
  readonly changes: readonly string[];
  readonly outcome: Outcome;
  readonly comparison: Comparison;
}

const BASE = 'as it is';

/** @param chart whether the rows are steps of one value */
export function comparisonText(base: Outcome, rows: readonly Row[], chart: boolean): string {
  const withCost = base.measures.cost !== undefined || rows.some(({ outcome }) => outcome.measures.cost);
  const titles = ['', 'score', 'lowest', 'seats', 'sessions', 'hours', 'led hours', 'leaders'];
  const lines = [
    [BASE, ...figures(base.measures, undefined, withCost), '', ...gaps(base.measures)],
    ...rows.map(({ name, outcome: { measures }, comparison }) => [
      name,
      ...figures(measures, base.measures, withCost),
      movedWords(comparison),
      ...gaps(measures),
    ]),
  ];
  const told = table([...titles, ...(withCost ? ['cost'] : []), 'moved', 'errors', 'warnings'], lines);
  const parts = [told, ...(chart ? [chartOf(rows)] : []), ...rows.map(rowText).filter((text) => text !== '')];
  return parts.join('\n');
}

function figures(measures: Measures, base: Measures | undefined, withCost: boolean): string[] {
  const { seats, sessions, hours, leaderHours, leaders, cost } = measures;
  return [
    `${score(measures.score)}${difference(measures.score, base?.score, 1)}`,
    measures.lowest ? `${measures.lowest.name} ${score(measures.lowest.score)}` : '–',
    `${number(seats.placed)} of ${number(seats.asked)}`,
    `${number(sessions)}${difference(sessions, base?.sessions)}`,
    `${number(Math.round(hours))}${difference(Math.round(hours), base && Math.round(base.hours))}`,
    `${number(Math.round(leaderHours))}${difference(Math.round(leaderHours), base && Math.round(base.leaderHours))}`,
    String(leaders),
    ...(withCost
      ? [
          cost
            ? `${money(PLAIN_NUMBERS, cost.currency, cost.total)}${difference(Math.round(cost.total), base?.cost && Math.round(base.cost.total))}`
            : '–',
        ]
      : []),
  ];
}

/** ` (+12)`, ` (−0.4)`; nothing where nothing differs as shown. */
function difference(value: number | null, base: number | null | undefined, digits = 0): string {
  if (value === null || base === null || base === undefined) return '';
  const by = Number((value - base).toFixed(digits));
  if (by === 0) return '';
  const text = digits > 0 ? Math.abs(by).toFixed(digits) : number(Math.abs(by));
  return ` (${by > 0 ? '+' : '−'}${text})`;
}

/** `12 (+3 new, 1 gone)` */
function movedWords({ moved, added, dropped }: Comparison): string {
  const more = [
    ...(added > 0 ? [`+${number(added)} new`] : []),
    ...(dropped > 0 ? [`${number(dropped)} gone`] : []),
  ];
  return more.length > 0 ? `${number(moved)} (${more.join(', ')})` : number(moved);
}

function gaps({ findings: { error, warn } }: Measures): string[] {
  return [String(error), String(warn)];
}

/** Findings that are named for each variant. */
const FEW = 3;

function rowText({ name, file, changes, comparison: { opened, closed } }: Row): string {
  const lines = [
    `${name}${file.startsWith('--') ? '' : ` (${file})`}`,
    ...(file.startsWith('--sweep') ? [] : changes.map((change) => `  ${change}`)),
    ...opened.slice(0, FEW).map(({ severity, rule, message }) => `  opens   ${severity} ${rule}: ${message}`),
    ...(opened.length > FEW ? [`  and ${counted(opened.length - FEW, 'more gap')}`] : []),
    ...(closed.length > 0 ? [`  closes  ${counted(closed.length, 'gap')}: ${rulesOf(closed)}`] : []),
  ];
  return lines.length > 1 ? `${lines.map(sanitise).join('\n')}\n` : '';
}

function rulesOf(findings: Outcome['findings']): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(', ');
}

const WIDTH = 30;

/** A bar for each step: the share of seats that are placed, from the worst to the best. */
function chartOf(rows: readonly Row[]): string {
  const share = ({ outcome: { measures } }: Row) =>
    measures.seats.asked === 0 ? 1 : measures.seats.placed / measures.seats.asked;
  const shares = rows.map(share);
  const worst = Math.min(...shares);
  const from = worst === Math.max(...shares) ? 0 : Math.max(0, worst - (Math.max(...shares) - worst) / 4);
  const name = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.map((row, i) => {
    const bar = '█'.repeat(Math.round((WIDTH * (shares[i]! - from)) / (1 - from || 1)));
    return `${sanitise(row.name).padEnd(name)}  ${bar.padEnd(WIDTH)}  ${(100 * shares[i]!).toFixed(1)} % of seats, score ${score(row.outcome.measures.score)}`;
  });
  return `${lines.join('\n')}\n`;
}

export function comparisonJson(base: Outcome, rows: readonly Row[]): object {
  const measures = ({ measures: { hours, leaderHours, cost, ...rest } }: Outcome) => ({
    ...rest,
    hours: hundredths(hours),
    leaderHours: hundredths(leaderHours),
    cost: cost ?? null,
  });
  return {
    base: measures(base),
    variants: rows.map(({ name, file, changes, outcome, comparison: { opened, closed, ...moves } }) => ({
      name,
      file,
      changes,
      ...measures(outcome),
      ...moves,
      opened: opened.map(({ key }) => key),
      closed: closed.map(({ key }) => key),
    })),
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
