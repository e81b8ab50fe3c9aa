/** A department's (role's, site's) score, cell by cell to the final number; every figure can be added up again. */
import { PLAIN_NUMBERS } from '../../calendar/say.ts';
import { DIMENSIONS, FULL_REACH } from '../../coverage/measure/cells.ts';
import { NOT_QUITE } from '../../coverage/measure/seats.ts';
import { scoreOf, WEIGHTS } from '../../coverage/score.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { seatsWords } from '../../diagnostics/seats.ts';
import type { Cell, Dimension, ScoredPart } from '../../model/made/gaps.ts';
import { counted, number, score as scoreWords } from '../words.ts';
import { type Answer, type AnswerSource, lineOf, part } from './answer.ts';

const NAMES: Readonly<Record<Dimension, string>> = { T: 'Themes', S: 'Stages', M: 'Moments', R: 'Rhythm' };

/** `head`: the first line without the score; `data`: what else is known. */
export function aboutScored(
  scored: ScoredPart,
  { head, pointer, data, more }: { head: string; pointer: Pointer; data: object; more: readonly string[] },
  known: AnswerSource,
): Answer {
  const about = known.gaps.findings.filter(({ subject }) => Object.values(subject).includes(scored.id));
  return {
    lines: [
      `${head}; coverage ${scoreWords(scored.score)} of 100 planned, ${seatsWords(PLAIN_NUMBERS, scored.seats)}`,
      `  because  ${lineOf(pointer, known.locate)}`,
      ...DIMENSIONS.flatMap((dimension) => dimensionLines(dimension, scored, known)),
      ...part('Score', [scoreLine(scored)]),
      ...part(
        `Gaps (${about.length})`,
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
  const own = cells.filter((cell) => cell.dimension === dimension);
  const title = `${NAMES[dimension]} (${dimension}, weight ${WEIGHTS[dimension]})`;
  if (own.length === 0) return part(title, ['nothing is asked here: its weight goes to the others']);
  const need = own.reduce((sum, cell) => sum + cell.need, 0);
  const credits = own.map((cell) => `${figure(cell.credit)} × ${number(cell.need)}`).join(' + ');
  const mean = own.length === 1 ? '' : ` = (${credits}) ÷ ${number(need)}`;
  return part(title, [
    ...own.map((cell) => cellLine(cell, known)),
    `${dimension}${mean} = ${figure(dimensions[dimension]!)}`,
  ]);
}

function cellLine(cell: Cell, { model, locate }: AnswerSource): string {
  const { dimension, id, need, reached, reach, voice, credit } = cell;
  const ratio = `${number(reached)} ÷ ${number(need)} = ${figure(reach)}`;
  if (dimension === 'R') return `person-weeks in rhythm ${ratio}: credit ${figure(credit)}`;
  const section = { T: 'themes', S: 'stages', M: 'moments' }[dimension];
  const name = (model[section as 'themes'].get(id) as { name: string } | undefined)?.name ?? id;
  const full = reach >= FULL_REACH ? `at least ${FULL_REACH}, full` : `÷ ${FULL_REACH}`;
  const halved = voice ? '' : ', halved: no customer’s voice in it';
  return `${name}: ${ratio} (${full}${halved}), credit ${figure(credit)}; ${lineOf([section, id], locate)}`;
}

/** 100 × (0.4 × 0.694 + …) ÷ (0.4 + …) = 72.8 */
function scoreLine({ dimensions, score, seats }: ScoredPart): string {
  const some = DIMENSIONS.filter((d) => dimensions[d] !== null);
  if (some.length === 0) return 'nothing can be asked of it';
  const terms = some.map((d) => `${WEIGHTS[d]} × ${figure(dimensions[d]!)}`).join(' + ');
  const weights = some.length === DIMENSIONS.length ? '' : ` ÷ (${some.map((d) => WEIGHTS[d]).join(' + ')})`;
  const mean = scoreOf(dimensions)!;
  const told =
    score! < mean - 0.05
      ? ` ${scoreWords(mean)}, told as at most ${NOT_QUITE}: ${seatsWords(PLAIN_NUMBERS, seats)}`
      : ` ${scoreWords(score)}`;
  return `100 × (${terms})${weights} =${told}`;
}

/** Three decimals, without zeros at the end. */
function figure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The first line of a department. */
export function departmentHead(name: string, people: number, roles: number, sessions: number): string {
  return `${name}: ${counted(people, 'person', 'people')} in ${counted(roles, 'role')}, ${counted(sessions, 'session')}`;
}
