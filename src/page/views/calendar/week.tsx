/** A week, day by day. */
import type { Day } from '../../../calendar/date.ts';
import { Nothing, usePage } from '../../parts/common.tsx';
import { SessionLink } from '../../parts/session.tsx';
import { say, timesWords, whoWords } from '../../words.ts';
import { DayHead, Item } from './day.tsx';
import { type Entry, useDays } from './entries.ts';

export function Week({ monday, sessions }: { monday: Day; sessions: ArrayLike<number> }) {
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
