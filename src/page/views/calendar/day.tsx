/** A day's number with what closes it, and one entry of it. */
import { type Day, isoDate } from '../../../calendar/date.ts';
import { usePage } from '../../parts/common.tsx';
import { SessionLink } from '../../parts/session.tsx';
import { counted, say, timesWords } from '../../words.ts';
import type { Entry } from './entries.ts';

export function DayHead({ day }: { day: Day }) {
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

export function Item({ entry: { session, until, times }, day }: { entry: Entry; day: Day }) {
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
