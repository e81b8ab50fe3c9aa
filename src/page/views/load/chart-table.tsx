/** What stands behind a chart, as a table. */
import { usePage, Wide } from '../../parts/common.tsx';
import { decimal, mondayAt, say, weekNumber } from '../../words.ts';

export function ChartTable({
  name,
  used,
  limit,
}: {
  name: string;
  used: Float64Array;
  limit: readonly number[] | null;
}) {
  const { year } = usePage();
  return (
    <Wide label={`${name} as a table`}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">from</th>
            <th scope="col">in use, minutes</th>
            {limit !== null && <th scope="col">there is, minutes</th>}
          </tr>
        </thead>
        <tbody>
          {Array.from(used, (minutes, week) => (
            <tr key={week}>
              <th scope="row">{weekNumber(mondayAt(year, week))}</th>
              <td>{say(year).day(mondayAt(year, week))}</td>
              <td class="number">{decimal(year, minutes)}</td>
              {limit !== null && <td class="number">{decimal(year, limit[week] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
