/** Scores and cells in words: what the number means, and which cell pulls it down. */
import type { Say } from '../calendar/say.ts';
import { seatsWords } from '../diagnostics/seats.ts';
import type { Cell, Dimension, ScoredPart } from '../model/made/gaps.ts';
import type { Context } from './context.ts';
import { decimal } from './words.ts';

const NAMES: Readonly<Record<Dimension, string>> = {
  T: 'themes',
  S: 'stages',
  M: 'moments',
  R: 'rhythm',
};

/** `themes` for T, and so on. */
export function dimensionName(dimension: Dimension): string {
  return NAMES[dimension];
}

/** `72.8`; a dash where nothing can be asked. */
export function scoreWords(say: Say, score: number | null): string {
  return score === null ? '–' : decimal(say, score);
}

/** `69%`, rounded down: only what is whole is 100%. */
export function percentWords(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}

/** `coverage 72.8 planned, all 210 seats placed (lowest cell: Journey tomorrow, nobody)` */
export function coverageWords(context: Context, scored: ScoredPart): string {
  if (scored.score === null) return 'nothing is asked of it yet';
  const lowest = lowestCell(scored);
  const cell = lowest ? `lowest cell: ${cellWords(context, lowest)}` : 'every cell is met';
  return `coverage ${decimal(context.say, scored.score)} planned, ${seatsWords(context.say, scored.seats)} (${cell})`;
}

/** The cell with the least credit, of several the first; undefined when all are full. */
function lowestCell({ cells }: ScoredPart): Cell | undefined {
  const lowest = cells.reduce<Cell | undefined>(
    (least, cell) => (least === undefined || cell.credit < least.credit ? cell : least),
    undefined,
  );
  return lowest && lowest.credit < 1 ? lowest : undefined;
}

/** `Journey tomorrow, nobody`, `Empathy, 13 of 26 people`, `Return, without a customer’s voice`. */
export function cellWords(context: Context, cell: Cell): string {
  const name = cellName(context, cell);
  if (cell.reached === 0) return `${name}, nobody`;
  if (cell.dimension === 'R') return `${name}, ${percentWords(cell.reach)} of the weeks`;
  const who = cell.dimension === 'M' ? 'joiners' : 'people';
  const reached = `${name}, ${decimal(context.say, cell.reached)} of ${decimal(context.say, cell.need)} ${who}`;
  return cell.voice ? reached : `${cell.reach < 0.9 ? reached : name}, without a customer’s voice`;
}

/** What a cell is about. */
export function cellName({ model }: Context, { dimension, id }: Cell): string {
  if (dimension === 'T') return model.themes.get(id)?.name ?? id;
  if (dimension === 'S') return model.stages.get(id)?.name ?? id;
  if (dimension === 'M') return model.moments.get(id)?.name ?? id;
  return 'rhythm';
}
