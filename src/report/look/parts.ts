/** Departments, roles and sites by their scores: what is planned, and what has come of it where somebody tells. */
import { isoDate } from '../../calendar/date.ts';
import type { Say } from '../../calendar/say.ts';
import { seatsWords } from '../../diagnostics/seats.ts';
import type { Cell, ScoredPart } from '../../model/made/gaps.ts';
import type { Department, Id } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { cellName } from '../coverage.ts';
import type { PageDepartment, PagePart, PageScore } from './types/scores.ts';

/** Fewer than that would be somebody in particular. */
const FEW = 5;

export function scoreOf(say: Say, { score, seats, dimensions, people, delivered }: ScoredPart): PageScore {
  return {
    score: rounded(score),
    seats: {
      asked: seats.asked,
      placed: seats.placed,
      without: seats.peopleWithout,
      words: seatsWords(say, seats),
      ...(seats.delivered && { delivered: seats.delivered }),
    },
    dimensions: [dimensions.T, dimensions.S, dimensions.M, dimensions.R],
    ...(delivered && people >= FEW && { delivered: rounded(delivered.score) }),
  };
}

function rounded(score: number | null): number | null {
  return score === null ? null : Math.round(score * 10) / 10;
}

/** A part of the firm by its score; one that has none is asked for nothing. */
export function partsOf(context: Context) {
  return (all: readonly ScoredPart[], id: Id, name: string): PagePart => {
    const scored = all.find((one) => one.id === id);
    const none = {
      asked: 0,
      placed: 0,
      without: 0,
      words: seatsWords(context.say, { asked: 0, placed: 0, peopleWithout: 0 }),
    };
    if (!scored)
      return {
        id,
        name,
        people: 0,
        minutesPerPerson: 0,
        cells: [],
        score: null,
        seats: none,
        dimensions: [],
      };
    return {
      id,
      name,
      people: scored.people,
      minutesPerPerson: Math.round(scored.minutesPerPerson * 10) / 10,
      cells: scored.cells.map((cell) => cellOf(context, cell)),
      ...scoreOf(context.say, scored),
    };
  };
}

function cellOf(context: Context, cell: Cell): PagePart['cells'][number] {
  const { dimension, need, reached, voice, credit } = cell;
  return {
    dimension,
    name: cellName(context, cell),
    need,
    reached,
    voice,
    credit: Math.round(credit * 1000) / 1000,
  };
}

export function departmentOf(
  { model, gaps }: Context,
  part: ReturnType<typeof partsOf>,
  { id, name, signedOff, head }: Department,
): PageDepartment {
  const { departments, department } = model.policy.minCoverage;
  return {
    ...part(gaps.departments, id, name),
    threshold: departments.get(id) ?? department,
    signedOff: signedOff === undefined ? null : isoDate(signedOff),
    head: head ?? null,
  };
}
