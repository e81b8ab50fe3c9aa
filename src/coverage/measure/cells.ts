/** Cells of a department, role or site: its posts' tallies added up, with reach and credit (gaps.md). */
import type { Cell, Dimension } from '../../model/made/gaps.ts';
import type { Id } from '../../model/model.ts';
import type { CellTally, Tally } from './tally.ts';

/** A reach of nine in ten is full: somebody is always ill, on leave or new. */
export const FULL_REACH = 0.9;

export const DIMENSIONS: readonly Dimension[] = ['T', 'S', 'M', 'R'];

/** The cells of a set of posts: themes, stages, moments (each in order of first appearance), rhythm last. */
export function cellsOf(tallies: readonly Tally[]): Cell[] {
  const rhythm = { need: 0, reached: 0 };
  for (const tally of tallies) {
    rhythm.need += tally.rhythm.need;
    rhythm.reached += tally.rhythm.reached;
  }
  return [
    ...summed(tallies, ({ themes }) => themes).map(([id, cell]) => cellOf('T', id, cell)),
    ...summed(tallies, ({ stages }) => stages).map(([id, cell]) => cellOf('S', id, cell)),
    ...summed(tallies, ({ moments }) => moments).map(([id, cell]) => cellOf('M', id, cell)),
    ...(rhythm.need > 0 ? [rhythmCell(rhythm.need, rhythm.reached)] : []),
  ];
}

/** reach = reached ÷ need; credit = min(1, reach ÷ 0.9), halved without a customer's voice. */
export function cellOf(dimension: Dimension, id: Id, { need, reached: met, voice }: CellTally): Cell {
  // A committed plan may still seat people who have left since.
  const reached = Math.min(met, need);
  const reach = reached / need;
  const credit = Math.min(1, reach / FULL_REACH) * (voice ? 1 : 0.5);
  return { dimension, id, need, reached, reach, voice, credit };
}

/** Person-weeks in rhythm ÷ person-weeks. */
export function rhythmCell(need: number, reached: number): Cell {
  return {
    dimension: 'R',
    id: 'rhythm',
    need,
    reached,
    reach: reached / need,
    voice: true,
    credit: reached / need,
  };
}

/** Several places' cells of one thing shown as one: needs added, credits weighted by need. */
export function mergeCells(cells: readonly Cell[]): Cell[] {
  const merged = new Map<string, Cell>();
  for (const cell of cells) {
    const key = `${cell.dimension} ${cell.id}`;
    const before = merged.get(key);
    merged.set(key, before ? mergeTwo(before, cell) : cell);
  }
  return [...merged.values()].sort(
    (a, b) => DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension),
  );
}

function mergeTwo(a: Cell, b: Cell): Cell {
  const need = a.need + b.need;
  const reached = a.reached + b.reached;
  const credit = (a.credit * a.need + b.credit * b.need) / need;
  return { ...a, need, reached, reach: reached / need, voice: a.voice && b.voice, credit };
}

function summed(
  tallies: readonly Tally[],
  pick: (tally: Tally) => ReadonlyMap<Id, CellTally>,
): [Id, CellTally][] {
  const sums = new Map<Id, CellTally>();
  for (const tally of tallies) {
    for (const [id, { need, reached, voice }] of pick(tally)) {
      const sum = sums.get(id);
      if (!sum) sums.set(id, { need, reached, voice });
      else {
        sum.need += need;
        sum.reached += reached;
        sum.voice ||= voice;
      }
    }
  }
  return [...sums];
}
