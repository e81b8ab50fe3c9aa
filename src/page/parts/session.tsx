/** One session, with everything that is known of it. */
import { useEffect, useRef } from 'preact/hooks';
import { idOf, isCancelled, isNews, leadersOf, sessionOf } from '../data.ts';
import { icsOf } from '../ics.ts';
import { minutesWords, peopleWords, whenWords, whoWords } from '../words.ts';
import { usePage } from './common.tsx';

/** Opens over the page while the address names a session. */
export function SessionDialog() {
  const { year, settings, here, go } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = settings.open ?? '';
  const session = id === '' ? -1 : sessionOf(year, id);
  useEffect(() => {
    if (session >= 0 && dialog.current && !dialog.current.open) dialog.current.showModal();
  }, [session]);
  if (session < 0) return null;
  const close = () => go(here({ open: '' }));
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="session-title">
      <Session session={session} />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Session({ session }: { session: number }) {
  const { year, data, only } = usePage();
  const { sessions, modules, sites, departments, groups, themes } = data;
  const module = modules[year.module[session]!];
  const all = new Uint8Array(groups.id.length).fill(1);
  const leaders = leadersOf(year, session).flatMap((one) => data.facilitators[one] ?? []);
  const theirs = new Set<number>();
  for (let k = year.from[session]!; k < year.from[session + 1]!; k++)
    theirs.add(groups.department[year.group[k]!]!);
  const themeNames = sessions.themeLists[year.themes[session]!]!.map((id) => themes[id]?.name ?? '');
  const reasons = sessions.whys[year.why[session]!]!;
  const rows: readonly (readonly [string, string])[] = [
    ['When', `${whenWords(year, session)}, ${minutesWords(year.minutes[session]!)}`],
    ['Elsewhere', sessions.elsewhere[String(session)] ?? ''],
    ['Where', sessions.places[year.place[session]!]!],
    ['Site', sites[year.site[session]!]?.name ?? ''],
    ['Who', `${whoWords(year, session, all, 30)}: ${peopleWords(year, year.people[session]!)}`],
    ['Led by', sessions.leaders[year.leader[session]!]!],
    ['Format', module ? (data.formats[module.format] ?? '') : ''],
    ['Themes', themeNames.join('; ')],
    ['About', module?.about ?? ''],
    ['The customer’s voice in it', module?.voice || 'none'],
    ['Why', module?.why ?? ''],
    ['Meant for', module?.audience ?? ''],
    ['Pay', module ? (module.paid ? 'paid time' : 'not paid time') : ''],
    ['Counts as meeting the customer', year.counts[session] === 1 ? 'yes' : 'no'],
    ['Note', sessions.notes[String(session)] ?? ''],
    ['Because of', reasons.filter((text) => !/\s/.test(text)).join(', ')],
    ['Changed', reasons.filter((text) => /\s/.test(text)).join(' ')],
  ];
  return (
    <article>
      <h2 id="session-title" dir="auto">
        {isCancelled(year, session) ? 'Cancelled: ' : ''}
        {sessions.titles[year.title[session]!]}
        {isNews(year, session) && !isCancelled(year, session) ? ' (new or changed)' : ''}
      </h2>
      <dl class="facts">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
      </dl>
      <p class="links">
        <Download session={session} />
        {[...theirs].map((id) =>
          departments[id] ? (
            <a key={id} href={only('start', { department: departments[id].id })}>
              {departments[id].name}
            </a>
          ) : null,
        )}
        {leaders.map(({ id, name }) => (
          <a key={id} href={only('calendar', { facilitator: id })}>
            All of {name}’s
          </a>
        ))}
      </p>
      <p class="hint">
        <code dir="ltr">cxplan explain {idOf(year, session)}</code> tells which other times were possible.
      </p>
    </article>
  );
}

/** Adds just this session to a calendar: made in the browser, nothing is fetched. */
function Download({ session }: { session: number }) {
  const { year, data } = usePage();
  const all = new Uint8Array(data.groups.id.length).fill(1);
  const text = icsOf(year, session, whoWords(year, session, all, 30));
  return (
    <a
      class="button"
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`}
      download={`${data.modules[year.module[session]!]?.id ?? 'session'}.ics`}
    >
      Add this session to my calendar
    </a>
  );
}

/** A session's name that opens it. */
export function SessionLink({ session, text }: { session: number; text?: string }) {
  const { year, data, here } = usePage();
  return (
    <a
      href={here({ open: idOf(year, session) })}
      dir="auto"
      class={isCancelled(year, session) ? 'gone' : undefined}
    >
      {isCancelled(year, session) ? 'Cancelled: ' : ''}
      {text ?? data.sessions.titles[year.title[session]!]}
    </a>
  );
}
