/** A year of weeks as bars, under the line of what there is. */
import { useState } from 'preact/hooks';
import { toDay } from '../../../calendar/date.ts';
import type { Year } from '../../data.ts';
import { usePage } from '../../parts/common.tsx';
import { counted, hoursWords, listWords, mondayAt, percentWords, weekNumber } from '../../words.ts';
import { ChartTable } from './chart-table.tsx';

const HEIGHT = 60;

/** So many times the fullest week a limit is still drawn. */
const NEAR = 1.6;

/** `; at most 14% in a week`; nothing where no limit is known. */
function peakWords(used: Float64Array, limit: readonly number[] | null): string {
  if (limit === null) return '';
  const shares = limit.flatMap((minutes, week) => (minutes > 0 ? [used[week]! / minutes] : []));
  return shares.length === 0 ? '' : `; at most ${percentWords(Math.max(...shares))} in a week`;
}

/** So many weeks are named. */
const NAMED = 3;

/** `week 1 and 7`, or `12 weeks` */
function weeksWords(year: Year, weeks: readonly number[]): string {
  if (weeks.length > NAMED) return counted(year, weeks.length, 'week');
  return `week ${listWords(weeks.map((week) => String(weekNumber(mondayAt(year, week)))))}`;
}

/** Bars of use under a line of what there is; the same as a table behind it. */
export function Chart({
  name,
  note = '',
  used,
  limit,
  unit,
}: {
  name: string;
  note?: string;
  used: Float64Array;
  limit: readonly number[] | null;
  unit: string;
}) {
  const { year } = usePage();
  const [isOpen, setOpen] = useState(false);
  const most = Math.max(1, ...used);
  const lowest = Math.min(...(limit ?? []).filter((minutes) => minutes > 0));
  // A limit far above what is used would press the bars flat: then it is said, and not drawn.
  const isNear = lowest <= most * NEAR;
  const top = isNear ? Math.max(most, Math.min(most * NEAR, Math.max(...(limit ?? [])))) : most;
  const height = (minutes: number) => Math.min(HEIGHT - 1, (minutes / top) * (HEIGHT - 1));
  const sum = used.reduce((all, minutes) => all + minutes, 0);
  const offered = limit?.reduce((all, minutes) => all + minutes, 0);
  const over = [...used.keys()].filter((week) => limit !== null && used[week]! > (limit[week] ?? 0));
  const peak = peakWords(used, limit);
  const words = `${hoursWords(year, sum)} in the year${offered === undefined ? '' : `, ${percentWords(offered > 0 ? sum / offered : 0)} of the ${hoursWords(year, offered)} ${unit}`}${over.length > 0 ? `; over the limit in ${weeksWords(year, over)}` : peak}`;
  return (
    <figure class="chart">
      <figcaption dir="auto">
        <b>{name}</b> {words}
        {note === '' ? '' : ` · ${note}`}
      </figcaption>
      <svg
        viewBox={`0 0 ${used.length * 10} ${HEIGHT + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name}: ${words}`}
      >
        {Array.from(used, (minutes, week) =>
          minutes > 0 ? (
            <rect
              key={week}
              class={limit !== null && minutes > (limit[week] ?? 0) ? 'used over' : 'used'}
              x={week * 10 + 1}
              y={HEIGHT - height(minutes)}
              width={8}
              height={height(minutes)}
            />
          ) : null,
        )}
        {limit !== null && isNear && (
          <polyline
            class="limit"
            points={limit
              .map(
                (minutes, week) =>
                  `${week * 10},${HEIGHT - height(minutes)} ${week * 10 + 10},${HEIGHT - height(minutes)}`,
              )
              .join(' ')}
          />
        )}
      </svg>
      <Months />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>As a table</summary>
        {isOpen && <ChartTable name={name} used={used} limit={limit} />}
      </details>
    </figure>
  );
}

/** The months below the bars of their weeks. */
function Months() {
  const { year } = usePage();
  const { months, weeks } = year.data.year;
  const starts = months.map(({ key }) => (toDay(`${key}-01`)! - year.data.year.monday) / 7);
  return (
    <svg class="months" aria-hidden="true">
      {months.map(({ key, name }, i) => (
        <text key={key} x={`${(100 * Math.max(0, starts[i]!)) / weeks}%`} y="1em">
          {name.slice(0, 3)}
        </text>
      ))}
    </svg>
  );
}
