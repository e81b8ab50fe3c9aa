/** What stands above the weeks: months with their themes, holidays, observances. */
import { usePage } from '../../parts/common.tsx';
import { mondayAt, monthOf, say } from '../../words.ts';

/** The months, each with its theme. */
export function Months({ columns }: { columns: readonly number[] }) {
  const { year, data } = usePage();
  const { months } = data.year;
  const spans: { readonly key: string; weeks: number }[] = [];
  for (const week of columns) {
    // A week belongs to the month of its Thursday.
    const key = monthOf(mondayAt(year, week) + 3);
    const last = spans.at(-1);
    if (last?.key === key) last.weeks++;
    else spans.push({ key, weeks: 1 });
  }
  return (
    <tr class="months">
      <th scope="col">Month and theme</th>
      {spans.map(({ key, weeks }, i) => {
        const month = months.find((one) => one.key === key);
        return (
          <th key={key} scope="colgroup" colSpan={weeks} class={i % 2 === 0 ? 'even' : 'odd'} dir="auto">
            <span>{month?.name ?? key}</span> <em>{data.themes[month?.theme ?? -1]?.name}</em>
          </th>
        );
      })}
    </tr>
  );
}

/** Holidays and observances of each week. */
export function Days({ columns }: { columns: readonly number[] }) {
  const { year, data } = usePage();
  const { holidays, observances } = data.year;
  return (
    <tr class="days">
      <th scope="col">Holidays, observances</th>
      {columns.map((week) => {
        const monday = mondayAt(year, week);
        const off = holidays.filter(({ day }) => day >= monday && day < monday + 7);
        const kept = observances.filter(({ from, to }) => from < monday + 7 && to >= monday);
        const words = [
          ...off.map(
            ({ name, day, sites }) =>
              `${say(year).day(day)}: ${name}${sites ? ` (${sites.length} sites)` : ''}`,
          ),
          ...kept.map(({ name }) => name),
        ].join('; ');
        return (
          <td key={week} title={words === '' ? undefined : words}>
            <span aria-hidden="true">
              {off.length > 0 ? '✕' : ''}
              {kept.length > 0 ? '★' : ''}
            </span>
            <span class="vh">{words}</span>
          </td>
        );
      })}
    </tr>
  );
}
