/** Training time against what there is: shifts against what their floor can spare, trainers and rooms against what they offer. */
import { useState } from 'preact/hooks';
import { toDay } from '../../calendar/date.ts';
import type { Year } from '../data.ts';
import { Nothing, Switch, usePage, Wide } from '../parts/common.tsx';
import { sumByWeek, sumOfWhole } from '../sums.ts';
import { counted, decimal, hoursWords, mondayAt, percentWords, say, weekNumber } from '../words.ts';

const KINDS = [
  ['departments', 'Departments'],
  ['shifts', 'Shifts'],
  ['sites', 'Sites'],
  ['facilitators', 'Trainers'],
  ['rooms', 'Rooms'],
] as const;

/** Something that has time, by week. */
interface Track {
  readonly name: string;
  readonly note: string;
  readonly used: Float64Array;
  readonly limit: readonly number[] | null;
}

/** So many charts at once. */
const MOST = 12;

export function Load() {
  const { year, data, settings, selection } = usePage();
  const [most, setMost] = useState(MOST);
  const kind = KINDS.find(([id]) => id === settings.what)?.[0] ?? 'departments';
  const isPeople = kind !== 'facilitators' && kind !== 'rooms';
  const tracks = (isPeople ? floorTracks(year, selection, kind) : ownTracks(year, selection, kind))
    .filter(({ used }) => used.some((minutes) => minutes > 0))
    .sort((a, b) => fullest(b) - fullest(a));
  const unit = isPeople ? 'of people’s time the floor can spare' : 'offered';
  return (
    <section class="load">
      <h1>Load</h1>
      <p class="lead">
        {isPeople
          ? 'Minutes of people’s time in training, week by week, against what the floor can spare: as many people as may be away at once, for as long as they work.'
          : 'Hours in use, week by week, against what is offered.'}{' '}
        The fullest come first. {data.programme.planned}
      </p>
      <div class="tools">
        <Switch label="Whose load" name="what" value={kind} options={KINDS} />
      </div>
      {tracks.length === 0 && <Nothing>Nothing is in use.</Nothing>}
      <div class="charts">
        {tracks.slice(0, most).map((track) => (
          <Chart key={track.name} {...track} unit={unit} />
        ))}
      </div>
      {tracks.length > most && (
        <button type="button" onClick={() => setMost(most + MOST)}>
          Show {Math.min(MOST, tracks.length - most)} more of {tracks.length}
        </button>
      )}
    </section>
  );
}

/** The week that is fullest; where no limit is known, the most minutes come last. */
function fullest({ used, limit }: Track): number {
  let most = 0;
  used.forEach((minutes, week) => {
    const offered = limit?.[week] ?? 0;
    if (minutes > 0) most = Math.max(most, offered > 0 ? minutes / offered : limit === null ? 0 : 9);
  });
  return most;
}

function floorTracks(year: Year, selection: ReturnType<typeof usePage>['selection'], kind: string): Track[] {
  const { data } = year;
  const keyOf = (department: number, site: number, shift: number) =>
    kind === 'departments'
      ? `${department}`
      : kind === 'sites'
        ? `${site}`
        : `${department} ${site} ${shift}`;
  const rows = new Map<string, { name: string; note: string; limit: number[] }>();
  const { asked } = selection;
  for (const { department, site, shift, limit, heads, spare } of data.loads) {
    if (asked.department !== undefined && asked.department !== department) continue;
    if (asked.site !== undefined && asked.site !== site) continue;
    if (asked.shift !== undefined && asked.shift !== shift) continue;
    const key = keyOf(department, site, shift);
    const known = rows.get(key);
    if (known) known.limit = known.limit.map((minutes, week) => minutes + spare[week]!);
    else
      rows.set(key, {
        name:
          {
            departments: data.departments[department]?.name ?? '',
            sites: data.sites[site]?.name ?? '',
          }[kind] ??
          `${data.departments[department]?.name}, ${data.sites[site]?.name}, ${data.shifts[shift]}`,
        note: kind === 'shifts' ? `${heads} people, at most ${limit} away at once` : '',
        limit: [...spare],
      });
  }
  const places = new Map([...rows.keys()].map((key, i) => [key, i]));
  const { groups } = data;
  const { minutes, weeks } = sumByWeek(
    year,
    selection,
    places.size,
    (g) => places.get(keyOf(groups.department[g]!, groups.site[g]!, groups.shift[g]!)) ?? -1,
  );
  return [...rows.values()].map((row, i) => ({ ...row, used: minutes.subarray(i * weeks, (i + 1) * weeks) }));
}

function ownTracks(year: Year, selection: ReturnType<typeof usePage>['selection'], kind: string): Track[] {
  const things = kind === 'rooms' ? year.data.rooms : year.data.facilitators;
  const column = kind === 'rooms' ? year.room : year.facilitator;
  const { weeks } = year.data.year;
  const minutes = sumOfWhole(year, selection, things.length, (session) => column[session]!);
  return things.map(({ name, offered }, i) => ({
    name,
    note: offered === null ? 'no limit is known' : '',
    used: minutes.subarray(i * weeks, (i + 1) * weeks),
    limit: offered,
  }));
}

const HEIGHT = 60;

/** So many times the fullest week a limit is still drawn. */
const NEAR = 1.6;

/** `; at most 14% in a week`; nothing where no limit is known. */
function peakWords(used: Float64Array, limit: readonly number[] | null): string {
  if (limit === null) return '';
  const shares = limit.flatMap((minutes, week) => (minutes > 0 ? [used[week]! / minutes] : []));
  return shares.length === 0 ? '' : `; at most ${percentWords(Math.max(...shares))} in a week`;
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
  const over = [...used].filter((minutes, week) => limit !== null && minutes > (limit[week] ?? 0)).length;
  const peak = peakWords(used, limit);
  const words = `${hoursWords(year, sum)} in the year${offered === undefined ? '' : `, ${percentWords(offered > 0 ? sum / offered : 0)} of the ${hoursWords(year, offered)} ${unit}`}${over > 0 ? `; more than that in ${counted(year, over, 'week')}` : peak}`;
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
    <svg class="months" viewBox={`0 0 ${weeks * 10} 12`} aria-hidden="true">
      {months.map(({ key, name }, i) => (
        <text key={key} x={Math.max(0, starts[i]!) * 10 + 2} y={9}>
          {name.slice(0, 3)}
        </text>
      ))}
    </svg>
  );
}

function ChartTable({
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
