/** Where nothing is shown, the way to the nearest day on which there is something. */
import { type Day, isoDate } from '../../../calendar/date.ts';
import { usePage } from '../../parts/common.tsx';
import { monthOf, say } from '../../words.ts';

export function Nearest({ from, to }: { from: Day; to: Day }) {
  const { year, selection, here, settings } = usePage();
  const { sessions } = selection;
  const next = sessions.find((i) => year.day[i]! > to);
  const last = sessions.findLast((i) => year.day[i]! < from);
  const nearest = next ?? last;
  if (nearest === undefined) return null;
  const day = year.day[nearest]!;
  const there =
    settings.mode === 'week'
      ? { week: String(year.week[nearest]!), month: '', day: '' }
      : settings.day === undefined
        ? { month: monthOf(day), week: '', day: '' }
        : { day: isoDate(day), month: '', week: '' };
  return (
    <p class="nearest">
      {next === undefined ? 'The last was' : 'The next is'} on <a href={here(there)}>{say(year).day(day)}</a>.
    </p>
  );
}
