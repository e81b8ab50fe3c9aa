/** One employee's way, from the interview through the year: what they meet, when they hear a customer, how long it is silent. */
import { isoDate } from '../../calendar/date.ts';
import type { PageWalk } from '../../report/look/types/journeys.ts';
import { Nothing, Select, Switch, usePage } from '../parts/common.tsx';
import { SessionLink } from '../parts/session.tsx';
import { counted, minutesWords, monthOf, say, timesWords } from '../words.ts';

export function Path() {
  const { data, settings, selection, here, go } = usePage();
  const { department } = selection.asked;
  const roles = data.roles.filter(
    (role, i) =>
      (department === undefined || role.department === department) &&
      data.walks.some((walk) => walk.role === i),
  );
  const chosen = roles.find(({ id }) => id === (settings.role ?? '')) ?? roles[0];
  const walks = data.walks.filter((walk) => data.roles[walk.role] === chosen);
  const joins = settings.who === 'joiner';
  const walk = walks.find(({ joiner }) => joiner === joins) ?? walks[0];
  return (
    <section class="path">
      <h1 dir="auto">Pat’s year{chosen ? `: ${chosen.name}` : ''}</h1>
      <p class="lead">
        Pat is the first of a group of this role; others of it have the same year or nearly so.{' '}
        {data.programme.planned}
      </p>
      <div class="tools">
        <Select
          label="Pat is a"
          value={chosen?.id ?? ''}
          options={roles.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(role) => go(here({ role }))}
        />
        {walks.length > 1 && (
          <Switch
            label="How long"
            name="who"
            value={walk?.joiner ? 'joiner' : 'there'}
            options={[
              ['there', 'Has been here for years'],
              ['joiner', 'Joins this year'],
            ]}
          />
        )}
      </div>
      {walk ? <Walk walk={walk} /> : <Nothing>Nobody works in such a role.</Nothing>}
    </section>
  );
}

/** Days without a session that counts, from which on the timeline says so. */
const SILENT = 30;

function Walk({ walk }: { walk: PageWalk }) {
  const { year, data } = usePage();
  const steps: (readonly ['step', number] | readonly ['silence', number, number])[] = [];
  let heard = walk.from;
  for (const session of walk.sessions) {
    const day = year.day[session]!;
    if (year.counts[session] === 1) {
      if (day - heard >= SILENT) steps.push(['silence', heard, day]);
      heard = day;
    }
    steps.push(['step', session]);
  }
  if (!walk.joiner && walk.to - heard >= SILENT) steps.push(['silence', heard, walk.to]);
  let month = '';
  return (
    <>
      {walk.promises.length > 0 && (
        <>
          <h2>What was promised</h2>
          <ul class="promises">
            {walk.promises.map(({ kept, asked, planned }) => (
              <li key={asked} class={kept ? 'kept' : 'broken'}>
                <b>{kept ? '✓ Kept' : '✗ Broken'}</b>: {asked}. The plan: {planned}.
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>What the year says to Pat</h2>
      <ul class="answers">
        {walk.answers.map((text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      <Strip walk={walk} />
      <ol class="timeline">
        <li class="point">
          <b>Interview</b> <span dir="auto">{walk.interview || 'Nothing is asked about customers.'}</span>
        </li>
        {walk.impact !== '' && (
          <li class="point">
            <b>Why the role matters</b> <span dir="auto">{walk.impact}</span>
          </li>
        )}
        {steps.map((step) => {
          if (step[0] === 'silence')
            return (
              <li key={`silence ${step[1]}`} class="silence">
                {counted(year, step[2] - step[1], 'day')} without a session that counts
              </li>
            );
          const session = step[1];
          const key = monthOf(year.day[session]!);
          const head = key === month ? undefined : data.year.months.find((one) => one.key === key);
          month = key;
          const module = data.modules[year.module[session]!];
          return (
            <li key={session} class={module?.voice ? 'heard' : 'unheard'}>
              {head && (
                <h3>
                  {head.name}
                  {data.themes[head.theme] ? `: ${data.themes[head.theme]!.name}` : ''}
                </h3>
              )}
              <span class="when">
                {say(year).day(year.day[session]!)}, {timesWords(year, session).split('–')[0]}
              </span>{' '}
              <SessionLink session={session} />{' '}
              <span class="small" dir="auto">
                {module ? data.formats[module.format] : ''}, {minutesWords(year.minutes[session]!)};{' '}
                {module?.voice ? `a customer in it: ${module.voice}` : 'no customer in it'}
                {year.counts[session] === 1 ? '' : '; does not count'}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The year as a line of dots: filled where a customer is heard. */
function Strip({ walk }: { walk: PageWalk }) {
  const { year, data } = usePage();
  const { starts, ends } = data.programme;
  const x = (day: number) => ((day - starts) / Math.max(1, ends - starts)) * 1000;
  const heard = walk.sessions.filter((session) => data.modules[year.module[session]!]?.voice).length;
  return (
    <svg
      class="strip"
      viewBox="-6 0 1012 40"
      role="img"
      aria-label={`${walk.sessions.length} sessions from ${isoDate(walk.from)} to ${isoDate(walk.to)}; a customer is heard in ${heard}. The list below has each.`}
    >
      <line x1={0} x2={1000} y1={20} y2={20} />
      {walk.silence[1] > walk.silence[0] && (
        <rect
          class="silent"
          x={x(walk.silence[0])}
          width={Math.max(0, x(walk.silence[1]) - x(walk.silence[0]))}
          y={12}
          height={16}
        />
      )}
      {walk.sessions.map((session) => (
        <circle
          key={session}
          class={data.modules[year.module[session]!]?.voice ? 'heard' : 'unheard'}
          cx={x(year.day[session]!)}
          cy={20}
          r={5}
        />
      ))}
    </svg>
  );
}
