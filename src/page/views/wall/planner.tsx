/** One page of the wall planner: some rows by some weeks. */
import { useCells, usePage, Wide } from '../../parts/common.tsx';
import type { RowKind } from '../../sums.ts';
import { mondayAt, say, weekNumber } from '../../words.ts';
import { busyWords, Cell } from './cell.tsx';
import { Days, Months } from './heads.tsx';

/** A department, site or role; `number`: its place in the page's lists. */
export interface Row {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly heads: number;
}

export function Planner({
  kind,
  rows,
  from,
  to,
  minutes,
}: {
  kind: RowKind;
  rows: readonly Row[];
  from: number;
  to: number;
  minutes: Float64Array;
}) {
  const { year, data, only, settings } = usePage();
  const cellsOf = useCells();
  const { weeks } = data.year;
  const columns = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <div class="sheet">
      <Wide
        label={`${kind}, from ${say(year).day(mondayAt(year, from))}, ${rows[0]?.name ?? ''}: scrolls sideways`}
      >
        <table class="planner" {...cellsOf}>
          <caption>
            {data.programme.name}: {say(year).day(mondayAt(year, from))} –{' '}
            {say(year).day(mondayAt(year, to - 1) + 6)}
          </caption>
          <thead>
            <Months columns={columns} />
            <tr>
              <th scope="col">Week</th>
              {columns.map((week) => (
                <th key={week} scope="col" class="week">
                  {weekNumber(mondayAt(year, week))}
                </th>
              ))}
            </tr>
            <Days columns={columns} />
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  <a href={only(kind === 'department' ? 'start' : 'calendar', { [kind]: row.id })}>
                    {row.name}
                  </a>{' '}
                  <small>{row.heads}</small>
                </th>
                {columns.map((week) => (
                  <Cell
                    key={week}
                    sum={minutes[row.number * weeks + week]!}
                    heads={row.heads}
                    busy={
                      kind === 'department'
                        ? busyWords(data.year.busy[row.number] ?? [], mondayAt(year, week))
                        : ''
                    }
                    href={only('calendar', {
                      ...Object.fromEntries(
                        Object.entries(settings).filter(([key]) => key !== 'by' && key !== 'paper'),
                      ),
                      [kind]: row.id,
                      mode: 'week',
                      week: String(week),
                    })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="foot">
        As of {data.programme.asOf}, plan {data.programme.issue}, {data.programme.tool}
      </p>
    </div>
  );
}
