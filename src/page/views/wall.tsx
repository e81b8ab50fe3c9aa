/** The wall planner: a row a department, a column a week; the theme of the month above, what is closed or busy hatched. */
import { SIGNS, Switch, useCells, usePage, Wide } from '../parts/common.tsx';
import { headsByRow, ROWS, type RowKind, STEPS, stepOf, sumByWeek } from '../sums.ts';
import { mondayAt, monthOf, say, weekNumber } from '../words.ts';

/** So many rows stand on one page. */
const MOST_ROWS = 18;

interface Row {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly heads: number;
}

export function Wall() {
  const { year, data, settings, selection } = usePage();
  const kind: RowKind = ROWS.find((one) => one === settings.by) ?? 'department';
  const paper = settings.paper === 'a4' ? 'a4' : 'a3';
  const things = { department: data.departments, site: data.sites, role: data.roles }[kind];
  const rowOf = (group: number) => data.groups[kind][group]!;
  const sums = sumByWeek(year, selection, things.length, rowOf);
  const heads = headsByRow(year, selection, things.length, rowOf);
  const rows = things
    .map(({ id, name }, number): Row => ({ number, id, name, heads: heads[number]! }))
    .filter(({ number }) => heads[number]! > 0 || some(sums.sessions, number, sums.weeks));
  const { weeks } = data.year;
  const half = Math.ceil(weeks / 2);
  const spans = paper === 'a4' ? [[0, half] as const, [half, weeks] as const] : [[0, weeks] as const];
  const pages = chunks(rows, MOST_ROWS).flatMap((some) => spans.map((span) => [some, span] as const));
  return (
    <section class={`wall paper-${paper}`}>
      <h1>Wall planner</h1>
      <p class="lead">
        Minutes of training a head in each week. {data.programme.planned} Times are in {data.programme.zone}.
      </p>
      <div class="tools">
        <Switch
          label="Rows"
          name="by"
          value={kind}
          options={[
            ['department', 'Departments'],
            ['site', 'Sites'],
            ['role', 'Roles'],
          ]}
        />
        <Switch
          label="Paper"
          name="paper"
          value={paper}
          options={[
            ['a3', 'A3, one page'],
            ['a4', 'A4, two pages'],
          ]}
        />
        <button type="button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      <Legend />
      {pages.map(([some, [from, to]], n) => (
        <Planner key={`${n} ${from}`} kind={kind} rows={some} from={from} to={to} minutes={sums.minutes} />
      ))}
    </section>
  );
}

function some(counts: Int32Array, row: number, weeks: number): boolean {
  return counts.subarray(row * weeks, (row + 1) * weeks).some((count) => count > 0);
}

function chunks<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.max(1, Math.ceil(all.length / most));
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function Legend() {
  return (
    <p class="legend">
      {STEPS.map((from, i) => (
        <span key={from}>
          <i class={`swatch h${i + 1}`}>{SIGNS[i + 1]}</i> {from}
          {STEPS[i + 1] === undefined ? ' and more' : `–${STEPS[i + 1]! - 1}`}
        </span>
      ))}
      <span>minutes a head</span>
      <span>
        <i class="swatch busy" /> busy: nobody can be spared
      </span>
      <span>✕ holiday</span>
      <span>★ observance</span>
    </p>
  );
}

function Planner({
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

function Cell({ sum, heads, busy, href }: { sum: number; heads: number; busy: string; href: string }) {
  const each = heads > 0 ? sum / heads : sum;
  const shown = each > 0 ? Math.max(1, Math.round(each)) : 0;
  const step = stepOf(each);
  const title = busy === '' ? undefined : busy;
  return (
    <td class={`h${step}${busy === '' ? '' : ' busy'}`} title={title}>
      <a href={href} tabIndex={-1}>
        {shown > 0 ? (
          <>
            <b class={shown > 99 ? 'long' : undefined}>{shown}</b>
            <i aria-hidden="true">{SIGNS[step]}</i>
          </>
        ) : (
          <span class="vh">none</span>
        )}
        {busy !== '' && <span class="vh">, {busy}</span>}
      </a>
    </td>
  );
}

/** Three days of a week or more make it a busy one. */
const BUSY_DAYS = 3;

function busyWords(busy: readonly { from: number; to: number; reason: string }[], monday: number): string {
  let days = 0;
  let why = '';
  for (const { from, to, reason } of busy) {
    const some = Math.min(to, monday + 6) - Math.max(from, monday) + 1;
    if (some <= 0) continue;
    days += some;
    why = reason;
  }
  return days < BUSY_DAYS ? '' : `busy${why === '' ? '' : `: ${why}`}`;
}

/** The months, each with its theme. */
function Months({ columns }: { columns: readonly number[] }) {
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
function Days({ columns }: { columns: readonly number[] }) {
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
