/** What a person reads when a plan is made: how good it is, where it is weakest, what to open first. */

import { type Say, sayIn } from '../calendar/say.ts';
import { costOf } from '../costs/costs.ts';
import { costLine } from '../costs/words.ts';
import { smallWords } from '../coverage/measure/session-sizes.ts';
import { worst } from '../coverage/measure/worst.ts';
import type { Painter } from '../diagnostics/painter.ts';
import { sanitise } from '../diagnostics/sanitise.ts';
import { scoreWords, seatsWords } from '../diagnostics/seats.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
import type { WriteResult } from '../output/survey.ts';
import { CLOCKS_CHANGED } from '../plan/clocks.ts';
import type { SessionChange } from '../plan/diff/diff.ts';
import type { News } from '../report/changes/news.ts';
import { countsWords, standingWords } from '../report/changes/summary.ts';
import { linesOf } from '../report/changes/told.ts';
import { boundWords } from '../report/shortages.ts';
import { counted } from '../wording/words.ts';
import { costJson } from './costs.ts';

/** How the programme's locale says days and numbers. */
function sayOf({ programme }: Model): Say {
  return sayIn(programme.locale);
}

export interface Summary {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
  readonly news?: News | undefined;
  /** As a person would type it. */
  readonly folder: string;
  readonly result: WriteResult;
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

const WORST = 5;
/** Most changes that are told. */
const NEWS = 5;
const LOOKED_AT = 200;
/** Of the names of rows. */
const WIDTH = 8;

/** The summary as lines for a terminal. */
export function summaryText(summary: Summary, paint: Painter): string {
  const { model } = summary;
  const title = [paint.bold(sanitise(model.programme.name))];
  if (model.programme.mantra) title.push(paint.italic(sanitise(model.programme.mantra)));
  const rows: [string, string][] = [
    ['Coverage', coverageLine(summary, paint)],
    ['Sessions', sessionLine(summary)],
    ...changeRows(summary),
    ['Places', placeLine(summary, paint)],
    ...costRows(summary),
    ['Findings', findingLine(summary, paint)],
    ...(summary.verbose ? [['Made', madeLine(summary)] as [string, string]] : []),
  ];
  const lines = rows.map(([name, text]) => `  ${paint.dim(name.padEnd(WIDTH))}  ${text}`);
  const end = ['', filesLine(summary, paint)];
  const parts = [...title, '', ...lines, ...newsLines(summary, paint), ...worstLines(summary, paint), ...end];
  return `${parts.join('\n')}\n`;
}

/** The same as data. */
export function summaryJson({ model, plan, gaps, folder, result, dryRun }: Summary): unknown {
  const counts = countFindings(gaps);
  return {
    score: gaps.organisation.score,
    seats: gaps.organisation.seats,
    lowest: gaps.lowest,
    sessions: confirmed(plan).length,
    personHours: personHours(plan),
    people: gaps.organisation.people,
    hoursPerPerson: gaps.organisation.minutesPerPerson / 60,
    ...costJson(costOf(model, plan)),
    unplaced: plan.score.unplaced,
    bound: plan.score.bound ?? 0,
    changes: changesOf(plan, result) ?? null,
    zones: plan.made.zones ?? null,
    findings: { ...counts, waived: gaps.waived.length },
    folder,
    dryRun,
    written: result.written,
    unchanged: result.unchanged.length,
    removed: result.removed,
  };
}

function coverageLine({ model, gaps }: Summary, paint: Painter): string {
  const { lowest, organisation } = gaps;
  const say = sayOf(model);
  const name = lowest ? sanitise(model.departments.get(lowest.department)?.name ?? lowest.department) : '';
  const low = lowest ? ` (lowest: ${name}, ${scoreWords(say, lowest.score)})` : '';
  return `${paint.bold(scoreWords(say, organisation.score))} of 100 planned · ${seatsWords(say, organisation.seats)}${low}`;
}

function costRows({ model, plan }: Summary): [string, string][] {
  const cost = costOf(model, plan);
  return cost ? [['Costs', sanitise(costLine(sayOf(model), cost))]] : [];
}

function sessionLine({ model, plan, gaps }: Summary): string {
  const { people, minutesPerPerson } = gaps.organisation;
  const say = sayOf(model);
  const each = say.figure(minutesPerPerson / 60);
  const small = smallWords(model, plan);
  return [
    `${say.number(confirmed(plan).length)} for ${counted(say, people, 'person', 'people')}`,
    `${counted(say, Math.round(personHours(plan)), 'hour')} of people’s time, ${each} h each`,
    ...(small === '' ? [] : [small]),
  ].join(' · ');
}

interface Changes {
  readonly changed: number;
  readonly added: number;
  readonly cancelled: number;
  /** Of the changed ones, those whose local time stands and whose instant is another by new zone data. */
  readonly byClocks: number;
}

/** Sessions that are other than in the plan before; undefined for a first plan, and where the one before was kept. */
function changesOf({ made, sessions }: Plan, { written }: WriteResult): Changes | undefined {
  if (made.issue === undefined || !written.includes('plan.json')) return undefined;
  const news = sessions.filter(({ issue }) => issue === made.issue);
  const cancelled = news.filter(({ status }) => status === 'cancelled').length;
  const added = news.filter(({ status, sequence }) => status === 'confirmed' && sequence === 0).length;
  const byClocks = news.filter(({ why }) => why.includes(CLOCKS_CHANGED)).length;
  return { changed: news.length - cancelled - added, added, cancelled, byClocks };
}

/** How much has changed, and that nothing else did. */
function changeRows(summary: Summary): [string, string][] {
  const changes = changesOf(summary.plan, summary.result);
  if (!changes) return [];
  const { news, plan } = summary;
  const say = sayOf(summary.model);
  const { changed, added, cancelled, byClocks } = changes;
  if (changed + added + cancelled === 0) return [['Changes', 'no session is other than before']];
  const clocks = byClocks > 0 ? ` (${say.number(byClocks)} by zone data ${plan.made.zones})` : '';
  if (news) return [['Changes', `${countsWords(say, news.diff.sessions)}${clocks}; ${standingWords(news)}`]];
  return [['Changes', `${counted(say, changed + added + cancelled, 'session')} other than before${clocks}`]];
}

/** What changed, for whom and why: a few, and where all of it stands. */
function newsLines({ news, folder, result }: Summary, paint: Painter): string[] {
  if (!news || news.diff.sessions.length === 0) return [];
  // Telling all of a year that is planned anew would take longer than planning it.
  const first = [...news.diff.sessions].sort((a, b) => rank(a) - rank(b)).slice(0, LOOKED_AT);
  const lines = linesOf(first.map(news.told), news.both.now);
  const hasPages = [...result.written, ...result.unchanged].includes('changes/README.md');
  const all = hasPages ? `, and what to tell whom: ${folder}/changes/README.md` : ': cxplan diff';
  const isAll = lines.length <= NEWS && first.length === news.diff.sessions.length;
  return [
    '',
    paint.bold('What changed'),
    ...lines.slice(0, NEWS).map((line) => `  ${sanitise(line)}`),
    paint.dim(isAll ? `  Nothing else did. All of it${all}` : `  … All of it${all}`),
  ];
}

/** What people have to hear first. */
function rank({ kind }: SessionChange): number {
  return ['moved', 'cancelled', 'leader', 'place', 'people', 'added', 'words'].indexOf(kind);
}

/** `by cxplan 0.1.0 with zone data 2026f (IANA) · seed 1, normal effort · as of 2027-01-03` */
function madeLine({ plan: { made, asOf } }: Summary): string {
  const zones = made.zones === undefined ? 'zone data of the machine' : `zone data ${made.zones} (IANA)`;
  return `by ${sanitise(made.tool)} with ${sanitise(zones)} · seed ${made.seed}, ${made.effort} effort · as of ${asOf}`;
}

/** An hour of a session with ten people is ten hours of their time; joiners' included. */
function personHours(plan: Plan): number {
  return confirmed(plan).reduce((sum, { minutes, heads }) => sum + minutes * heads, 0) / 60;
}

function placeLine({ plan, gaps, model }: Summary, paint: Painter): string {
  const say = sayOf(model);
  const { unplaced } = plan.score;
  if (unplaced === 0) return 'everyone has a place in everything that is asked of them';
  const modules = new Set(plan.unscheduled.map((entry) => entry.module)).size;
  const people = counted(say, gaps.organisation.seats.peopleWithout, 'person', 'people');
  return paint.yellow(
    `${counted(say, unplaced, 'seat')} in ${counted(say, modules, 'module')}, of ${people}, found no time or room${boundWords(say, plan)}; gaps.md says why`,
  );
}

function findingLine({ gaps, model }: Summary, paint: Painter): string {
  const say = sayOf(model);
  const { error, warn, info } = countFindings(gaps);
  const errors = error > 0 ? paint.red(counted(say, error, 'error')) : 'no errors';
  const waived = gaps.waived.length > 0 ? ` · ${gaps.waived.length} waived` : '';
  return `${errors} · ${counted(say, warn, 'warning')} · ${info} for information${waived}`;
}

/** The gravest, each with its next step; or a kind word where there are none. */
function worstLines({ gaps, plan, model }: Summary, paint: Painter): string[] {
  const some = worst(gaps.findings, WORST, sayOf(model));
  if (some.length === 0) return plan.score.unplaced === 0 ? ['', paint.green(WELL_DONE)] : [];
  const lines = some.flatMap((finding) => [
    `  ${label(finding, paint)} ${sanitise(finding.message)}`,
    ...(finding.fix === '' ? [] : [paint.dim(`    → ${sanitise(finding.fix)}`)]),
  ]);
  return [
    '',
    paint.bold('Worst gaps'),
    ...lines,
    `  ${paint.dim('All of them: cxplan gaps. Changes to choose from: cxplan fix.')}`,
  ];
}

const WELL_DONE =
  'Nobody is forgotten: no gap that ought to be closed, and a place for everyone. Have a good year!';

function label({ severity, rule }: Finding, paint: Painter): string {
  return severity === 'error' ? paint.red(`${rule}:`) : paint.yellow(`${rule}:`);
}

function filesLine({ folder, model, result, dryRun }: Summary, paint: Painter): string {
  const say = sayOf(model);
  const total = result.written.length + result.unchanged.length;
  if (dryRun) {
    return `Nothing was written. ${counted(say, result.written.length, 'file')} of ${total} would change in ${folder}.`;
  }
  const change =
    result.written.length === 0
      ? 'nothing has changed'
      : `${say.number(result.written.length)} of ${say.number(total)} files written`;
  const left = result.kept.length > 0 ? `; ${counted(say, result.kept.length, 'file')} left as before` : '';
  return `${change}${left}${openLine(folder, result, paint)}`;
}

/** What to open, of what there may be. */
const FIRST = ['index.html', 'README.md'];

/** What to open, of what is there: `--only` may never have written the pages or the calendars. */
function openLine(folder: string, { written, unchanged, kept }: WriteResult, paint: Painter): string {
  const paths = [...written, ...unchanged, ...kept];
  const hasCalendars = paths.some((path) => path.startsWith('calendars/'));
  const calendars = `calendars are in ${folder}/calendars`;
  const first = FIRST.find((path) => paths.includes(path));
  if (first === undefined) return hasCalendars ? `; ${calendars}.` : ` in ${folder}.`;
  return `. Open ${paint.bold(`${folder}/${first}`)} first${hasCalendars ? `; ${calendars}` : ''}.`;
}

/** How many findings of each severity. */
export function countFindings(gaps: Gaps): Record<'error' | 'warn' | 'info', number> {
  const counts = { error: 0, warn: 0, info: 0 };
  for (const { severity } of gaps.findings) counts[severity]++;
  return counts;
}

function confirmed(plan: Plan): Plan['sessions'] {
  return plan.sessions.filter((session) => session.status === 'confirmed');
}
