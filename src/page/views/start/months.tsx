/** A department's year by month. */
import { isNews } from '../../data.ts';
import { Bar, usePage, Wide } from '../../parts/common.tsx';
import { hoursWords, monthOf } from '../../words.ts';

/** What a head of department signs: the year by month. */
export function Months() {
  const { year, data, to, held, selection } = usePage();
  const months = data.year.months.map((month) => ({ ...month, sessions: 0, minutes: 0, news: 0 }));
  const byKey = new Map(months.map((month) => [month.key, month]));
  for (const i of held()) {
    const month = byKey.get(monthOf(year.day[i]!));
    if (!month) continue;
    month.sessions++;
    if (isNews(year, i)) month.news++;
    for (let k = year.from[i]!; k < year.from[i + 1]!; k++)
      if (selection.groups[year.group[k]!] === 1)
        month.minutes += year.minutes[i]! * (year.last[k]! - year.first[k]! + 1);
  }
  const most = Math.max(1, ...months.map(({ minutes }) => minutes));
  return (
    <>
      <h2>Month by month</h2>
      <Wide label="Month by month">
        <table class="bars">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Theme</th>
              <th scope="col">Sessions</th>
              <th scope="col">People’s time</th>
              <th scope="col">
                <span class="vh">People’s time as a bar</span>
              </th>
              {data.changes.since !== '' && <th scope="col">New or changed</th>}
            </tr>
          </thead>
          <tbody>
            {months.map(({ key, name, theme, sessions, minutes, news }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={to('calendar', { mode: 'list', month: key })}>{name}</a>
                </th>
                <td dir="auto">{data.themes[theme]?.name}</td>
                <td class="number">{sessions}</td>
                <td class="number">{hoursWords(year, minutes)}</td>
                <td>
                  <Bar share={minutes / most} label={hoursWords(year, minutes)} />
                </td>
                {data.changes.since !== '' && <td class="number">{news}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
