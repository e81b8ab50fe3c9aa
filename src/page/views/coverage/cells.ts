/** Cells of a heat map: how dark, and what they go by in the address. */
import type { PageCell, PagePart } from '../../../report/look/types/scores.ts';

/** Credit from which on a cell is one step darker. */
export const CREDITS = [
  [0, 'under 25%'],
  [0.25, '25–49%'],
  [0.5, '50–74%'],
  [0.75, '75–99%'],
  [1, 'full'],
] as const;

/** 1–5 */
export function stepOf(credit: number): number {
  return CREDITS.findLastIndex(([from]) => credit >= from) + 1;
}

export function keyOf(part: PagePart, cell: PageCell): string {
  return `${part.id}/${cell.dimension}/${cell.name}`;
}
