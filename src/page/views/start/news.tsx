/** What is wrong, what is new, what is on this month: of everybody, or of one department. */
import { isCancelled } from '../../data.ts';
import { usePage } from '../../parts/common.tsx';
import { SessionLink } from '../../parts/session.tsx';
import { counted, monthOf, sentence, today, whenWords, whoWords } from '../../words.ts';
import { changesIn } from '../changes.tsx';
import { Finding } from '../gaps.tsx';

/** Most that the first page tells. */
const WORST = 4;

export function Worst({ departments }: { departments: number | undefined }) {
  const { year, data, to, settings } = usePage();
  const all = data.findings.filter(
    ({ departments: theirs }) => departments === undefined || theirs.includes(departments),
  );
  const grave = all.filter(({ severity, waived }) => waived === '' && severity !== 'info');
  return (
    <div>
      <h2>{grave.length === 0 ? 'No gap that ought to be closed' : 'The worst gaps'}</h2>
      {grave.slice(0, WORST).map((finding) => (
        <Finding key={finding.message} finding={finding} short />
      ))}
      {all.length > 0 && (
        <p>
          <a href={to('gaps', settings.department ? { department: settings.department } : {})}>
            {all.length === 1 ? 'One finding' : `All ${counted(year, all.length, 'finding')}`}
          </a>
        </p>
      )}
    </div>
  );
}

export function Changes() {
  const { year, data, selection, to } = usePage();
  if (data.changes.since === '') return null;
  const { moved, added, cancelled } = changesIn(year, selection.sessions);
  return (
    <div>
      <h2>What changed</h2>
      <p>
        <a href={to('changes')}>
          {counted(year, moved.length, 'session')} moved or changed, {added.length} new, {cancelled.length}{' '}
          cancelled
        </a>{' '}
        since the plan before ({data.changes.since}).
      </p>
    </div>
  );
}

export function ThisMonth() {
  const { year, data, selection, to, settings } = usePage();
  const now = today(year);
  const key = settings.month ?? monthOf(now);
  const month = data.year.months.find((one) => one.key === key);
  const inside = selection.sessions.filter((i) => monthOf(year.day[i]!) === key && !isCancelled(year, i));
  const next = inside.filter((i) => year.day[i]! >= now).slice(0, 8);
  const rituals = data.year.rituals.filter(({ day }) => monthOf(day) === key);
  const theme = data.themes[month?.theme ?? -1]?.name;
  return (
    <div>
      <h2>
        {month?.name ?? key}
        {theme ? `: ${theme}` : ''}
      </h2>
      <p>
        {sentence(
          [`${counted(year, inside.length, 'session')} this month`, ...rituals.map(({ name }) => name)].join(
            '; ',
          ),
        )}{' '}
        <a href={to('calendar', { month: key })}>The month as a calendar</a>
      </p>
      {next.length > 0 && <Next sessions={next} />}
    </div>
  );
}

/** The next few, in a line each. */
function Next({ sessions }: { sessions: ArrayLike<number> }) {
  const { year, selection } = usePage();
  return (
    <ol class="plain next">
      {Array.from(sessions, (session) => (
        <li key={session}>
          {whenWords(year, session)}: <SessionLink session={session} />{' '}
          <span class="small" dir="auto">
            {whoWords(year, session, selection.groups)}
          </span>
        </li>
      ))}
    </ol>
  );
}
