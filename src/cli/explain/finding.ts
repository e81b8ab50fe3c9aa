/** One gap, by its key: what is missing, why that matters, the cells and sessions that miss, the lines involved. */
import type { Say } from '../../calendar/say.ts';
import type { Cell, Finding, Gaps, ScoredPart } from '../../model/made/gaps.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Subject } from '../../model/model.ts';
import { dateShort, startWords } from '../../report/words.ts';
import { counted } from '../../wording/words.ts';
import { type Answer, type AnswerSource, lineOf, part } from './answer.ts';

/** Where a finding stands: reported, folded under another one, or waived. */
interface FindingPlace {
  readonly finding: Finding;
  readonly under: Finding | undefined;
}

/** Every finding of a plan by its key, the folded and the waived ones too. */
export function findingsByKey({ findings, waived }: Gaps): Map<string, FindingPlace> {
  const all = [...findings, ...waived].flatMap((finding): FindingPlace[] => [
    { finding, under: undefined },
    ...(finding.implied ?? []).map((implied) => ({ finding: implied, under: finding })),
  ]);
  return new Map(all.reverse().map((found) => [found.finding.key, found]));
}

export function aboutFinding({ finding, under }: FindingPlace, known: AnswerSource): Answer {
  const { severity, rule, subject, message, why, fix, pointer, implied = [], waived } = finding;
  const { say } = known;
  const cells = missing(subject, known.gaps);
  const sessions = concerned(subject, known);
  return {
    lines: [
      `${severity} ${rule}: ${message}`,
      `  at       ${lineOf(pointer, known.locate)}`,
      ...(under ? [`  follows  from ${under.key}: close that one, and this goes with it`] : []),
      ...(waived
        ? [`  waived   by ${waived.owner} until ${dateShort(say, waived.until)}: ${waived.reason}`]
        : []),
      ...part('Why it matters', [why]),
      ...part(
        'Cells that miss',
        cells.map((cell) => cellLine(say, cell)),
      ),
      ...part(`Sessions it is about (${say.exact(sessions.length)})`, sessionLines(say, sessions)),
      ...part('Lines involved', linesOf(subject, known)),
      ...part(
        `What follows from it (${say.exact(implied.length)})`,
        implied.map(({ key }) => key),
      ),
      ...part('What closes it', [fix, `cxplan explain ${rule} says more of the rule`]),
    ],
    data: { ...finding, under: under?.key ?? null, cells, sessions: sessions.map(({ id }) => id) },
  };
}

/** Cells without full credit, of the narrowest thing that the gap is about. */
function missing({ department, role, site, theme, stage, moment }: Subject, gaps: Gaps): Cell[] {
  const scored: ScoredPart | undefined =
    gaps.roles.find(({ id }) => id === role) ??
    gaps.departments.find(({ id }) => id === department) ??
    gaps.sites.find(({ id }) => id === site);
  const named = [theme, stage, moment].filter((id) => id !== undefined);
  return (scored?.cells ?? []).filter(
    ({ id, credit }) => credit < 1 && (named.length === 0 || named.includes(id)),
  );
}

function cellLine({ exact }: Say, { dimension, id, reached, need, voice, credit }: Cell): string {
  const what = dimension === 'R' ? 'person-weeks' : 'people';
  const heard = voice ? '' : ', no customer’s voice';
  return `${dimension} ${id}: ${exact(reached)} of ${exact(need)} ${what}${heard}, credit ${exact(Math.round(credit * 1000) / 1000)}`;
}

/** Sessions that have everything of the subject that a session can have; none where it names no such thing. */
function concerned(subject: Subject, { model, plan }: AnswerSource): PlanSession[] {
  const { department, role, module, theme, stage, session, group, facilitator, month } = subject;
  if (![module, theme, stage, session, group, facilitator, month].some((id) => id !== undefined)) return [];
  const voices = subject.voice;
  return plan.sessions.filter(
    (one) =>
      one.status === 'confirmed' &&
      (session === undefined || one.id === session) &&
      (module === undefined || one.module === module) &&
      (department === undefined || one.departments.includes(department)) &&
      (theme === undefined || one.themes.includes(theme)) &&
      (stage === undefined || one.stages.includes(stage)) &&
      (facilitator === undefined || ledBy(one).includes(facilitator)) &&
      (month === undefined || one.start.startsWith(month)) &&
      (group === undefined || one.attendees.some((seat) => seat.group === group)) &&
      (role === undefined || one.attendees.some((seat) => seat.group.startsWith(`${role}.`))) &&
      (voices === undefined || (model.modules.get(one.module)?.voices.includes(voices) ?? false)),
  );
}

const MOST = 8;

function sessionLines(say: Say, sessions: readonly PlanSession[]): string[] {
  const rest = sessions.length - MOST;
  return [
    ...sessions
      .slice(0, MOST)
      .map(
        ({ start, id, heads }) =>
          `${startWords(say, start)}  ${id} (${counted(say, heads, 'person', 'people')})`,
      ),
    ...(rest > 0 ? [`and ${say.exact(rest)} more`] : []),
  ];
}

const SECTIONS = [
  ['department', 'departments'],
  ['role', 'roles'],
  ['site', 'sites'],
  ['theme', 'themes'],
  ['stage', 'stages'],
  ['moment', 'moments'],
  ['module', 'modules'],
  ['voice', 'voices'],
  ['ritual', 'rituals'],
  ['facilitator', 'facilitators'],
  ['metric', 'metrics'],
] as const;

/** Where each thing of the subject is written; a built-in moment is written nowhere. */
function linesOf(subject: Subject, { locate, model }: AnswerSource): string[] {
  const lines = SECTIONS.flatMap(([part, section]) => {
    const id = subject[part];
    return id === undefined ? [] : [lineOf([section, id], locate)];
  });
  const touchpoint = subject.touchpoint === undefined ? undefined : model.touchpoints.get(subject.touchpoint);
  if (touchpoint) lines.push(lineOf(['stages', touchpoint.stage, 'touchpoints', touchpoint.id], locate));
  return lines;
}
