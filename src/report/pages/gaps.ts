/** `gaps.md`: who is covered, who is forgotten, and what would close each gap. What is planned, not what is learned. */
import type { Say } from '../../calendar/say.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import { toldOnce } from '../../coverage/alike.ts';
import { SOURCES } from '../../coverage/catalogue.ts';
import { index } from '../../coverage/context.ts';
import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { Dimension, Finding, ScoredPart } from '../../model/made/gaps.ts';
import type { Context } from '../context.ts';
import { coverageWords, dimensionName, percentWords, scoreWords } from '../coverage.ts';
import { departmentName } from '../names.ts';
import { shortageBlocks } from '../shortages.ts';
import type { Block, CellValue, Column, Page } from '../types.ts';
import { capital, counted, dateWords, decimal, hoursWords, listWords, PLANNED, sentence } from '../words.ts';

const DIMENSIONS: readonly Dimension[] = ['T', 'S', 'M', 'R'];

/** Below so many people attendance is not shown. */
const FEW = 5;

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors'],
  ['warn', 'Warnings'],
  ['info', 'Worth knowing'],
];

export function gapsPage(context: Context): Page {
  const { gaps, plan } = context;
  return {
    title: `Gap report: ${plan.programme.name}`,
    blocks: [
      { kind: 'paragraph', text: headline(context) },
      { kind: 'paragraph', text: MEANING },
      ...floorBlocks(context),
      ...shortageBlocks(context),
      ...scoreBlocks(context.say, 'Departments', gaps.departments),
      ...SEVERITIES.flatMap(([severity, title]) => findingBlocks(context, severity, title)),
      ...scoreBlocks(context.say, 'Roles', gaps.roles, ({ id }) =>
        departmentName(context, context.model.roles.get(id)?.department ?? ''),
      ),
      ...scoreBlocks(context.say, 'Sites', gaps.sites),
      ...waivedBlocks(context),
      ...offBlocks(gaps.off),
      ...sourceBlocks(),
    ],
  };
}

const MEANING = `${PLANNED} A score is a mean of what a department’s people meet (themes 40, stages they own 25, joiners’ moments 20, rhythm of the year 15); a cell counts half where no customer is heard in it.`;

/** Never the mean alone: the lowest department stands beside it. */
export function headline(context: Context): string {
  const { organisation, lowest, findings } = context.gaps;
  const parts = [capital(coverageWords(context, organisation))];
  if (lowest)
    parts.push(
      `lowest department: ${departmentName(context, lowest.department)}, ${decimal(context.say, lowest.score)}`,
    );
  parts.push(tallyWords(context.say, findings));
  return `${parts.join(' · ')}.`;
}

/** `2 errors, 3 warnings and 1 note`, or `no gaps found`. */
export function tallyWords(say: Say, findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warn'), count('info')];
  const parts = [
    ...(errors > 0 ? [counted(say, errors, 'error')] : []),
    ...(warnings > 0 ? [counted(say, warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(say, notes, 'note')] : []),
  ];
  return parts.length === 0 ? 'no gaps found' : listWords(parts);
}

function floorBlocks(context: Context): Block[] {
  const items = context.gaps.belowThreshold.map(({ department, score, threshold }) => {
    const name = department === '' ? 'The organisation' : departmentName(context, department);
    return `${name} is at ${decimal(context.say, score)}, the threshold is ${decimal(context.say, threshold)}.`;
  });
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Below the threshold' },
    { kind: 'list', items },
  ];
}

