/** A calendar of whoever the filters mean: by month, week, or as a list of dated rows. */
import { type Day, isoDate, mondayOf, monthStart, toDay, weekday } from '../../calendar/date.ts';
import { isCancelled } from '../data.ts';
import { Nothing, Switch, usePage } from '../parts/common.tsx';
import { SessionLink } from '../parts/session.tsx';
import { SessionTable } from '../parts/table.tsx';
import type { Settings } from '../route.ts';
import { counted, mondayAt, say, timesWords, today, weekNumber, whoWords } from '../words.ts';

const MODES = [
  ['month', 'Month'],
  ['week', 'Week'],
  ['list', 'List'],
] as const;

export function Calendar() {
  const { year, data, settings, selection, here } = usePage();
  const mode = MODES.find(([id]) => id === settings.mode)?.[0] ?? 'month';
  const span = spanOf(mode);
  const { sessions } = selection;
  const inside = sessions.filter((i) => year.day[i]! >= span.from && year.day[i]! <= span.to);
  const title = mode === 'week' ? weekTitle(span.from) : say(year).monthYear(isoDate(span.month).slice(0, 7));
  return (
    <section class="calendar">
      <h1>
        {title}
        {span.day === undefined ? '' : `: ${say(year).day(span.day)}`}
      </h1>
      <p class="lead">
        {counted(year, inside.length, 'session')}. {zones()} {data.programme.planned}
      </p>
      <div class="tools">
        <Switch label="How to show it" name="mode" value={mode} options={MODES} />
        <nav class="switch" aria-label="When">
          <a href={here(span.before)} aria-disabled={span.isFirst || undefined}>
            ← Earlier
          </a>
          <a href={here({ month: '', week: '', day: '' })}>Today</a>
          <a href={here(span.after)} aria-disabled={span.isLast || undefined}>
            Later →
          </a>
        </nav>
        <button type="button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      {mode === 'month' && <Month first={span.month} sessions={inside} />}
      {mode === 'week' && <Week monday={span.from} sessions={inside} />}
      {mode === 'list' && <SessionTable sessions={inside} label={title} />}
    </section>
  );

  function weekTitle(monday: Day): string {
    return `Week ${weekNumber(monday)}: ${say(year).day(monday)} – ${say(year).day(monday + 6)}`;
  }

  function zones(): string {
    const { zone } = data.programme;
    return data.zones.length > 1 ? `Times are in ${zone}; another zone is said.` : `Times are in ${zone}.`;
  }

  function spanOf(of: string) {
    const { programme } = data;
    const { weeks, monday } = data.year;
    const day = settings.day === undefined ? undefined : toDay(settings.day);
    const month = settings.month === undefined ? undefined : toDay(`${settings.month}-01`);
    const number = settings.week === undefined ? Number.NaN : Number(settings.week);
    // A week belongs to the month of its Thursday.
    const week = Number.isInteger(number) ? monday + 7 * number + 3 : undefined;
    // Shown another way it is still the same time.
    const meant = day ?? (of === 'week' ? (week ?? month) : (month ?? week)) ?? today(year);
    const at = Math.max(programme.starts, Math.min(programme.ends, meant));
    if (of === 'week') {
      const shown = Math.max(0, Math.min(weeks - 1, (mondayOf(at) - monday) / 7));
      const from = mondayAt(year, shown);
      const key = (week: number) => ({ week: String(week), month: '', day: '' }) as Settings;
      return {
        from,
        to: from + 6,
        month: monthStart(from + 3),
        day: undefined,
        isFirst: shown === 0,
        isLast: shown === weeks - 1,
        before: key(Math.max(0, shown - 1)),
        after: key(Math.min(weeks - 1, shown + 1)),
      };
    }
    const only = of === 'list' ? day : undefined;
    const start = monthStart(at);
    const isFirst = start <= monthStart(programme.starts);
    const isLast = start >= monthStart(programme.ends);
    const key = (from: Day) => ({ month: isoDate(from).slice(0, 7), week: '', day: '' }) as Settings;
    return {
      from: only ?? start,
      to: only ?? monthStart(start, 1) - 1,
      month: start,
      day: only,
      isFirst,
      isLast,
      before: key(isFirst ? start : monthStart(start, -1)),
      after: key(isLast ? start : monthStart(start, 1)),
    };
  }
}

/** Sessions of one module on one day are told together in a month, those that begin together in a week. */
interface Entry {
  readonly session: number;
  /** The last of them. */
  readonly until: number;
  readonly times: number;
}

function entriesOf(sessions: readonly number[], keyOf: (session: number) => string): Entry[] {
  const entries = new Map<string, { session: number; until: number; times: number }>();
  for (const session of sessions) {
    const key = keyOf(session);
    const known = entries.get(key);
    if (known) {
      known.times++;
      known.until = session;
    } else entries.set(key, { session, until: session, times: 1 });
  }
  return [...entries.values()];
}

