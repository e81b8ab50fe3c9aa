/** A calendar of whoever the filters mean: by month, week, or as a list of dated rows. */
import { type Day, isoDate } from '../../../calendar/date.ts';
import { Switch, usePage } from '../../parts/common.tsx';
import { SessionTable } from '../../parts/table.tsx';
import { counted, say, weekNumber } from '../../words.ts';
import { Month } from './month.tsx';
import { Nearest } from './nearest.tsx';
import { spanOf } from './span.ts';
import { Week } from './week.tsx';

const MODES = [
  ['month', 'Month'],
  ['week', 'Week'],
  ['list', 'List'],
] as const;

export function Calendar() {
  const { year, data, settings, selection, here } = usePage();
  const mode = MODES.find(([id]) => id === settings.mode)?.[0] ?? 'month';
  const span = spanOf(year, settings, mode);
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
      {inside.length === 0 && <Nearest from={span.from} to={span.to} />}
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
}