/** Lowest first. A dimension in which nothing is asked of anybody has no column. */
function scoreBlocks(
  say: Say,
  title: string,
  scored: readonly ScoredPart[],
  belongs?: (one: ScoredPart) => string,
): Block[] {
  if (scored.length === 0) return [];
  const held = scored.some(({ delivered }) => delivered !== undefined);
  const asked = DIMENSIONS.filter((d) => scored.some(({ dimensions }) => dimensions[d] !== null));
  const columns: Column[] = [
    { key: 'name', title: 'name', kind: 'text' },
    ...(belongs ? [{ key: 'department', title: 'department', kind: 'text' } as const] : []),
    { key: 'people', title: 'people', kind: 'number' },
    { key: 'hours', title: 'hours a person', kind: 'number' },
    ...asked.map((d): Column => ({ key: d, title: dimensionName(d), kind: 'number' })),
    { key: 'seats', title: 'seats placed', kind: 'number' },
    { key: 'score', title: held ? 'planned' : 'score', kind: 'number' },
    ...(held ? [{ key: 'delivered', title: 'delivered', kind: 'number' } as const] : []),
  ];
  const rows = [...scored]
    .sort(lowestFirst)
    .map((one): CellValue[] => [
      one.name,
      ...(belongs ? [belongs(one)] : []),
      decimal(say, one.people),
      hoursWords(say, one.minutesPerPerson),
      ...asked.map((d) => percent(one.dimensions[d])),
      `${decimal(say, one.seats.placed)} of ${decimal(say, one.seats.asked)}`,
      scoreWords(say, one.score),
      ...(held ? [deliveredWords(say, one)] : []),
    ]);
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'table', table: { columns, rows } },
  ];
}

/** Of few people no attendance is told: it would be theirs by name. */
function deliveredWords(say: Say, { people, delivered }: ScoredPart): string | null {
  return delivered === undefined || people < FEW ? null : scoreWords(say, delivered.score);
}

function lowestFirst(a: ScoredPart, b: ScoredPart): number {
  const [x, y] = [a, b].map(({ score }) => score ?? Number.POSITIVE_INFINITY) as [number, number];
  return x === y ? byCodeUnit(a.name, b.name) : x - y;
}

function percent(share: number | null): string | null {
  return share === null ? null : percentWords(share);
}

/** By rule, so that the reason is said once and the places follow. */
function findingBlocks({ gaps, say }: Context, severity: Severity, title: string): Block[] {
  const found = gaps.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: `${title} (${found.length})` },
    ...[
      ...index(
        toldOnce(found, say, ({ rule }) => rule),
        ({ rule }) => rule,
      ),
    ].flatMap(([rule, some]) => ruleBlocks(rule, some)),
  ];
}

function ruleBlocks(rule: string, found: readonly Finding[]): Block[] {
  const whys = [...new Set(found.map(({ why }) => why))];
  return [
    { kind: 'heading', level: 3, text: rule },
    ...whys.map((why): Block => ({ kind: 'paragraph', text: sentence(why) })),
    ...[...index(found, ({ fix }) => fix)].flatMap(([fix, some]) => fixedBlocks(fix, some)),
  ];
}

/** Findings with the one remedy that they share. */
function fixedBlocks(fix: string, found: readonly Finding[]): Block[] {
  const items = found.map((finding) => `${sentence(finding.message)}${impliedWords(finding)}`);
  const lead = found.length > 1 ? 'To close these:' : 'To close it:';
  return [
    { kind: 'list', items },
    ...(fix === '' ? [] : [{ kind: 'paragraph', lead, text: sentence(fix) } as const]),
  ];
}

function impliedWords({ implied = [] }: Finding): string {
  if (implied.length === 0) return '';
  return ` With it: ${implied.map(({ message }) => sentence(message)).join(' ')}`;
}

function waivedBlocks({ say, gaps: { waived } }: Context): Block[] {
  if (waived.length === 0) return [];
  const items = waived.map(({ rule, message, waived: waiver }) => {
    const terms = waiver
      ? ` Accepted by ${waiver.owner} until ${dateWords(say, waiver.until)}: ${sentence(waiver.reason)}`
      : '';
    return `${rule}: ${sentence(message)}${terms}`;
  });
  return [
    { kind: 'heading', level: 2, text: `Accepted for now (${waived.length})` },
    { kind: 'list', items },
  ];
}

/** What the articles are that the reasons name. */
function sourceBlocks(): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Sources' },
    { kind: 'list', items: SOURCES.map(({ article, title, author }) => `${article}: ${title} (${author})`) },
  ];
}

function offBlocks(off: readonly string[]): Block[] {
  if (off.length === 0) return [];
  return [{ kind: 'paragraph', lead: 'Switched off here:', text: `${[...off].join(', ')}.` }];
}
