/** The wall planner: a row a department, a column a week; the theme of the month above, what is closed or busy hatched. */
import { SIGNS, Switch, usePage } from '../../parts/common.tsx';
import { headsByRow, ROWS, type RowKind, STEPS, sumByWeek } from '../../sums.ts';
import { Planner, type Row } from './planner.tsx';

/** So many rows stand on one page. */
const MOST_ROWS = 18;

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