function useDays(sessions: ArrayLike<number>, together: 'day' | 'time'): (day: Day) => Entry[] {
  const { year } = usePage();
  const days = new Map<Day, number[]>();
  for (let n = 0; n < sessions.length; n++) {
    const day = year.day[sessions[n]!]!;
    const list = days.get(day);
    if (list) list.push(sessions[n]!);
    else days.set(day, [sessions[n]!]);
  }
  return (day) =>
    entriesOf(
      days.get(day) ?? [],
      (i) => `${year.title[i]} ${together === 'time' ? year.start[i] : ''} ${isCancelled(year, i)}`,
    );
}

/** So many entries stand in a day of a month; the rest is one step away. */
const MOST = 5;

function Month({ first, sessions }: { first: Day; sessions: ArrayLike<number> }) {
  const { year } = usePage();
  const entries = useDays(sessions, 'day');
  const monday = mondayOf(first);
  const last = monthStart(first, 1) - 1;
  const weeks = Array.from({ length: Math.ceil((last - monday + 1) / 7) }, (_, i) => monday + 7 * i);
  const names = Array.from({ length: 7 }, (_, i) => say(year).weekdayShort(monday + i));
  return (
    <table class="month">
      <caption class="vh">{say(year).monthYear(isoDate(first).slice(0, 7))}</caption>
      <thead>
        <tr>
          <th scope="col">
            <abbr title="week">W</abbr>
          </th>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((start) => (
          <tr key={start}>
            <th scope="row">{weekNumber(start)}</th>
            {names.map((name, i) => (
              <DayCell
                key={name}
                day={start + i}
                outside={start + i < first || start + i > last}
                entries={entries}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, outside, entries }: { day: Day; outside: boolean; entries: (day: Day) => Entry[] }) {
  const { here } = usePage();
  if (outside) return <td class="outside" />;
  const all = entries(day);
  const isWeekend = weekday(day) > 5;
  return (
    <td class={isWeekend ? 'weekend' : undefined}>
      <DayHead day={day} />
      <ul>
        {all.slice(0, MOST).map((entry) => (
          <Item key={entry.session} entry={entry} day={day} />
        ))}
      </ul>
      {all.length > MOST && (
        <a class="rest" href={here({ mode: 'list', day: isoDate(day) })}>
          {all.length - MOST} more
        </a>
      )}
    </td>
  );
}

function DayHead({ day }: { day: Day }) {
  const { year, data, selection } = usePage();
  const { site } = selection.asked;
  const off = data.year.holidays.filter(
    (one) => one.day === day && (site === undefined || !one.sites || one.sites.includes(site)),
  );
  const kept = data.year.observances.filter(({ from, to }) => day >= from && day <= to);
  return (
    <p class="day">
      <span class="number">{Number(isoDate(day).slice(8))}</span> <span class="vh">{say(year).day(day)}</span>
      {off.map(({ name, sites }) => (
        <span key={name} class="off" dir="auto">
          ✕ {name}
          {sites ? ` (${counted(year, sites.length, 'site')})` : ''}
        </span>
      ))}
      {kept.map(({ name }) => (
        <span key={name} class="kept">
          ★ {name}
        </span>
      ))}
    </p>
  );
}

function Item({ entry: { session, until, times }, day }: { entry: Entry; day: Day }) {
  const { year, data, here } = usePage();
  const [from, last] = [session, until].map((one) => timesWords(year, one).split('–')[0]);
  const time = from === last ? from : `${from} …`;
  const title = data.sessions.titles[year.title[session]!]!;
  if (times === 1)
    return (
      <li>
        <time>{time}</time> <SessionLink session={session} />
      </li>
    );
  const module = data.modules[year.module[session]!]?.id ?? '';
  return (
    <li>
      <time>{time}</time>{' '}
      <a href={here({ mode: 'list', day: isoDate(day), module })} dir="auto">
        {title} <span class="times">× {times}</span>
      </a>
    </li>
  );
}

function Week({ monday, sessions }: { monday: Day; sessions: ArrayLike<number> }) {
  const { year } = usePage();
  const days = useDays(sessions, 'time');
  const some = [0, 1, 2, 3, 4, 5, 6].filter((i) => i < 5 || days(monday + i).length > 0);
  if (sessions.length === 0) return <Nothing>No session this week.</Nothing>;
  return (
    <ol class="week">
      {some.map((i) => (
        <li key={i}>
          <h2>{say(year).day(monday + i)}</h2>
          <DayHead day={monday + i} />
          <ul>
            {days(monday + i).map((entry) => (
              <WeekItem key={entry.session} entry={entry} day={monday + i} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function WeekItem({ entry, day }: { entry: Entry; day: Day }) {
  const { year, data, selection } = usePage();
  const { session, times } = entry;
  return (
    <li class="card">
      <p class="time">{timesWords(year, session)}</p>
      {times === 1 ? (
        <SessionLink session={session} />
      ) : (
        <ul>
          <Item entry={entry} day={day} />
        </ul>
      )}
      {times === 1 && (
        <p class="small" dir="auto">
          {whoWords(year, session, selection.groups)} · {data.sessions.places[year.place[session]!]}
        </p>
      )}
    </li>
  );
}
