/** A department's (role's, site's) score, cell by cell to the final number; every figure can be added up again. */
import type { Say } from '../../calendar/say.ts';
import { DIMENSIONS, FULL_REACH } from '../../coverage/measure/cells.ts';
import { NOT_QUITE } from '../../coverage/measure/seats.ts';
import { scoreOf, WEIGHTS } from '../../coverage/score.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { scoreWords, seatsWords } from '../../diagnostics/seats.ts';
import type { Cell, Dimension, ScoredPart } from '../../model/made/gaps.ts';
import { counted } from '../../wording/words.ts';
import { type Answer, type AnswerSource, lineOf, part } from './answer.ts';

const NAMES: Readonly<Record<Dimension, string>> = { T: 'Themes', S: 'Stages', M: 'Moments', R: 'Rhythm' };

/** `head`: the first line without the score; `data`: what else is known. */
export function aboutScored(
  scored: ScoredPart,
  { head, pointer, data, more }: { head: string; pointer: Pointer; data: object; more: readonly string[] },
  known: AnswerSource,
): Answer {
  const about = known.gaps.findings.filter(({ subject }) => Object.values(subject).includes(scored.id));
  const { say } = known;
  return {
    lines: [
      `${head}; coverage ${scoreWords(say, scored.score)} of 100 planned, ${seatsWords(say, scored.seats)}`,
      `  because  ${lineOf(pointer, known.locate)}`,
      ...DIMENSIONS.flatMap((dimension) => dimensionLines(dimension, scored, known)),
      ...part('Score', [scoreLine(say, scored)]),
      ...part(
        `Gaps (${say.exact(about.length)})`,
        about.map(({ severity, key, message }) => `${severity} ${key}: ${message}`),
      ),
      ...more,
    ],
    data: { ...data, scored, findings: about },
  };
}

function dimensionLines(
  dimension: Dimension,
  { cells, dimensions }: ScoredPart,
  known: AnswerSource,
): string[] {
  const { say } = known;
  const own = cells.filter((cell) => cell.dimension === dimension);
  const title = `${NAMES[dimension]} (${dimension}, weight ${say.exact(WEIGHTS[dimension])})`;
  if (own.length === 0) return part(title, ['nothing is asked here: its weight goes to the others']);
  const need = own.reduce((sum, cell) => sum + cell.need, 0);
  const credits = own.map((cell) => `${figure(say, cell.credit)} × ${say.number(cell.need)}`).join(' + ');
  const mean = own.length === 1 ? '' : ` = (${credits}) ÷ ${say.number(need)}`;
  return part(title, [
    ...own.map((cell) => cellLine(cell, known)),
    `${dimension}${mean} = ${figure(say, dimensions[dimension]!)}`,
  ]);
}

function cellLine(cell: Cell, { model, locate, say }: AnswerSource): string {
  const { dimension, id, need, reached, reach, voice, credit } = cell;
  const ratio = `${say.number(reached)} ÷ ${say.number(need)} = ${figure(say, reach)}`;
  if (dimension === 'R') return `person-weeks in rhythm ${ratio}: credit ${figure(say, credit)}`;
  const section = { T: 'themes', S: 'stages', M: 'moments' }[dimension];
  const name = (model[section as 'themes'].get(id) as { name: string } | undefined)?.name ?? id;
  const full = reach >= FULL_REACH ? `at least ${say.exact(FULL_REACH)}, full` : `÷ ${say.exact(FULL_REACH)}`;
  const halved = voice ? '' : ', halved: no customer’s voice in it';
  return `${name}: ${ratio} (${full}${halved}), credit ${figure(say, credit)}; ${lineOf([section, id], locate)}`;
}

/** 100 × (0.4 × 0.694 + …) ÷ (0.4 + …) = 72.8 */
function scoreLine(say: Say, { dimensions, score, seats }: ScoredPart): string {
  const some = DIMENSIONS.filter((d) => dimensions[d] !== null);
  if (some.length === 0) return 'nothing can be asked of it';
  const terms = some.map((d) => `${say.exact(WEIGHTS[d])} × ${figure(say, dimensions[d]!)}`).join(' + ');
  const weights =
    some.length === DIMENSIONS.length ? '' : ` ÷ (${some.map((d) => say.exact(WEIGHTS[d])).join(' + ')})`;
  const mean = scoreOf(dimensions)!;
  const told =
    score! < mean - 0.05
      ? ` ${scoreWords(say, mean)}, told as at most ${say.exact(NOT_QUITE)}: ${seatsWords(say, seats)}`
      : ` ${scoreWords(say, score)}`;
  return `100 × (${terms})${weights} =${told}`;
}

/** Three decimals, without zeros at the end. */
function figure({ exact }: Say, value: number): string {
  return exact(Math.round(value * 1000) / 1000);
}

/** The first line of a department. */
export function departmentHead(
  say: Say,
  name: string,
  people: number,
  roles: number,
  sessions: number,
): string {
  return `${name}: ${counted(say, people, 'person', 'people')} in ${counted(say, roles, 'role')}, ${counted(say, sessions, 'session')}`;
}
