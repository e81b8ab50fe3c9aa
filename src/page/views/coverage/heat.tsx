/** The heat map: parts of the firm down, what they ought to meet across. */
import type { PagePart } from '../../../report/look/types/scores.ts';
import { SIGNS, useCells, usePage, Wide } from '../../parts/common.tsx';
import { percentWords } from '../../words.ts';
import { scoreWords } from '../start/score.tsx';
import { keyOf, stepOf } from './cells.ts';

/** By whom. */
export const KINDS = [
  ['department', 'Departments'],
  ['role', 'Roles'],
  ['site', 'Sites'],
] as const;

export function Heat({
  parts,
  dimension,
  columns,
  kind,
}: {
  parts: readonly PagePart[];
  dimension: string;
  columns: readonly string[];
  kind: string;
}) {
  const { year, here, only, settings } = usePage();
  const cellsOf = useCells();
  return (
    <Wide label="Coverage, scrolls sideways">
      <table class="heat" {...cellsOf}>
        <thead>
          <tr>
            <th scope="col">{KINDS.find(([id]) => id === kind)?.[1]}</th>
            <th scope="col">Score</th>
            {columns.map((name) => (
              <th key={name} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const cells = new Map(
              part.cells.filter((cell) => cell.dimension === dimension).map((cell) => [cell.name, cell]),
            );
            return (
              <tr key={part.id}>
                <th scope="row" dir="auto">
                  <a href={only(kind === 'department' ? 'start' : 'calendar', { [kind]: part.id })}>
                    {part.name}
                  </a>{' '}
                  <small>{part.people}</small>
                </th>
                <td class="number">
                  {scoreWords(year, part.score)}
                  {part.delivered !== undefined && (
                    <small> {scoreWords(year, part.delivered)} delivered</small>
                  )}
                </td>
                {columns.map((name) => {
                  const cell = cells.get(name);
                  if (!cell)
                    return (
                      <td key={name} class="none">
                        –
                      </td>
                    );
                  const key = keyOf(part, cell);
                  return (
                    <td key={name} class={`c${stepOf(cell.credit)}`}>
                      <a href={here({ cell: settings.cell === key ? '' : key })} tabIndex={-1}>
                        <b>{percentWords(cell.need > 0 ? cell.reached / cell.need : 0)}</b>{' '}
                        <i aria-hidden="true">{SIGNS[stepOf(cell.credit)]}</i>
                        {cell.voice ? '' : <small>no voice</small>}
                      </a>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}
