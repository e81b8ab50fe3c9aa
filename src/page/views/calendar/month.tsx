/** A month as a table of weeks. */
import { type Day, isoDate, mondayOf, monthStart, weekday } from '../../../calendar/date.ts';
import { usePage } from '../../parts/common.tsx';
import { say, weekNumber } from '../../words.ts';
import { DayHead, Item } from './day.tsx';
import { type Entry, useDays } from './entries.ts';

/** So many entries stand in a day of a month; the rest is one step away. */
const MOST = 5;

export function Month({ first, sessions }: { first: Day; sessions: ArrayLike<number> }) {
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
