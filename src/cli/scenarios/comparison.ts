/** Variants side by side: a table, what each opens and closes, a small chart of a sweep; the same as data. */
import type { Say } from '../../calendar/say.ts';
import { money } from '../../costs/words.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import type { Comparison, Measures, Outcome } from '../../scenarios/measures.ts';
import { counted } from '../../wording/words.ts';
import { table } from '../table.ts';

export interface Row {
  readonly name: string;
  /** Where it is written. */
  readonly file: string;
  readonly changes: readonly string[];
  readonly outcome: Outcome;
  readonly comparison: Comparison;
}

const BASE = 'as it is';

/** As the programme's locale writes it. @param chart whether the rows are steps of one value */
export function comparisonText(say: Say, base: Outcome, rows: readonly Row[], chart: boolean): string {
  const withCost = base.measures.cost !== undefined || rows.some(({ outcome }) => outcome.measures.cost);
  const titles = ['', 'score', 'lowest', 'seats', 'sessions', 'hours', 'led hours', 'leaders'];
  const lines = [
    [BASE, ...figures(say, base.measures, undefined, withCost), '', ...gaps(say, base.measures)],
    ...rows.map(({ name, outcome: { measures }, comparison }) => [
      name,
      ...figures(say, measures, base.measures, withCost),
      movedWords(say, comparison),
      ...gaps(say, measures),
    ]),
  ];
  const told = table([...titles, ...(withCost ? ['cost'] : []), 'moved', 'errors', 'warnings'], lines);
  const parts = [
    told,
    ...(chart ? [chartOf(say, rows)] : []),
    ...rows.map((row) => rowText(say, row)).filter((text) => text !== ''),
  ];
  return parts.join('\n');
}

function figures(say: Say, measures: Measures, base: Measures | undefined, withCost: boolean): string[] {
  const { number } = say;
  const { seats, sessions, hours, leaderHours, leaders, cost } = measures;
  return [
    `${scoreWords(say, measures.score)}${difference(say, measures.score, base?.score, 1)}`,
    measures.lowest ? `${measures.lowest.name} ${scoreWords(say, measures.lowest.score)}` : '–',
    `${number(seats.placed)} of ${number(seats.asked)}`,
    `${number(sessions)}${difference(say, sessions, base?.sessions)}`,
    `${number(Math.round(hours))}${difference(say, Math.round(hours), base && Math.round(base.hours))}`,
    `${number(Math.round(leaderHours))}${difference(say, Math.round(leaderHours), base && Math.round(base.leaderHours))}`,
    say.exact(leaders),
    ...(withCost
      ? [
          cost
            ? `${money(say, cost.currency, cost.total)}${difference(say, Math.round(cost.total), base?.cost && Math.round(base.cost.total))}`
            : '–',
        ]
      : []),
  ];
}

/** ` (+12)`, ` (−0.4)`; nothing where nothing differs as shown. */
function difference(say: Say, value: number | null, base: number | null | undefined, digits = 0): string {
  if (value === null || base === null || base === undefined) return '';
  const by = Number((value - base).toFixed(digits));
  if (by === 0) return '';
  const text = digits > 0 ? say.figure(Math.abs(by), digits) : say.number(Math.abs(by));
  return ` (${by > 0 ? '+' : '−'}${text})`;
}

/** `12 (+3 new, 1 gone)` */
function movedWords({ number }: Say, { moved, added, dropped }: Comparison): string {
  const more = [
    ...(added > 0 ? [`+${number(added)} new`] : []),
    ...(dropped > 0 ? [`${number(dropped)} gone`] : []),
  ];
  return more.length > 0 ? `${number(moved)} (${more.join(', ')})` : number(moved);
}

function gaps({ exact }: Say, { findings: { error, warn } }: Measures): string[] {
  return [exact(error), exact(warn)];
}

/** Findings that are named for each variant. */
const FEW = 3;

function rowText(say: Say, { name, file, changes, comparison: { opened, closed } }: Row): string {
  const lines = [
    `${name}${file.startsWith('--') ? '' : ` (${file})`}`,
    ...(file.startsWith('--sweep') ? [] : changes.map((change) => `  ${change}`)),
    ...opened.slice(0, FEW).map(({ severity, rule, message }) => `  opens   ${severity} ${rule}: ${message}`),
    ...(opened.length > FEW ? [`  and ${counted(say, opened.length - FEW, 'more gap')}`] : []),
    ...(closed.length > 0 ? [`  closes  ${counted(say, closed.length, 'gap')}: ${rulesOf(closed)}`] : []),
  ];
  return lines.length > 1 ? `${lines.map(sanitise).join('\n')}\n` : '';
}

function rulesOf(findings: Outcome['findings']): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(', ');
}

const WIDTH = 30;

/** A bar for each step: the share of seats that are placed, from the worst to the best. */
function chartOf(say: Say, rows: readonly Row[]): string {
  const share = ({ outcome: { measures } }: Row) =>
    measures.seats.asked === 0 ? 1 : measures.seats.placed / measures.seats.asked;
  const shares = rows.map(share);
  const worst = Math.min(...shares);
  const from = worst === Math.max(...shares) ? 0 : Math.max(0, worst - (Math.max(...shares) - worst) / 4);
  const name = Math.max(...rows.map((row) => row.name.length));
  const lines = rows.map((row, i) => {
    const bar = '█'.repeat(Math.round((WIDTH * (shares[i]! - from)) / (1 - from || 1)));
    return `${sanitise(row.name).padEnd(name)}  ${bar.padEnd(WIDTH)}  ${say.figure(100 * shares[i]!)} % of seats, score ${scoreWords(say, row.outcome.measures.score)}`;
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
